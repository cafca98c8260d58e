package vn.thucchat.steering.indicators.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/** Reads how a measured figure that adds up came about day by day, and at which hours of the day. */
@Service
public class DailyCourse {

    private static final SortedMap<LocalDate, BigDecimal> NONE = Collections.emptySortedMap();

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 500;

    /** What the hours of a figure depend on, beside the facts. */
    private record HoursKey(
            String indicator,
            int version,
            UnitCode unit,
            Period period,
            LocalDate boundaries,
            boolean synthetic,
            LocalDate from,
            LocalDate to,
            boolean each) {}

    private final Cache<HoursKey, SortedMap<Integer, BigDecimal>> hoursKept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    private final Sums sums;
    private final Units units;
    private final FigureEvidence evidence;
    private final InstantSource clock;

    DailyCourse(Sums sums, Units units, FigureEvidence evidence, InstantSource clock) {
        this.sums = sums;
        this.evidence = evidence;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The days of the figure's period that have facts.
     *
     * @param each whether the reader may see each fact; else a unit's day counts only with enough distinct subjects, as
     *     in the list of facts, so that nothing can be told by subtracting
     * @return empty for what is stated, a share, a state, a number of distinct subjects, or divided between units
     */
    public SortedMap<LocalDate, BigDecimal> of(Figure figure, Indicator indicator, boolean each) {
        Formula formula = addingUp(figure, indicator);
        if (formula == null) return NONE;
        Term term = formula.numerator().getFirst();
        LocalDate today = BusinessTime.day(clock.instant());
        LocalDate to =
                figure.period().to().isAfter(today) ? today : figure.period().to();
        Set<UnitCode> withheld = each ? Set.of() : evidence.withheld(figure, indicator);
        var days = new TreeMap<LocalDate, BigDecimal>();
        if (to.isBefore(figure.period().from())) return days;
        for (Units.Era era : units.eras(figure.period().from(), to)) {
            Map<UnitCode, List<UnitAllocation>> of =
                    UnitAllocation.of(units.compose(List.of(figure.unit()), figure.boundaries(), era.from()));
            if (of.values().stream().flatMap(List::stream).anyMatch(it -> it.share() != null || it.undivided() != null))
                return NONE;
            sums.byDay(
                            term,
                            figure.synthetic(),
                            of.keySet().stream()
                                    .filter(unit -> !withheld.contains(unit))
                                    .toList(),
                            era.from(),
                            era.to(),
                            each ? 0 : Evidence.Group.FEWEST_SUBJECTS)
                    .forEach((day, sum) -> days.put(day, BigDecimal.valueOf(sum).multiply(formula.factor())));
        }
        return days;
    }

    /**
     * The hours of the day in which the figure came about, over some of the days that {@link #of} found something on.
     *
     * @param each whether the reader may see each fact; else an hour of a unit's day counts only with enough distinct
     *     subjects: such sums must not be told beside sums of days, from which a single hour could be subtracted
     * @return by hour, 0 to 23; empty for whatever has no course; some minutes old, as it adds up raw facts
     * @throws vn.thucchat.foundation.pages.Problem 503 when it is not kept and too many others are waiting
     */
    public SortedMap<Integer, BigDecimal> hours(
            Figure figure, Indicator indicator, LocalDate from, LocalDate to, boolean each) {
        Formula formula = addingUp(figure, indicator);
        if (formula == null) return Collections.emptySortedMap();
        var key = new HoursKey(
                indicator.code(),
                indicator.version(),
                figure.unit(),
                figure.period(),
                figure.boundaries(),
                figure.synthetic(),
                from,
                to,
                each);
        SortedMap<Integer, BigDecimal> known = hoursKept.getIfPresent(key);
        return known != null
                ? known
                // waits outside of the cache, whose other readers would wait too; strangers do not keep staff out
                : HeavyWork.SUMS.run(
                        each, () -> hoursKept.get(key, _ -> hours(figure, indicator, formula, from, to, each)));
    }

    private SortedMap<Integer, BigDecimal> hours(
            Figure figure, Indicator indicator, Formula formula, LocalDate from, LocalDate to, boolean each) {
        var hours = new TreeMap<Integer, BigDecimal>();
        boolean counts = formula.numerator().getFirst().measure() == Measure.COUNT;
        evidence.hours(figure, indicator, from, to, each)
                .forEach((hour, total) -> hours.put(
                        hour,
                        BigDecimal.valueOf(counts ? total.count() : total.amount())
                                .multiply(formula.factor())));
        return Collections.unmodifiableSortedMap(hours);
    }

    /** The formula where it sums one kind of acts up; null where it does not. */
    private static @Nullable Formula addingUp(Figure figure, Indicator indicator) {
        Formula formula = indicator.computed().orElse(null);
        if (formula == null
                || figure.basis() != Basis.COMPUTED
                || formula.numerator().size() != 1
                || !formula.denominator().isEmpty()) return null;
        Measure measure = formula.numerator().getFirst().measure();
        return measure == Measure.COUNT || measure == Measure.AMOUNT ? formula : null;
    }
}
