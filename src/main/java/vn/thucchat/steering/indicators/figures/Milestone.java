package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;

/**
 * What a figure within the year should have reached by its day, on the path to the year's target. A state (how things
 * stand, any share) goes straight from last year's last value to the target, a flow from nothing, both by working days
 * of state offices elapsed in the year; a unit may set its own path by quarter. A flow's figure is held against its own period's part.
 *
 * @param value in the indicator's measure
 * @param day the day that the value is expected by
 * @param base what a state set out from at the end of last year; null for a flow, and where the path's first quarter
 *     is past
 * @param ownPath whether the unit set the path itself
 */
public record Milestone(
        BigDecimal value, LocalDate day, @Nullable BigDecimal base, boolean ownPath) {

    /**
     * @param target of the whole year
     * @param base the last value of last year, or null when there is none
     * @param calendar whose working days count
     * @return null when the path cannot be told: a state without a base
     */
    static @Nullable Milestone of(
            Figure figure, Indicator indicator, Target target, @Nullable BigDecimal base, WorkingCalendar calendar) {
        Period period = figure.period();
        LocalDate day = figure.asOf().isAfter(period.to()) ? period.to() : figure.asOf();
        if (day.isBefore(period.from())) day = period.to();
        boolean flow = flows(indicator);
        BigDecimal reached = at(day, target, flow ? BigDecimal.ZERO : base, calendar);
        if (reached == null) return null;
        if (flow) {
            BigDecimal before = at(period.from().minusDays(1), target, BigDecimal.ZERO, calendar);
            return new Milestone(
                    before == null ? reached : reached.subtract(before), day, null, target.steps() != null);
        }
        return new Milestone(reached, day, base, target.steps() != null);
    }

    /** Whether it adds up through the year; a share never does, whatever its parts do. */
    private static boolean flows(Indicator indicator) {
        return indicator.overTime() == Indicator.OverTime.SUM && !indicator.inPercent();
    }

    /** The place on the path at the end of a day; the day before the year gives where the path begins. */
    private static @Nullable BigDecimal at(
            LocalDate day, Target target, @Nullable BigDecimal start, WorkingCalendar calendar) {
        int year = target.period().year();
        if (day.getYear() < year) return start;
        Target.Steps steps = target.steps();
        if (steps == null)
            return start == null
                    ? null
                    : between(calendar, start, target.value(), LocalDate.of(year, 1, 1), day, end(year, 4));
        int quarter = (day.getMonthValue() - 1) / 3 + 1;
        BigDecimal from = switch (quarter) {
            case 1 -> start;
            case 2 -> steps.q1();
            case 3 -> steps.q2();
            default -> steps.q3();
        };
        BigDecimal to = switch (quarter) {
            case 1 -> steps.q1();
            case 2 -> steps.q2();
            case 3 -> steps.q3();
            default -> target.value();
        };
        if (day.equals(end(year, quarter))) return to;
        return from == null
                ? null
                : between(calendar, from, to, LocalDate.of(year, quarter * 3 - 2, 1), day, end(year, quarter));
    }

    private static LocalDate end(int year, int quarter) {
        return LocalDate.of(year, Month.of(quarter * 3), 1).plusMonths(1).minusDays(1);
    }

    private static BigDecimal between(
            WorkingCalendar calendar, BigDecimal from, BigDecimal to, LocalDate first, LocalDate day, LocalDate last) {
        int elapsed = calendar.workingDays(first, day);
        int all = calendar.workingDays(first, last);
        return from.add(to.subtract(from)
                .multiply(BigDecimal.valueOf(elapsed))
                .divide(BigDecimal.valueOf(all), Formula.SCALE, RoundingMode.HALF_UP));
    }
}
