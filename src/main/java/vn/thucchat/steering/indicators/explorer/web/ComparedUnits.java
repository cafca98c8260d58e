package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Spread;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Ranks and orders units that are compared in one indicator, those without a value last. */
final class ComparedUnits {

    /** What they can be ordered by; with {@code -} before it the other way round. */
    static final Set<String> SORTS = Set.of("value", "-value", "name", "-name", "variance", "-variance");

    /** One unit compared; without an assessment nothing is known of it. */
    record Compared(Unit unit, String name, @Nullable Assessment known) {
        @Nullable
        BigDecimal value() {
            return known == null ? null : known.figure().value();
        }

        @Nullable
        BigDecimal variance() {
            return known == null ? null : known.judgedVariance();
        }
    }

    private final FigureSubject above;
    private final List<Compared> all;
    private final Map<UnitCode, Integer> ranks;

    /** @param above the figure of the unit whose units are compared */
    ComparedUnits(FigureSubject above, Collection<Compared> all, String sort) {
        this.above = above;
        this.all = all.stream().sorted(order(sort)).toList();
        this.ranks = ranks(this.all, above.indicator());
    }

    List<Compared> all() {
        return all;
    }

    /** Those whose name has a part in it; marks and case do not matter. */
    List<Compared> named(String part) {
        String plain = DisplayNames.plain(part);
        return all.stream()
                .filter(each ->
                        part.isEmpty() || DisplayNames.plain(each.name()).contains(plain))
                .toList();
    }

    int size() {
        return all.size();
    }

    /** The target of the compared units where all have the same one, or null. */
    @Nullable
    Quantity plan() {
        List<BigDecimal> plans = all.stream()
                .flatMap(each -> each.known() == null || each.known().target() == null
                        ? Stream.of()
                        : Stream.of(each.known().target().value()))
                .distinct()
                .toList();
        return plans.size() == 1
                ? Quantity.of(plans.getFirst(), above.indicator().measure())
                : null;
    }

    /**
     * All values on one line.
     *
     * @param own the units whose values are marked
     * @param whole the value of all together, or null
     */
    Spread spread(Set<String> own, @Nullable Quantity whole) {
        Indicator it = above.indicator();
        var values = new ArrayList<Spread.Value>();
        for (Compared each : all) {
            Quantity value = each.known() == null
                    ? null
                    : FigureFormat.quantity(each.known().figure(), it);
            UnitCode code = each.unit().code();
            if (value != null)
                values.add(new Spread.Value(
                        code.value(), each.name(), value.size(), above.of(code), own.contains(code.value())));
        }
        Quantity plan = plan();
        // the whole is like its parts; what adds up is not
        boolean alike = it.aggregation() != Indicator.Aggregation.SUM;
        return new Spread(values, plan == null ? null : plan.size(), alike && whole != null ? whole.size() : null);
    }

    /** From 1 by value; null without one. */
    @Nullable
    Integer rank(Compared of) {
        return ranks.get(of.unit().code());
    }

    /** Those that have a value. */
    List<Compared> valued() {
        return all.stream().filter(each -> each.value() != null).toList();
    }

    /** Whether one of the values is published. */
    boolean published() {
        return valued().stream()
                .anyMatch(each -> each.known() != null && each.known().figure().publication() != null);
    }

    private static Map<UnitCode, Integer> ranks(List<Compared> all, Indicator it) {
        Comparator<Compared> best = Comparator.comparing(
                Compared::value,
                it.direction() == Indicator.Direction.UP ? Comparator.reverseOrder() : Comparator.naturalOrder());
        List<Compared> valued =
                all.stream().filter(each -> each.value() != null).sorted(best).toList();
        Map<UnitCode, Integer> ranks = new HashMap<>();
        int rank = 0;
        BigDecimal before = null;
        for (int i = 0; i < valued.size(); i++) {
            BigDecimal value = valued.get(i).value();
            // equal values share a rank
            if (before == null || value == null || value.compareTo(before) != 0) rank = i + 1;
            before = value;
            ranks.put(valued.get(i).unit().code(), rank);
        }
        return ranks;
    }

    /** Units without a value come last, whichever way. */
    private static Comparator<Compared> order(String sort) {
        boolean down = sort.startsWith("-");
        Comparator<Compared> byName = Comparator.comparing(Compared::name, VietnameseText.ORDER);
        return switch (sort.replace("-", "")) {
            case "name" -> down ? byName.reversed() : byName;
            case "variance" ->
                Comparator.comparing(Compared::variance, nullsLast(down)).thenComparing(byName);
            default -> Comparator.comparing(Compared::value, nullsLast(down)).thenComparing(byName);
        };
    }

    private static Comparator<@Nullable BigDecimal> nullsLast(boolean down) {
        Comparator<BigDecimal> order = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.nullsLast(order);
    }
}
