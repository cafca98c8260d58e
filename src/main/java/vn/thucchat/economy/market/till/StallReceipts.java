package vn.thucchat.economy.market.till;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;

/** What came in at a stall, as its trader sees and hears it. */
@Service
public class StallReceipts {

    /**
     * A payment at a stall.
     *
     * @param code of the sale or charge that it names, or null
     * @param dueVnd đồng asked for by that; 0 when nothing was
     * @param paidVnd đồng that came for it in all, until now; may be too much
     * @param words to be said aloud, in Vietnamese
     */
    public record Line(
            UUID id,
            Instant at,
            long amountVnd,
            MatchStatus outcome,
            @Nullable String code,
            long dueVnd,
            long paidVnd,
            String words,
            int account,
            long number) {

        /** What is missing of a sale that this paid a part of, in đồng; 0 when nothing is. */
        public long owedVnd() {
            return outcome == MatchStatus.UNDERPAID ? Math.max(0, dueVnd - paidVnd) : 0;
        }

        /** Whether the bank took it back instead. */
        public boolean takenBack() {
            return outcome == MatchStatus.REVERSAL;
        }
    }

    /**
     * A stretch of a day's lines, the latest first.
     *
     * @param total of what came; {@code takenBack} is not subtracted from it
     * @param held what came and is not in the total until an accountant has looked at it
     * @param next where the next stretch begins, or null at the end
     */
    public record Day(
            LocalDate day,
            Payments.Total total,
            Payments.Total takenBack,
            Payments.Total held,
            List<Line> lines,
            @Nullable String next) {}

    private static final List<String> ANSWERING =
            List.of(Roles.EVIDENCE_READER, PaymentRoles.ACCOUNTANT, MarketRoles.MARKET_MANAGER);

    private final PaymentMethods methods;
    private final Traders traders;
    private final Access access;
    private final Payments payments;
    private final ReceiptLines lines;
    private final HeldPayments held;
    private final InstantSource clock;

    StallReceipts(
            PaymentMethods methods,
            Traders traders,
            Access access,
            Payments payments,
            ReceiptLines lines,
            HeldPayments held,
            InstantSource clock) {
        this.methods = methods;
        this.traders = traders;
        this.access = access;
        this.payments = payments;
        this.lines = lines;
        this.held = held;
        this.clock = clock;
    }

    /** The person's own stalls. */
    public List<Till> tills(Actor trader) {
        if (!trader.signedIn()) return List.of();
        return methods.served(trader).stream()
                .collect(Collectors.groupingBy(StallAccount::stall, java.util.LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Till::of)
                .toList();
    }

    /** A stall of the person's own. */
    public Optional<Till> till(Actor trader, UUID stall) {
        return tills(trader).stream().filter(till -> till.stall().equals(stall)).findFirst();
    }

    /** Whether the actor answers for figures of the place, or is the trader who was paid. */
    public boolean maySee(Actor actor, StallAccount paid) {
        return ANSWERING.stream().anyMatch(role -> may(actor, role, paid)) || own(actor, paid);
    }

    /** Whether the actor is the trader who was paid, runs the market or keeps the books of its unit. */
    public boolean mayAnswerFor(Actor actor, StallAccount paid) {
        return may(actor, PaymentRoles.ACCOUNTANT, paid) || mayManage(actor, paid) || own(actor, paid);
    }

    boolean mayManage(Actor actor, StallAccount paid) {
        return may(actor, MarketRoles.MARKET_MANAGER, paid);
    }

    private boolean may(Actor actor, String role, StallAccount paid) {
        return access.may(actor, role, paid.unit().value(), paid.synthetic());
    }

    /** Whether the actor is the trader who was paid, also one who sells there no more: not who rents the stall after. */
    public boolean own(Actor actor, StallAccount paid) {
        return actor.signedIn()
                && traders.find(paid.trader())
                        .filter(trader -> actor.account().equals(trader.account()))
                        .isPresent();
    }

    /** How far the accounts have got. */
    public StreamCursor now(Till till) {
        return new StreamCursor(payments.last(till.numbers()));
    }

    public LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    /** What came on a day on the accounts of that day, at most {@code limit} lines of each. */
    public Day day(Till till, LocalDate day, @Nullable StreamCursor before, int limit) {
        List<Integer> numbers = till.numbers(day);
        Payments.Total total = payments.total(numbers, day, day);
        var came = new ArrayList<Movement>();
        for (int account : numbers) {
            long from = before == null ? Long.MAX_VALUE : before.last().getOrDefault(account, Long.MAX_VALUE);
            came.addAll(payments.page(account, day, day, new Payments.Cursor(day, from), limit));
        }
        // as they came: a bank may tell of the earlier later
        came.sort(Comparator.comparing(Movement::receivedAt)
                .thenComparingLong(Movement::number)
                .reversed());
        List<Movement> shown = came.stream().limit(limit).toList();
        String next = came.size() <= shown.size() ? null : cursor(numbers, shown, before);
        if (next == null && shown.size() == limit) next = cursor(numbers, shown, before);
        return new Day(
                day,
                total,
                payments.takenBack(numbers, day, day),
                held.waiting(numbers, day, day),
                lines.of(shown),
                next);
    }

    /** By account the oldest number shown: what comes next is before it. */
    private static String cursor(List<Integer> accounts, List<Movement> shown, @Nullable StreamCursor before) {
        var oldest = new HashMap<Integer, Long>();
        if (before != null) oldest.putAll(before.last());
        for (int account : accounts) oldest.putIfAbsent(account, 999_999_999_999_999L);
        for (Movement movement : shown) oldest.merge(movement.account(), movement.number(), Math::min);
        return new StreamCursor(oldest).toString();
    }

    /** The words to be said of a payment now: of one that was paid earlier when, before all else. */
    public String spoken(Line line) {
        Instant now = clock.instant();
        return Loudspeaker.earlier(line.at(), now) ? Loudspeaker.earlier(line.words(), line.at(), now) : line.words();
    }

    /** A payment as a line; empty when the bank took it back. */
    public Optional<Line> line(Movement payment) {
        return lines(List.of(payment)).stream().findFirst();
    }

    /** Payments as lines; what goes out is none of a stall's takings. */
    public List<Line> lines(List<Movement> movements) {
        return lines.of(movements.stream().filter(Movement::incoming).toList());
    }
}
