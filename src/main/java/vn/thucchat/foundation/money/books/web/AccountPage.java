package vn.thucchat.foundation.money.books.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * An account's books.
 *
 * @param bank who holds it, as the bank list has it
 * @param balances what stands in each account of the books today
 * @param today of which the balances are
 * @param closing what the bank states stands there, and of which day, or null
 * @param heard when it was told of last, or null
 * @param movements some, the latest first
 * @param receipts the last ones for money taken directly
 * @param days the last ones on which something moved
 * @param next the address of earlier movements, or null
 */
public record AccountPage(
        ReceivingAccount account,
        String bank,
        String unit,
        List<Ledger.Balance> balances,
        LocalDate today,
        Statements.@Nullable Closing closing,
        @Nullable Instant heard,
        List<Movement> movements,
        List<CashReceipt> receipts,
        List<Reconciliation.Day> days,
        List<Option> connections,
        List<Fault> faults,
        @Nullable String next) {

    /** Days that are shown at once; the others are a press away. */
    private static final int DAYS = 5;

    public List<Reconciliation.Day> latest() {
        return days.subList(0, Math.min(DAYS, days.size()));
    }

    public List<Reconciliation.Day> earlier() {
        return days.subList(latest().size(), days.size());
    }
}
