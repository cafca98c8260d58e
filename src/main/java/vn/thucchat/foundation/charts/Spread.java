package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays values of units along one axis, with the plan, the median and the value of the whole among them.
 *
 * @param values in any order
 * @param whole the value of all units together, or null
 */
public record Spread(
        List<Value> values,
        @Nullable BigDecimal plan,
        @Nullable BigDecimal whole) {

    /**
     * @param name the unit
     * @param url the unit's figure
     * @param own whether the reader works there
     */
    public record Value(String name, BigDecimal size, String url, boolean own) {}

    /** A value and where it lies, as SVG takes it: {@code 46.8%}. */
    public record Place(String x, Value value) {}

    public Spread {
        values = values.stream().sorted(Comparator.comparing(Value::size)).toList();
    }

    /** From the lowest to the highest. */
    public List<Place> places() {
        var scale = scale();
        return values.stream()
                .map(value -> new Place(Scale.percent(scale.share(value.size())), value))
                .toList();
    }

    public boolean drawable() {
        return !values.isEmpty();
    }

    public Value lowest() {
        return values.getFirst();
    }

    public Value highest() {
        return values.getLast();
    }

    /** As many units lie below it as above. */
    public BigDecimal median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle).size()
                : values.get(middle - 1).size().add(values.get(middle).size()).divide(BigDecimal.TWO);
    }

    /** Where a value stands, as SVG takes it; null for none. */
    public @Nullable String at(@Nullable BigDecimal value) {
        return value == null ? null : Scale.percent(scale().share(value));
    }

    private Scale scale() {
        return Scale.of(
                Stream.concat(values.stream().map(Value::size), Stream.of(plan, whole))
                        .filter(Objects::nonNull)
                        .toList(),
                4);
    }

    public List<Bars.Tick> ticks() {
        return Bars.ticks(scale());
    }
}
