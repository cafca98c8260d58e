package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.OwnAccounts;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Payable;

/** What came in. Nothing here says who paid: that is sealed, and read for a stated purpose only. */
@Service
public class Payments {

    /** How many payments there were, and how many đồng in all. */
    public record Total(long count, long amountVnd) {}

    /** What came in on a day, and what the bank took back on it, which is not subtracted. */
    public record OfDay(LocalDate day, long count, long amountVnd, long takenBackVnd) {}

    /** What came in within an hour of the Vietnamese clock, 0 to 23, over some days. */
    public record OfHour(int hour, long count, long amountVnd) {}

    /** The last movement of a page. */
    public record Cursor(LocalDate day, long number) {

        /** @throws IllegalArgumentException when the text is not from {@link #toString} */
        public static Cursor parse(String text) {
            int split = text.indexOf('~');
            if (split != 10 || text.length() > 30) throw new IllegalArgumentException("Not a cursor");
            try {
                return new Cursor(LocalDate.parse(text.substring(0, split)), Long.parseLong(text.substring(split + 1)));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("Not a cursor", e);
            }
        }

        @Override
        public String toString() {
            return day + "~" + number;
        }
    }

    private final MovementStore posting;
    private final MovementLookupStore movements;
    private final MovementSumStore sums;
    private final ReceivingAccounts accounts;
    private final Access access;
    private final List<OwnAccounts> owners;

    Payments(
            MovementStore posting,
            MovementLookupStore movements,
            MovementSumStore sums,
            ReceivingAccounts accounts,
            Access access,
            List<OwnAccounts> owners) {
        this.sums = sums;
        this.owners = owners;
        this.posting = posting;
        this.movements = movements;
        this.accounts = accounts;
        this.access = access;
    }

    /** Whether the actor keeps the books of an account. */
    public boolean keepsBooks(Actor actor, int account) {
        return accounts.find(account)
                .filter(found ->
                        access.may(actor, PaymentRoles.ACCOUNTANT, found.unit().value(), found.synthetic()))
                .isPresent();
    }

    /** Whether the actor keeps the books of an account or owns it. */
    public boolean mayRead(Actor actor, int account) {
        return keepsBooks(actor, account) || owners.stream().anyMatch(known -> known.owns(actor, account));
    }

    public Optional<Movement> find(UUID id) {
        return movements.find(id);
    }

    /** Several by their accounts and numbers, which stand at the same places. */
    public List<Movement> find(List<Integer> accounts, List<Long> numbers) {
        return movements.find(accounts, numbers);
    }

    /** Locks accounts until the caller's transaction ends: nobody else posts to them meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<Integer> accounts) {
        posting.lock(accounts);
    }

    public Optional<Movement> find(int account, long number) {
        return movements.find(account, number);
    }

    /**
     * Those that came after some already seen: by account the last number. In the order of account and number.
     *
     * @param limitEach of one account at most so many
     */
    public List<Movement> after(Map<Integer, Long> seen, int limitEach) {
        return seen.isEmpty() ? List.of() : movements.after(seen, limitEach);
    }

    /** The first after a number that came in; empty when none has yet. */
    public Optional<Movement> nextIncoming(int account, long after) {
        return movements.nextIncoming(account, after);
    }

    /** Of some days, the latest first, before one already seen. */
    public List<Movement> page(int account, LocalDate from, LocalDate to, @Nullable Cursor before, int limit) {
        LocalDate day = before == null ? to : before.day();
        long number = before == null ? Long.MAX_VALUE : before.number();
        return movements.before(account, day, number, from, to, limit);
    }

    /** By account the number of its last movement; 0 before the first. */
    public Map<Integer, Long> last(Collection<Integer> accounts) {
        return movements.last(accounts);
    }

    /**
     * Of a day those that paid less than was asked for, where the rest is still owed; the latest first. Who may see them
     * is for the calling module to know.
     */
    public List<Movement> shortPaid(Collection<Integer> accounts, LocalDate day, int limit) {
        return accounts.isEmpty() ? List.of() : sums.shortPaid(accounts, day, limit);
    }

    /** What came in for something that was asked for, in the order in which it was told: also what was too much. */
    public List<Movement> named(Payable payable) {
        // a bank's clock may be behind ours
        LocalDate from = BusinessTime.day(payable.askedAt()).minusDays(1);
        return sums.named(payable.account(), payable.code(), from);
    }

    /** What the bank took back from some accounts, in some days: of what came then or before. */
    public Total takenBack(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return accounts.isEmpty() ? new Total(0, 0) : sums.takenBack(accounts, from, to);
    }

    /** What came in on some accounts, day by day; days without any are left out. */
    public List<OfDay> byDay(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return accounts.isEmpty() ? List.of() : sums.byDay(accounts, from, to);
    }

    /** What came in on some accounts in some days, hour by hour; hours without any are left out. */
    public List<OfHour> byHour(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return accounts.isEmpty() ? List.of() : sums.byHour(accounts, from, to);
    }

    /** What came in on some accounts, in some days. */
    public Total total(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return accounts.isEmpty() ? new Total(0, 0) : sums.total(accounts, from, to);
    }
}
