package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;

/**
 * A value held against its target.
 *
 * @param variance value less plan, in points for shares and in the measure's unit otherwise
 * @param achievementPct value by plan in per cent; null where that says nothing (a plan of zero)
 * @param lowerIsBetter whether staying under the plan is what is wanted
 * @param derived the target was worked out from a statement ("vượt 1%"), not stated itself
 * @param behind whether the target is missed
 */
public record Against(
        Quantity plan,
        BigDecimal variance,
        @Nullable BigDecimal achievementPct,
        boolean lowerIsBetter,
        boolean derived,
        boolean behind) {

    /** {@code Vượt 4,27 điểm}, {@code Còn thiếu 14,09 điểm}. */
    public String verdict(Texts t) {
        String by = plan.difference(t, variance);
        if (variance.signum() == 0) return t.of("figures.verdict.level");
        if (lowerIsBetter) return t.of(variance.signum() > 0 ? "figures.verdict.over" : "figures.verdict.under", by);
        return t.of(variance.signum() > 0 ? "figures.verdict.ahead" : "figures.verdict.short", by);
    }

    /** {@code +4,27 điểm}, {@code −14,09 điểm}. */
    public String difference(Texts t) {
        return (variance.signum() > 0 ? "+" : variance.signum() < 0 ? "−" : "") + plan.difference(t, variance);
    }

    /** The class of its colour. */
    public String tone() {
        return behind ? "bad" : "good";
    }
}
