package vn.thucchat.foundation.payments.web;

import java.util.List;
import vn.thucchat.foundation.payments.KeptStatement;
import vn.thucchat.foundation.payments.ReceivingAccount;
import vn.thucchat.foundation.payments.Reconciliation;

/** What a statement file brought, and how its days stand now. */
public record TakenStatementPage(ReceivingAccount account, KeptStatement statement, List<Reconciliation.Day> days) {}
