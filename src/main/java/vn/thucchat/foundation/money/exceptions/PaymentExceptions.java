package vn.thucchat.foundation.money.exceptions;

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
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.SealedRemittances;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;

/** The work list of those who keep the books: money that pays for nothing yet, or not for what it should. */
@Service
public class PaymentExceptions {

    /** A finding with the money that it is about and the account where it is. */
    public record Waiting(PaymentException finding, Movement movement, ReceivingAccount account) {}

    /**
     * Filter of the list of payment exceptions.
     *
     * @param outcome why it waits, or null
     * @param account where, or null
     * @param fromVnd đồng that wait, at least, {@code toVnd} at most
     */
    public record Filter(
            @Nullable MatchStatus outcome, @Nullable Integer account, long fromVnd, long toVnd) {

        public static final Filter ALL = new Filter(null, null, 0, Long.MAX_VALUE);
    }

    /**
     * What a list comes to, of money that is real or of such that is invented: the two are never added.
     *
     * @param count how many wait on accounts for charges
     * @param amountVnd how much of them waits, đồng
     * @param owners how many are on their owners' accounts, where no money waits in the books
     */
    public record Total(boolean synthetic, long count, long amountVnd, long owners) {}

    /** Columns that the list can be sorted by; ties are ordered by account and movement. */
    public enum Order {
        SINCE,
        WAITING,
        REASON,
        ACCOUNT;

        /** The place of a finding in the list. */
        String place(PaymentException of) {
            Object key = switch (this) {
                case SINCE -> of.openedAt();
                case WAITING -> of.waitingVnd();
                case REASON -> of.outcome();
                case ACCOUNT -> of.account();
            };
            return Cursor.of(key, of.account(), of.movement());
        }
    }

    /** The oldest first. */
    public static final Sort<Order> OLDEST = new Sort<>(Order.SINCE, false);

    private final PaymentExceptionStore findings;
    private final PaymentExceptionListStore list;
    private final ReceivingAccounts accounts;
    private final SealedRemittances originals;
    private final Payments payments;
    private final Access access;
    private final AccessLog log;

    PaymentExceptions(
            PaymentExceptionStore findings,
            PaymentExceptionListStore list,
            ReceivingAccounts accounts,
            SealedRemittances originals,
            Payments payments,
            Access access,
            AccessLog log) {
        this.findings = findings;
        this.list = list;
        this.accounts = accounts;
        this.originals = originals;
        this.payments = payments;
        this.access = access;
        this.log = log;
    }

    /** What nobody has decided yet in the units where the actor keeps the books. */
    public Slice<Waiting> open(Actor actor, Filter only, Sort<Order> sort, Cursor after, int size) {
        List<PaymentException> found = list.open(units(actor), actor.synthetic(), only, sort, after, size + 1);
        Slice<PaymentException> part = Slice.of(found, size, last -> sort.by().place(last));
        return new Slice<>(waiting(part.items()), part.nextCursor());
    }

    /** What follows one of the list, whether or not that is decided by now. */
    public Optional<PaymentException> next(Actor actor, Filter only, Sort<Order> sort, PaymentException after) {
        Cursor place = Cursor.read(sort.by().place(after));
        return list.open(units(actor), actor.synthetic(), only, sort, place, 1).stream()
                .findFirst();
    }

    /**
     * How many nobody has decided yet in the units where the actor keeps the books, and how much of the money waits: the
     * real first; of a kind of which there is none, nothing.
     */
    public List<Total> totals(Actor actor, Filter only) {
        return list.totals(units(actor), actor.synthetic(), only);
    }

    /** What rules closed in the units where the actor keeps the books, the latest first. */
    public Slice<Waiting> closedByRules(Actor actor, Cursor after, int size) {
        Slice<PaymentException> part = Slice.of(
                list.closedByRules(units(actor), actor.synthetic(), after, size + 1),
                size,
                last -> Cursor.of(Objects.requireNonNull(last.closedAt()), last.account(), last.movement()));
        return new Slice<>(waiting(part.items()), part.nextCursor());
    }

    private String[] units(Actor actor) {
        return access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new);
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
