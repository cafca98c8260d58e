package vn.thucchat.foundation.money.ledger;

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

/**
 * The books of an account for charges, by double entry. Entries are only added. Their accounts:
 *
 * <ul>
 *   <li>{@code owed:<code>}: what is asked for and not there yet
 *   <li>{@code bank}, {@code cash}, {@code mobile} (Mobile Money): where it came in
 *   <li>{@code suspense}: what came in for nothing known
 *   <li>{@code refund}: what is to be given back
 *   <li>{@code due}: what came in here and paid what was asked for on another account, whose books hold the same with
 *       the other sign, so that it is 0 over all accounts
 *   <li>{@code out}: what left the bank account
 *   <li>{@code income}: what was asked for in all
 * </ul>
 */
@Service
public class Ledger {

    public static final String BANK = "bank";
    public static final String CASH = "cash";
    public static final String MOBILE = "mobile";
    public static final String SUSPENSE = "suspense";
    public static final String REFUND = "refund";
    public static final String OUT = "out";
    public static final String INCOME = "income";
    public static final String DUE = "due";

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

    /** Books entries; those whose key is booked already are refused by the database. */
    public void book(Collection<Transfer> transfers) {
        store.book(transfers);
    }

    /** The account of what is owed by a code. */
    public static String owed(String code) {
        return "owed:" + code;
    }

    /** An entry, not yet booked. */
    public Transfer transfer(
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

    /**
     * An entry that a person decided, not yet booked.
     *
     * @param key makes sure that it is booked once
     * @param movement the number of the transaction on that account that it is about; null: none
     */
    public Transfer decided(
            int account,
            Instant at,
            String debit,
            String credit,
            long amountVnd,
            String key,
            @Nullable Long movement,
            UUID by,
            String note) {
        return new Transfer(account, Ids.next(clock), at, debit, credit, amountVnd, key, movement, by, note);
    }
}
