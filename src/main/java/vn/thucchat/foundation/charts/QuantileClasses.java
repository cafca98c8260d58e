package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Divides values into classes of about equal size (quantiles), for colours on a map. Equal values are never in different
 * classes, so that there may be fewer classes than asked for.
 *
 * @param all from the lowest to the highest; empty without values
 */
public record QuantileClasses(List<Range> all) {

    /** Values from {@code low} to {@code high}, both included, and how many there are. */
    public record Range(BigDecimal low, BigDecimal high, int count) {}

    /** @param most how many classes there may be, from 1 */
    public static QuantileClasses of(Collection<BigDecimal> values, int most) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        var classes = new ArrayList<Range>();
        int from = 0;
        for (int i = 1; i <= most && from < sorted.size(); i++) {
            int to = Math.max(from + 1, Math.round((float) sorted.size() * i / most));
            while (to < sorted.size() && sorted.get(to).compareTo(sorted.get(to - 1)) == 0) to++;
            classes.add(new Range(sorted.get(from), sorted.get(to - 1), to - from));
            from = to;
        }
        return new QuantileClasses(List.copyOf(classes));
    }

    /** The class of a value that is among those divided, from 0. */
    public int of(BigDecimal value) {
        for (int i = 0; i < all.size(); i++) if (value.compareTo(all.get(i).high()) <= 0) return i;
        throw new IllegalArgumentException(value + " is above all classes");
    }
}
