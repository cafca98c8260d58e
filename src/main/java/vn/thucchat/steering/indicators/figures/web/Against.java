package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.charts.Bars;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Progress;

/**
 * A value held against its target and, within the year, against the path to it.
 *
 * @param variance value less plan, in points for shares and in the measure's unit otherwise
 * @param achievementPct value by plan in per cent; null where that says nothing (a plan of zero)
 * @param lowerIsBetter whether staying under the plan is what is wanted
 * @param derived the target was worked out from a statement ("vượt 1%"), not stated itself
 * @param ofYear whether the plan is the whole year's and the value is of a part of it
 * @param path null when it is judged by the plan itself, or not at all
 * @param progress null when it cannot be judged: within the year, without a value to set out from
 */
@NamedInterface("words")
public record Against(
        Quantity plan,
        BigDecimal variance,
        @Nullable BigDecimal achievementPct,
        boolean lowerIsBetter,
        boolean derived,
        boolean ofYear,
        @Nullable Path path,
        @Nullable Progress progress) {

    /**
     * What should have been reached by a day.
     *
     * @param variance value less that
     * @param base what it set out from at the end of last year, or null
     * @param own whether the unit set the path itself
     */
    public record Path(
            Quantity due,
            BigDecimal variance,
            LocalDate day,
            @Nullable Quantity base,
            boolean own) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Beyond twice the target a bar says no more. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(200);

    /**
     * One scale for the bars of a page: what is reached of each target in per cent, so that every target stands at the
     * same place and longer is always more.
     */
    public static Bars scale(Collection<Against> of) {
        BigDecimal longest = of.stream().map(Against::reached).reduce(HUNDRED, BigDecimal::max);
        return new Bars(null, HUNDRED, null, longest);
    }

    /** This one on a page's scale; {@link Bars#before} is where its path should be. */
    public Bars on(Bars scale) {
        BigDecimal due = path == null || lowerIsBetter || plan.value().signum() <= 0
                ? null
                : path.due().value().multiply(HUNDRED).divide(plan.value(), 4, RoundingMode.HALF_UP);
        return new Bars(reached(), HUNDRED, due, scale.full());
    }

    private BigDecimal reached() {
        return achievementPct == null
                ? BigDecimal.ZERO
                : achievementPct.max(BigDecimal.ZERO).min(LONGEST);
    }

    public boolean behind() {
        return progress == Progress.BEHIND;
    }

    /** {@code Vượt 4,27 điểm}, {@code Chậm 14,09 điểm so với tiến độ}, {@code Đúng tiến độ}. */
    public String verdict(Texts t) {
        if (progress == null) return t.of("figures.verdict.unjudged");
        if (path != null && progress == Progress.BEHIND)
            return t.of("figures.verdict.behind-path", plan.difference(t, path.variance()));
        if (path != null && progress == Progress.ON_TRACK) return t.of("figures.verdict.on-path");
        String by = plan.difference(t, variance);
        if (variance.signum() == 0) return t.of("figures.verdict.level");
        if (lowerIsBetter) return t.of(variance.signum() > 0 ? "figures.verdict.over" : "figures.verdict.under", by);
        if (variance.signum() < 0) return t.of("figures.verdict.short", by);
        return t.of(path == null ? "figures.verdict.ahead" : "figures.verdict.ahead-year", by);
    }

    /** What the verdict speaks of: {@code so với chỉ tiêu giao 85%}, {@code đến 30/6/2022 cần 35,2%; chỉ tiêu giao cả năm 50%}. */
    public String measuredBy(Texts t) {
        if (path != null)
            return t.of("figures.against.path", t.date(path.day()), path.due().text(t, 1), plan.text(t));
        return t.of(ofYear ? "figures.against.year" : "figures.against", plan.text(t));
    }

    /** The plan in few words: {@code chỉ tiêu giao 85%}, {@code chỉ tiêu cả năm 85%}. */
    public String planned(Texts t) {
        return t.of(ofYear ? "scorecard.plan.year" : "scorecard.plan", plan.text(t));
    }

    /** From what it is judged by: {@code +4,27 điểm}, {@code −14,09 điểm}. */
    public String difference(Texts t) {
        BigDecimal by = path == null ? variance : path.variance();
        return (by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "") + plan.difference(t, by);
    }

    /** The class of its colour. */
    public String tone() {
        return progress == null ? "quiet" : behind() ? "bad" : "good";
    }
}
