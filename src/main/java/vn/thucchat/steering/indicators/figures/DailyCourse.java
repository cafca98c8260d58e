package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;

/** Reads how a measured figure that adds up came about day by day, and at which hours of the day. */
@Service
public class DailyCourse {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

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

    /** Sums a term of units over days between two changes of places. */
    private interface Summing<K> {
        SortedMap<K, Long> of(Term term, Collection<UnitCode> units, Units.Era era);
    }

    /**
     * The days of the figure's period that have facts.
     *
     * @param reader who does not see each fact is told of a unit's day only where it has enough distinct subjects, as in
     *     the list of facts, so that nothing can be told by subtracting
     * @return empty for what is stated, a share, a state, a number of distinct subjects, or divided between units
     */
    public SortedMap<LocalDate, BigDecimal> of(Actor reader, Figure figure, Indicator indicator) {
        boolean each = evidence.showsEach(reader, figure, indicator);
        LocalDate today = BusinessTime.day(clock.instant());
        LocalDate to =
                figure.period().to().isAfter(today) ? today : figure.period().to();
        return course(
                reader,
                figure,
                indicator,
                figure.period().from(),
                to,
                (term, of, era) -> sums.byDay(
                        term, figure.synthetic(), of, era.from(), era.to(), each ? 0 : Evidence.Group.FEWEST_SUBJECTS));
    }

    /**
     * The hours of the day in which the figure came about, over some of the days that {@link #of} found something on.
     *
     * @param reader who does not see each fact is told of an hour of a unit's day only where it has enough distinct
     *     subjects: such sums must not be told beside sums of days, from which a single hour could be subtracted
     * @return by hour, 0 to 23; empty for whatever has no course
     * @throws Problem 503 while days that were counted before hours were kept are counted again
     */
    public SortedMap<Integer, BigDecimal> hours(
            Actor reader, Figure figure, Indicator indicator, LocalDate from, LocalDate to) {
        boolean each = evidence.showsEach(reader, figure, indicator);
        return course(
                reader,
                figure,
                indicator,
                from,
                to,
                (term, of, era) -> sums.byHour(term, figure.synthetic(), of, era.from(), era.to(), each)
                        .orElseThrow(() -> Problem.busy(COME_BACK, "problem.busy")));
    }

    private <K extends Comparable<? super K>> SortedMap<K, BigDecimal> course(
            Actor reader, Figure figure, Indicator indicator, LocalDate from, LocalDate to, Summing<K> summing) {
        Formula formula = addingUp(figure, indicator);
        if (formula == null || to.isBefore(from)) return Collections.emptySortedMap();
        WithheldDays withheld = evidence.withheld(reader, figure, indicator);
        var course = new TreeMap<K, BigDecimal>();
        for (Units.Era era : units.eras(from, to)) {
            Map<UnitCode, List<UnitAllocation>> of =
                    UnitAllocation.of(units.compose(List.of(figure.unit()), figure.boundaries(), era.from()));
            if (of.values().stream().flatMap(List::stream).anyMatch(it -> it.share() != null || it.undivided() != null))
                return Collections.emptySortedMap();
            List<UnitCode> told = of.keySet().stream()
                    .filter(unit -> !withheld.of(unit, era.from()))
                    .toList();
            summing.of(formula.numerator().getFirst(), told, era)
                    .forEach((key, sum) ->
                            course.merge(key, BigDecimal.valueOf(sum).multiply(formula.factor()), BigDecimal::add));
        }
        return course;
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
