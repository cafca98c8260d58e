package vn.thucchat.foundation.money.books.web;

import java.util.List;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * An account's books.
 *
 * @param bank who holds it, as the bank list has it
 * @param balances what stands in each account of the books today
 * @param movements the last ones
 * @param receipts the last ones for money taken directly
 * @param days the last ones on which something moved
 */
public record AccountPage(
        ReceivingAccount account,
        String bank,
        String unit,
        List<Ledger.Balance> balances,
        List<Movement> movements,
        List<CashReceipt> receipts,
        List<Reconciliation.Day> days,
        List<Option> connections,
        List<Fault> faults) {}
