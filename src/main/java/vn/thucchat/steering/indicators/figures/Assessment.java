package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.steering.indicators.definitions.Decimals;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/**
 * How a figure stands: against its target and its path, and against the year before.
 *
 * @param variancePoints value minus target: percentage points for shares, else in the indicator's measure
 * @param achievementPct value in per cent of the target (the other way round where less is better)
 * @param milestone what it should have reached by its day on the way to the year's target; null when it is judged by
 *     the target itself, or not at all
 * @param progress null without a target, a value, or a base to begin the path from
 * @param yoyPct change on the same period of the year before, in per cent of that: as stated, else computed; null for
 *     shares whose value of that period is known
 * @param yoyPoints for shares, the change in percentage points
 * @param yearBefore the same reading of that period, or null when none was published
 * @param document what a stated figure is taken from, with the words it stands in ({@code quote}, or empty)
 */
public record Assessment(
        Figure figure,
        Indicator indicator,
        @Nullable Target target,
        @Nullable BigDecimal variancePoints,
        @Nullable BigDecimal achievementPct,
        @Nullable Milestone milestone,
        @Nullable Progress progress,
        @Nullable BigDecimal yoyPct,
        @Nullable BigDecimal yoyPoints,
        @Nullable Figure yearBefore,
        @Nullable Document document,
        String quote) {

    /** Whether it is short of its path, or of the target where that is what it is judged by. */
    public boolean behind() {
        return progress == Progress.BEHIND;
    }

    /** Value minus what it is judged by: the milestone, else the target. Null when there is neither. */
    public @Nullable BigDecimal judgedVariance() {
        BigDecimal value = figure.value();
        return value == null || milestone == null ? variancePoints : value.subtract(milestone.value());
    }

    /** How much of what it should be it is, in per cent, the other way round where less is better: sorts who is behind. */
    public BigDecimal judgedPct() {
        BigDecimal value = figure.value();
        if (value == null || milestone == null) return achievementPct == null ? BigDecimal.ZERO : achievementPct;
        BigDecimal percent = indicator.direction() == Indicator.Direction.UP
                ? percent(value, milestone.value())
                : percent(milestone.value(), value);
        return percent == null ? BigDecimal.ZERO : percent;
    }

    static Assessment of(
            Figure figure,
            Indicator indicator,
            @Nullable Target target,
            @Nullable BigDecimal base,
            @Nullable Figure yearBefore,
            UnitStatements.@Nullable Source source,
            WorkingCalendar calendar) {
        BigDecimal value = figure.value();
        BigDecimal variance = value == null || target == null ? null : value.subtract(target.value());
        BigDecimal achievement = value == null || target == null
                ? null
                : indicator.direction() == Indicator.Direction.UP
                        ? percent(value, target.value())
                        : percent(target.value(), value);
        boolean within = target != null && within(figure, target);
        Milestone milestone = target == null || value == null || !within
                ? null
                : Milestone.of(figure, indicator, target, base, calendar);
        BigDecimal stated = source == null ? null : source.yoyPct();
        BigDecimal before = yearBefore == null ? null : yearBefore.value();
        boolean points = indicator.inPercent() && value != null && before != null;
        BigDecimal yoy = points
                ? null
                : stated != null || value == null || before == null ? stated : percent(value.subtract(before), before);
        return new Assessment(
                figure,
                indicator,
                target,
                variance,
                achievement,
                milestone,
                progress(value, indicator, target, milestone, within),
                yoy,
                value == null || before == null || !points ? null : Decimals.stripped(value.subtract(before)),
                yearBefore,
                source == null ? null : source.document(),
                source == null ? "" : source.quote());
    }

    /** Whether the year of the target is not over for the figure: a shorter period, or a year that still runs. */
    private static boolean within(Figure figure, Target target) {
        if (target.period().grain() != Period.Grain.YEAR) return false;
        return figure.period().grain() != Period.Grain.YEAR
                || (figure.publication() == null
                        && figure.asOf().isBefore(figure.period().to()));
    }

    private static @Nullable Progress progress(
            @Nullable BigDecimal value,
            Indicator indicator,
            @Nullable Target target,
            @Nullable Milestone milestone,
            boolean within) {
        if (value == null || target == null || (within && milestone == null)) return null;
        boolean up = indicator.direction() == Indicator.Direction.UP;
        BigDecimal due = milestone == null ? target.value() : milestone.value();
        if (up ? value.compareTo(due) < 0 : value.compareTo(due) > 0) return Progress.BEHIND;
        // a flow's part of the year is past the year's target only when it is past all of it
        boolean past = up ? value.compareTo(target.value()) > 0 : value.compareTo(target.value()) < 0;
        return past ? Progress.AHEAD : Progress.ON_TRACK;
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) return null;
        return Decimals.stripped(part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP));
    }
}
