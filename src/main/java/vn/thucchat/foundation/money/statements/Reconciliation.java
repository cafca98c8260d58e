package vn.thucchat.foundation.money.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;

/**
 * What banks state of an account, against what was told of it: for each day the statement's total in and out must be
 * that of the movements, which are matched, unmatched or the owner's, and the balances must follow from the lines.
 */
@Service
public class Reconciliation {

    /** More differences of a day are not listed: there the whole day is wrong. */
    private static final int LISTED = 200;

    private static final Payments.Total NONE = new Payments.Total(0, 0);

    /** How a day stands. */
    public enum State {
        AGREES,
        DIFFERS,
        /** no statement of this day was taken */
        NO_STATEMENT
    }

    /** What came in and what went out. */
    public record Sides(Payments.Total in, Payments.Total out) {}

    /** @param stated by the bank's statements, {@code recorded} by the movements */
    public record Day(LocalDate day, State state, Sides stated, Sides recorded) {}

    public record OfOutcome(MatchStatus outcome, Payments.Total total) {}

    /**
     * A day in detail.
     *
     * @param notStated told by a messenger, and not in a statement
     * @param statedOnly in the statement, and told by no messenger
     * @param otherDay stated of one day and told of another
     * @param statements that state something of the day
     */
    public record Detail(
            Day day,
            List<OfOutcome> outcomes,
            List<Movement> notStated,
            List<Movement> statedOnly,
            List<Movement> otherDay,
            List<KeptStatement> statements) {}

    private final ReconciliationStore store;
    private final BankStatementStore statements;

    Reconciliation(ReconciliationStore store, BankStatementStore statements) {
        this.store = store;
        this.statements = statements;
    }

    /** The days of a stretch on which something moved or is stated, the latest first. */
    public List<Day> days(int account, LocalDate from, LocalDate to) {
        List<KeptStatement> covering = statements.covering(account, from, to);
        Map<LocalDate, Sides> recorded = sides(store.recorded(account, from, to));
        Map<LocalDate, Sides> stated = sides(store.stated(account, from, to));
        var days = new ArrayList<Day>();
        for (LocalDate day = to; !day.isBefore(from); day = day.minusDays(1)) {
            LocalDate of = day;
            List<KeptStatement> its =
                    covering.stream().filter(statement -> statement.touches(of)).toList();
            if (!its.isEmpty() || recorded.containsKey(day))
                days.add(day(day, its, stated.get(day), recorded.get(day)));
        }
        return days;
    }

    public Detail day(int account, LocalDate day) {
        List<KeptStatement> its = statements.covering(account, day, day);
        Day whole = day(
                day,
                its,
                sides(store.stated(account, day, day)).get(day),
                sides(store.recorded(account, day, day)).get(day));
        boolean compared = its.stream().anyMatch(statement -> statement.covers(day));
        return new Detail(
                whole,
                store.byOutcome(account, day),
                compared ? store.notStated(account, day, LISTED) : List.of(),
                compared ? store.statedOnly(account, day, LISTED) : List.of(),
                compared ? store.otherDay(account, day, LISTED) : List.of(),
                its);
    }

    private static Day day(
            LocalDate day, List<KeptStatement> statements, @Nullable Sides stated, @Nullable Sides recorded) {
        Sides bank = stated == null ? new Sides(NONE, NONE) : stated;
        Sides ours = recorded == null ? new Sides(NONE, NONE) : recorded;
        List<KeptStatement> whole =
                statements.stream().filter(statement -> statement.covers(day)).toList();
        State state = whole.isEmpty()
                ? State.NO_STATEMENT
                : bank.equals(ours) && whole.stream().noneMatch(KeptStatement::contradicts)
                        ? State.AGREES
                        : State.DIFFERS;
        return new Day(day, state, bank, ours);
    }

    private static Map<LocalDate, Sides> sides(List<ReconciliationStore.Sum> sums) {
        var sides = new HashMap<LocalDate, Sides>();
        for (var sum : sums) {
            var total = new Payments.Total(sum.count(), sum.amountVnd());
            Sides fresh = sum.incoming() ? new Sides(total, NONE) : new Sides(NONE, total);
            sides.merge(
                    sum.day(),
                    fresh,
                    (one, other) -> sum.incoming() ? new Sides(total, one.out()) : new Sides(one.in(), total));
        }
        return sides;
    }
}
