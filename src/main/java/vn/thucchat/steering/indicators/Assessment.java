package vn.thucchat.steering.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a figure stands: against its target, and against the year before.
 *
 * @param variancePoints value minus target: percentage points for shares, else in the indicator's measure
 * @param achievementPct value in per cent of the target (the other way round where less is better)
 * @param yoyPct change on the same period of the year before, in per cent of that: as stated, else computed
 * @param yearBefore the same reading of that period, or null when none was published
 * @param document what a stated figure is taken from, with the words it stands in ({@code quote}, or empty)
 */
public record Assessment(
        Figure figure,
        Indicator indicator,
        @Nullable Target target,
        @Nullable BigDecimal variancePoints,
        @Nullable BigDecimal achievementPct,
        @Nullable BigDecimal yoyPct,
        @Nullable Figure yearBefore,
        @Nullable Document document,
        String quote) {

    /** Whether the target is missed; false without one. */
    public boolean behind() {
        return achievementPct != null && achievementPct.compareTo(BigDecimal.valueOf(100)) < 0;
    }

    static Assessment of(
            Figure figure,
            Indicator indicator,
            @Nullable Target target,
            @Nullable Figure yearBefore,
            StatementStore.@Nullable Source source) {
        BigDecimal value = figure.value();
        BigDecimal variance = value == null || target == null ? null : value.subtract(target.value());
        BigDecimal achievement = value == null || target == null
                ? null
                : indicator.direction() == Indicator.Direction.UP
                        ? percent(value, target.value())
                        : percent(target.value(), value);
        BigDecimal stated = source == null ? null : source.yoyPct();
        BigDecimal before = yearBefore == null ? null : yearBefore.value();
        BigDecimal yoy =
                stated != null || value == null || before == null ? stated : percent(value.subtract(before), before);
        return new Assessment(
                figure,
                indicator,
                target,
                variance,
                achievement,
                yoy,
                yearBefore,
                source == null ? null : source.document(),
                source == null ? "" : source.quote());
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) return null;
        return StatementStore.stripped(part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP));
    }
}
