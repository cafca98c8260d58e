package vn.thucchat.foundation.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many values lie along one axis, and the plan among them. */
public record Spread(List<BigDecimal> values, @Nullable BigDecimal plan) {

    /** Where each lies, as SVG takes it. */
    public List<String> places() {
        var scale = scale();
        return values.stream()
                .map(value -> Scale.percent(scale.share(value)))
                .distinct()
                .toList();
    }

    public @Nullable String mark() {
        return plan == null ? null : Scale.percent(scale().share(plan));
    }

    private Scale scale() {
        return Scale.of((plan == null ? values.stream() : Stream.concat(values.stream(), Stream.of(plan))).toList(), 4);
    }

    public List<Bars.Tick> ticks() {
        return Bars.ticks(scale());
    }
}
