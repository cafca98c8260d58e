package vn.thucchat.foundation.payments.web;

import java.util.List;
import vn.thucchat.foundation.money.formats.StatementFault;
import vn.thucchat.foundation.payments.KeptStatement;
import vn.thucchat.foundation.payments.ReceivingAccount;
import vn.thucchat.foundation.payments.Reconciliation;

/**
 * What a statement file brought, and how its days stand now.
 *
 * @param notes what was left out of it, or taken otherwise than it says
 */
public record TakenStatementPage(
        ReceivingAccount account, KeptStatement statement, List<StatementFault> notes, List<Reconciliation.Day> days) {}
