package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done beside what was planned and what was before, drawn to one scale that starts at zero.
 *
 * @param full the end of the scale where there is a natural one (100 for a share of all), or null
 */
public record Bars(
        @Nullable BigDecimal actual,
        @Nullable BigDecimal plan,
        @Nullable BigDecimal before,
        @Nullable BigDecimal full) {

    /** Where a bar begins and how long it is, as SVG takes them. */
    public record Bar(String x, String width) {}

    /** A round number under the bars: {@code anchor} keeps the ends inside the picture. */
    public record Tick(String x, String anchor, BigDecimal value) {}

    public @Nullable Bar of(@Nullable BigDecimal value) {
        if (value == null) return null;
        var scale = scale();
        double zero = scale.share(BigDecimal.ZERO);
        double end = scale.share(value);
        return new Bar(Scale.percent(Math.min(zero, end)), Scale.percent(Math.abs(end - zero)));
    }

    /** Where the plan stands, as SVG takes it, or null without a plan. */
    public @Nullable String mark() {
        return plan == null ? null : Scale.percent(scale().share(plan));
    }

    /** Where the value of before stands, as SVG takes it, or null without one. */
    public @Nullable String beforeMark() {
        return before == null ? null : Scale.percent(scale().share(before));
    }

    public List<Tick> ticks() {
        return ticks(scale());
    }

    static List<Tick> ticks(Scale scale) {
        var ticks = scale.ticks();
        return ticks.stream()
                .map(value -> new Tick(
                        Scale.percent(scale.share(value)),
                        value.compareTo(ticks.getFirst()) == 0
                                ? "start"
                                : value.compareTo(ticks.getLast()) == 0 ? "end" : "middle",
                        value))
                .toList();
    }

    private Scale scale() {
        return Scale.of(
                Stream.of(actual, plan, before, full).filter(Objects::nonNull).toList(), 4);
    }
}
