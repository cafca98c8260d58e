package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.SealedRemittances;

/** The work list of those who keep the books: money that pays for nothing yet, or not for what it should. */
@Service
public class PaymentExceptions {

    /** A finding with the money that it is about and the account where it is. */
    public record Waiting(PaymentException finding, Movement movement, ReceivingAccount account) {}

    /** @param outcome why it waits, or null; {@code account} where, or null */
    public record Filter(
            @Nullable MatchStatus outcome, @Nullable Integer account) {

        public static final Filter ALL = new Filter(null, null);
    }

    /**
     * The last finding of a page.
     *
     * @param at when it was opened or, of what is to be given back, decided
     */
    public record Cursor(Instant at, int account, long movement) {

        static final Cursor START = new Cursor(Instant.EPOCH, 0, 0);
        /** Beyond these the database does not count. */
        private static final Instant FIRST = Instant.EPOCH;

        private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

        /** @throws IllegalArgumentException when the text is not from {@link #toString} */
        public static Cursor parse(String text) {
            String[] parts = text.split("~", -1);
            if (parts.length != 3 || text.length() > 80) throw new IllegalArgumentException("Not a cursor");
            try {
                Instant at = Instant.parse(parts[0]);
                if (at.isBefore(FIRST) || at.isAfter(LAST)) throw new IllegalArgumentException("Not a cursor");
                return new Cursor(at, Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("Not a cursor", e);
            }
        }

        @Override
        public String toString() {
            return at + "~" + account + "~" + movement;
        }
    }

    private final PaymentExceptionStore findings;
    private final ReceivingAccounts accounts;
    private final SealedRemittances originals;
    private final Payments payments;
    private final Access access;
    private final AccessLog log;

    PaymentExceptions(
            PaymentExceptionStore findings,
            ReceivingAccounts accounts,
            SealedRemittances originals,
            Payments payments,
            Access access,
            AccessLog log) {
        this.findings = findings;
        this.accounts = accounts;
        this.originals = originals;
        this.payments = payments;
        this.access = access;
        this.log = log;
    }

    /** What nobody has decided yet in the units where the actor keeps the books, the oldest first. */
    public List<Waiting> open(Actor actor, @Nullable Cursor after, int limit) {
        return open(actor, Filter.ALL, after, limit);
    }

    /** As {@link #open(Actor, Cursor, int)}, those of a reason or of an account only. */
    public List<Waiting> open(Actor actor, Filter only, @Nullable Cursor after, int limit) {
        Cursor from = after == null ? Cursor.START : after;
        List<PaymentException> open = findings.open(
                access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new),
                only,
                from.at(),
                from.account(),
                from.movement(),
                limit);
        return waiting(open);
    }

    /**
     * What nobody has decided yet on some accounts, the oldest first. Who may see it is for the calling module to know:
     * nothing in it says who paid.
     */
    public List<Waiting> open(Collection<Integer> accounts, int limit) {
        return accounts.isEmpty() ? List.of() : waiting(findings.open(accounts, limit));
    }

    /** How many nobody has decided yet on some accounts, and how much of the money waits. */
    public Payments.Total waiting(Collection<Integer> accounts) {
        return accounts.isEmpty() ? new Payments.Total(0, 0) : findings.waiting(accounts);
    }

    /** The same of one account, by the day on which the money came. */
    public Map<LocalDate, Payments.Total> waiting(int account, LocalDate from, LocalDate to) {
        return findings.waiting(account, from, to);
    }

    List<Waiting> waiting(List<PaymentException> open) {
        if (open.isEmpty()) return List.of();
        record At(int account, long number) {}
        var moved = new HashMap<At, Movement>();
        payments.find(
                        open.stream().map(PaymentException::account).toList(),
                        open.stream().map(PaymentException::movement).toList())
                .forEach(movement -> moved.put(new At(movement.account(), movement.number()), movement));
        var where = new HashMap<Integer, ReceivingAccount>();
        accounts.find(open.stream().map(PaymentException::account).distinct().toList())
                .forEach(account -> where.put(account.number(), account));
        return open.stream()
                .map(finding -> new Waiting(
                        finding,
                        Objects.requireNonNull(moved.get(new At(finding.account(), finding.movement()))),
                        Objects.requireNonNull(where.get(finding.account()))))
                .toList();
    }

    /** Empty where the actor neither keeps the books nor owns the account. */
    public Optional<Waiting> find(Actor actor, int account, long movement) {
        return accounts.find(account)
                .filter(found -> payments.mayRead(actor, account))
                .flatMap(found -> findings.find(account, movement)
                        .flatMap(finding ->
                                payments.find(account, movement).map(moved -> new Waiting(finding, moved, found))));
    }

    /**
     * What came with the money, opened in order to find out what it is for. Each reading is logged. Empty when it was
     * deleted since.
     */
    @Transactional
    public Optional<RemittanceInfo> original(Actor actor, Waiting waiting) {
        if (!payments.mayRead(actor, waiting.account().number()))
            throw new IllegalArgumentException("Not the actor's books");
        Movement movement = waiting.movement();
        log.record(
                actor,
                "payments.original-read",
                "/money/findings/" + movement.account() + "/" + movement.number(),
                "đối chiếu khoản tiền chưa rõ");
        return originals.of(movement);
    }
}
