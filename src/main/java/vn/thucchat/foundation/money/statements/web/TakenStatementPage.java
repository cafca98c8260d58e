package vn.thucchat.foundation.money.statements.web;

import java.util.List;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.StatementFault;
import vn.thucchat.foundation.money.statements.KeptStatement;
import vn.thucchat.foundation.money.statements.Reconciliation;

/**
 * What a statement file brought, and how its days stand now.
 *
 * @param notes what was left out of it, or taken otherwise than it says
 */
public record TakenStatementPage(
        ReceivingAccount account, KeptStatement statement, List<StatementFault> notes, List<Reconciliation.Day> days) {}
