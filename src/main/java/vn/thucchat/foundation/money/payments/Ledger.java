package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.money.exceptions.PaymentException;

/**
 * The books of an account for charges, by double entry. Their accounts: {@code owed:<code>}, what is asked for and not
 * there yet; {@code bank}, {@code cash} and {@code mobile} (Mobile Money), where it came in; {@code suspense}, what came in for nothing known;
 * {@code refund}, what is to be given back; {@code due}, what came in here and paid what was asked for on another account,
 * whose books hold the same with the other sign, so that {@code due} is 0 over all accounts; {@code out}, what left the bank account; {@code income}, what was asked for
 * in all. Entries are only added.
 */
@Service
public class Ledger {

    static final String BANK = "bank";
    static final String CASH = "cash";
    static final String MOBILE = "mobile";
    static final String SUSPENSE = "suspense";
    static final String REFUND = "refund";
    static final String OUT = "out";
    static final String INCOME = "income";
    static final String DUE = "due";

    /** What stands in one account of the books, in đồng: debits less credits. */
    public record Balance(String name, long amountVnd) {}

    private final LedgerStore store;
    private final InstantSource clock;

    Ledger(LedgerStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The books at the end of a day; their sum is 0. */
    public List<Balance> balances(int account, LocalDate day) {
        var balances = new ArrayList<>(store.balances(account, day));
        balances.add(new Balance("owed", store.owed(account, day)));
        return balances;
    }

    /** What came in and went out at the bank in all, đồng, by accounts for charges. */
    public Map<Integer, Long> atBanks(Collection<Integer> accounts, LocalDate day) {
        return store.atBanks(accounts, day);
    }

    void owe(Collection<Payable> asked, Instant at) {
        store.book(asked.stream()
                .map(payable -> transfer(
                        payable.account(),
                        at,
                        owed(payable.code()),
                        INCOME,
                        payable.amountVnd(),
                        "ask:" + payable.code(),
                        null,
                        null))
                .toList());
    }

    void forgive(Collection<Payable> cancelled, Instant at) {
        store.book(cancelled.stream()
                .map(payable -> transfer(
                        payable.account(),
                        at,
                        INCOME,
                        owed(payable.code()),
                        payable.owedVnd(),
                        "cancel:" + payable.code(),
                        null,
                        null))
                .toList());
    }

    /** A movement on an account for charges: what it pays, and what is left of it. */
    void received(Movement movement, @Nullable String code, long creditedVnd, Collection<Transfer> into) {
        if (!movement.incoming()) {
            into.add(moved(movement, OUT, BANK, movement.amountVnd(), "out:"));
            return;
        }
        if (code != null && creditedVnd > 0) into.add(moved(movement, BANK, owed(code), creditedVnd, "pay:"));
        long rest = movement.amountVnd() - creditedVnd;
        if (rest > 0) into.add(moved(movement, BANK, SUSPENSE, rest, "rest:"));
    }

    void book(Collection<Transfer> transfers) {
        store.book(transfers);
    }

    static String owed(String code) {
        return "owed:" + code;
    }

    Transfer transfer(
            int account,
            Instant at,
            String debit,
            String credit,
            long amountVnd,
            String key,
            @Nullable Long movement,
            @Nullable UUID by) {
        return new Transfer(account, Ids.next(clock), at, debit, credit, amountVnd, key, movement, by, "");
    }

    /** Of money that waited: what somebody has said that it is. */
    Transfer decided(
            int account,
            Instant at,
            String debit,
            String credit,
            long amountVnd,
            String key,
            PaymentException of,
            UUID by,
            String note) {
        Long movement = of.account() == account ? of.movement() : null;
        return new Transfer(account, Ids.next(clock), at, debit, credit, amountVnd, key, movement, by, note);
    }

    /** Of a cash receipt. */
    Transfer cash(CashReceipt of, String key, String debit, String credit, Instant at, Actor by, String note) {
        return new Transfer(
                of.account(),
                Ids.next(clock),
                at,
                debit,
                credit,
                of.amountVnd(),
                key + of.id(),
                null,
                by.account(),
                note.isEmpty() ? of.printed() : note);
    }

    private Transfer moved(Movement movement, String debit, String credit, long amountVnd, String key) {
        return transfer(
                movement.account(),
                movement.at(),
                debit,
                credit,
                amountVnd,
                key + movement.number(),
                movement.number(),
                null);
    }
}
