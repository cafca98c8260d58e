package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;

/** Tells what is odd about stated numbers, to those who type them and to those who review them: the same rules for both. */
@Service
public class Plausibility {

    /** Why a number is to be looked at twice. */
    public enum Reason {
        /** much more or less than in the same period of the year before, and the others did not change so */
        CHANGE,
        /** outside the fences of the units of the same level in the province */
        OUTLIER,
        /** another number than the platform measured */
        MEASURED,
        /** the unit never stated it, and most others have */
        FIRST
    }

    /**
     * Something odd about a number.
     *
     * @param than last year's number, what was measured, or the lower fence; null of a first one
     * @param upTo the upper fence; null of all else
     */
    public record Mark(
            Reason reason,
            BigDecimal value,
            @Nullable BigDecimal than,
            @Nullable BigDecimal upTo) {}

    /** Between which numbers nothing is asked. */
    public record Range(BigDecimal low, BigDecimal high) {}

    /** Finds what the platform measured of what units state; a room that reads figures declares the bean. */
    public interface MeasuredValues {

        /** The measured values, by unit and indicator, of those that have any. */
        Map<UnitCode, Map<String, BigDecimal>> of(
                Collection<UnitCode> units, Period period, boolean synthetic, List<Indicator> wanted);
    }

    private final ComparisonStore store;
    private final Indicators indicators;
    private final Units units;
    private final MeasuredValues measured;

    Plausibility(ComparisonStore store, Indicators indicators, Units units, MeasuredValues measured) {
        this.store = store;
        this.indicators = indicators;
        this.units = units;
        this.measured = measured;
    }

    /** What numbers of units and a period are compared with; read once, whatever is then asked of it. */
    public static final class Beside {

        private final Comparison comparison;

        private Beside(Comparison comparison) {
            this.comparison = comparison;
        }

        public List<Mark> marks(UnitCode unit, Indicator it, BigDecimal value) {
            return comparison.marks(unit, it, value);
        }

        /** Between which numbers nothing is asked of what the unit states next; null where nothing is known. */
        public @Nullable Range usual(UnitCode unit, Indicator it) {
            return comparison.usual(unit, it);
        }

        /** Whether the unit's territory changed since: it is compared with nothing that was stated under its code before. */
        public boolean redrawn(UnitCode unit) {
            return comparison.isRedrawn(unit);
        }

        /**
         * What the unit stated for the same period of the year before; null where nothing was accepted, or where its
         * territory changed since.
         */
        public @Nullable BigDecimal lastYear(UnitCode unit, Indicator it) {
            return comparison.lastYear(unit, it.code());
        }
    }

    /** @param about units of one level, whose numbers are in question */
    public Beside beside(Collection<UnitCode> about, Period period, boolean synthetic) {
        var comparison = new Comparison();
        if (about.isEmpty()) return new Beside(comparison);
        Map<String, Indicator> byCode =
                indicators.all().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        var peers = peers(about, period);
        for (UnitCode unit : peers) if (redrawn(unit, period.yearBefore(), period)) comparison.redrawn(unit);
        var accepted = new HashMap<Comparison.Key, BigDecimal>();
        for (var stated : store.stated(peers, List.of(period, period.yearBefore()), synthetic)) {
            Indicator it = byCode.get(stated.indicator());
            BigDecimal value = it == null ? null : stated.shown(it);
            if (value == null) continue;
            var key = new Comparison.Key(stated.unit(), stated.indicator());
            if (!stated.period().equals(period)) {
                if (stated.accepted()) comparison.lastYear(key, value);
            } else if (stated.accepted()) accepted.put(key, value);
            else comparison.now(key, value);
        }
        // what waits takes the place of what it corrects
        accepted.forEach(comparison::nowUnlessWaiting);
        for (var known : store.known(peers, period, synthetic))
            comparison.known(new Comparison.Key(known.unit(), known.indicator()));
        UnitKind.Level level = level(about, period);
        List<Indicator> formulas = byCode.values().stream()
                .filter(it -> level != null
                        && it.reportedBy() == level
                        && it.computed().isPresent())
                .toList();
        if (!formulas.isEmpty())
            measured.of(about, period, synthetic, formulas)
                    .forEach((unit, values) -> values.forEach(
                            (code, value) -> comparison.measured(new Comparison.Key(unit, code), value)));
        return new Beside(comparison);
    }

    /**
     * Whether a unit was given territory, or gave some away, after the last day of a period and up to that of a later
     * one: a merger may leave a code to another place than it was.
     */
    public boolean redrawn(UnitCode unit, Period earlier, Period later) {
        return Stream.concat(units.successors(unit, earlier.to()).stream(), units.predecessors(unit).stream())
                // what became of itself is where others joined it, or a new name
                .filter(it -> !it.from().equals(it.to()))
                .anyMatch(it ->
                        it.effective().isAfter(earlier.to()) && !it.effective().isAfter(later.to()));
    }

    /** Those in question and the others of their level in their provinces. */
    private Set<UnitCode> peers(Collection<UnitCode> about, Period period) {
        var peers = new LinkedHashSet<>(about);
        UnitKind.Level level = level(about, period);
        if (level == null) return peers;
        var provinces = new LinkedHashSet<UnitCode>();
        for (UnitCode unit : about)
            for (Unit above : units.path(unit, period.to()))
                if (above.kind().level() == UnitKind.Level.PROVINCE) provinces.add(above.code());
        for (UnitCode province : provinces)
            for (Unit unit : units.below(province, level, period.to())) peers.add(unit.code());
        return peers;
    }

    private UnitKind.@Nullable Level level(Collection<UnitCode> about, Period period) {
        return units.nearest(about.iterator().next(), period.to())
                .map(unit -> unit.kind().level())
                .orElse(null);
    }
}
