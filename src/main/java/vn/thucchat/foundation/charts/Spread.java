package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
     * @param unit the unit's code
     * @param url the unit's figure
     * @param own whether it is to be found at once: the reader's own unit, or one that is looked at
     */
    public record Value(String unit, String name, BigDecimal size, String url, boolean own) {}

    /** A value as a bar that stands on zero: places and lengths as SVG takes them. */
    public record Column(String x, String width, String y, String height, Value value) {}

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

    /** All values as bars beside each other, from the lowest to the highest, on one scale. */
    public List<Column> columns() {
        var scale = scale();
        double zero = scale.share(BigDecimal.ZERO);
        double slot = 1.0 / values.size();
        double gap = values.size() > 60 ? 0.12 : 0.2;
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    double end = scale.share(values.get(i).size());
                    return new Column(
                            Scale.percent(slot * (i + gap / 2)),
                            Scale.percent(slot * (1 - gap)),
                            Scale.percent(1 - Math.max(zero, end)),
                            Scale.percent(Math.abs(end - zero)),
                            values.get(i));
                })
                .toList();
    }

    /** The round numbers beside the bars, from low to high. */
    public List<Level> levels() {
        return scale().ticks().stream()
                .map(value -> new Level(Objects.requireNonNull(height(value)), value))
                .toList();
    }

    /** A tick of the vertical axis: {@code y} is its distance from the top in per cent of the height. */
    public record Level(String y, BigDecimal value) {}

    /** How far from the top of the bars' picture a value stands, as SVG takes it; null for none. */
    public @Nullable String height(@Nullable BigDecimal value) {
        return value == null ? null : Scale.percent(1 - scale().share(value));
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

    /**
     * The values from which on a unit is far from the others: beyond one and a half times the middle half's width below
     * or above that half (Tukey's fences). Null with fewer than eight values, of which that says little.
     */
    public @Nullable Fences fences() {
        int size = values.size();
        if (size < 8) return null;
        BigDecimal first = values.get(size / 4).size();
        BigDecimal third = values.get(size - 1 - size / 4).size();
        BigDecimal reach = third.subtract(first).multiply(new BigDecimal("1.5"));
        return new Fences(first.subtract(reach), third.add(reach));
    }

    /** What is below {@code low} or above {@code high} is far from the rest. */
    public record Fences(BigDecimal low, BigDecimal high) {
        public boolean outside(BigDecimal value) {
            return value.compareTo(low) < 0 || value.compareTo(high) > 0;
        }
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
