package vn.thucchat.steering.indicators.figures;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/** Finds figures: as published, as they run, and in the boundaries of other days. */
@Service
public class Figures {

    /** Which reading speaks first where there are several: a real one, a published one, then one that the platform saw. */
    public static final Comparator<Figure> FIRST = Comparator.comparing(Figure::synthetic)
            .thenComparing(figure -> figure.value() == null)
            // what is published speaks before what still runs
            .thenComparing(figure -> figure.publication() == null)
            .thenComparing(figure -> figure.provenance() != Provenance.MEASURED)
            .thenComparing(Figure::basis);

    private static final Comparator<Figure> NEWEST = Comparator.comparing(Figure::synthetic)
            .thenComparing(figure -> figure.period().to(), Comparator.reverseOrder())
            .thenComparing(figure -> figure.period().grain(), Comparator.reverseOrder())
            .thenComparing(FIRST);

    private static final Comparator<FigureStore.Known> NEWEST_KNOWN = Comparator.comparing(
                    (FigureStore.Known known) -> known.period().to(), Comparator.reverseOrder())
            .thenComparing(FigureStore.Known::synthetic);

    private final Indicators indicators;
    private final FigureStore figures;
    private final UnitStatements statements;
    private final Computation computation;
    private final Disclosure disclosure;
    private final Units units;
    private final Access access;
    private final InstantSource clock;

    Figures(
            Indicators indicators,
            FigureStore figures,
            UnitStatements statements,
            Computation computation,
            Disclosure disclosure,
            Units units,
            Access access,
            InstantSource clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.statements = statements;
        this.computation = computation;
        this.disclosure = disclosure;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** Whether somebody may see figures of a unit before they are published: real ones no demonstration account. */
    public boolean seesRunning(Actor actor, UnitCode unit, boolean synthetic) {
        return access.may(actor, SteeringRoles.READERS, unit.value(), synthetic);
    }

    /** The newest revision of every reading of the units' figures, each in the boundaries of its own day. */
    public List<Figure> published(Collection<UnitCode> of, Period period) {
        return figures.latest(of, List.of(period), null);
    }

    /** As {@link #published(Collection, Period)}, of several periods. */
    public List<Figure> published(Collection<UnitCode> of, Collection<Period> periods) {
        return figures.latest(of, periods, null);
    }

    /** As {@link #published(Collection, Period)}, of one indicator and several periods. */
    public List<Figure> published(Collection<UnitCode> of, Collection<Period> periods, String indicator) {
        return figures.latest(of, periods, indicator);
    }

    /** How many indicators of how many units have a published figure, counted no further than {@code most}. */
    public int count(Collection<UnitCode> of, Period period, @Nullable String indicator, int most) {
        return figures.count(of, period, indicator, most);
    }

    /** Every revision of every reading, newest first. */
    public List<Figure> revisions(String indicator, UnitCode unit, Period period) {
        return figures.revisions(indicator, unit, period);
    }

    /** The periods that a unit has published figures of, in order. */
    public List<Period> periods(UnitCode unit) {
        return figures.periods(unit).stream()
                .sorted(Comparator.comparing(Period::to).thenComparing(Period::grain))
                .toList();
    }

    /** The latest half-year that each unit has published figures of: the same for every reader. */
    public Map<UnitCode, Period> latestHalves(Collection<UnitCode> of) {
        var latest = new HashMap<UnitCode, FigureStore.Known>();
        for (FigureStore.Known known : figures.known(of))
            if (known.period().grain() == Period.Grain.HALF)
                latest.merge(known.unit(), known, (a, b) -> NEWEST_KNOWN.compare(a, b) <= 0 ? a : b);
        return latest.values().stream().collect(Collectors.toMap(FigureStore.Known::unit, FigureStore.Known::period));
    }

    /** The newest published figure of an indicator for each of the units that has one, a real one before any other. */
    public List<Figure> newest(String indicator, Collection<UnitCode> of) {
        var newest = new HashMap<UnitCode, Figure>();
        for (Figure figure : figures.latest(of, figures.periods(indicator, of), indicator))
            newest.merge(figure.unit(), figure, (a, b) -> NEWEST.compare(a, b) <= 0 ? a : b);
        return of.stream()
                .flatMap(unit -> Optional.ofNullable(newest.get(unit)).stream())
                .toList();
    }

    /**
     * The newest published figure of every indicator, by its code: of the last unit that has one, a real one before any
     * other.
     *
     * @param of from the least wanted to the most, such as the nation and the province
     */
    public Map<String, Figure> newest(List<UnitCode> of) {
        var newest = new HashMap<String, Figure>();
        Comparator<Figure> order = Comparator.comparing(Figure::synthetic)
                .thenComparing(figure -> figure.value() == null)
                .thenComparingInt(figure -> -of.indexOf(figure.unit()))
                .thenComparing(NEWEST);
        var periods = figures.known(of).stream()
                .map(FigureStore.Known::period)
                .distinct()
                .toList();
        for (Figure figure : figures.latest(of, periods, null))
            newest.merge(figure.indicator(), figure, (a, b) -> order.compare(a, b) <= 0 ? a : b);
        return newest;
    }

    /**
     * What published figures come to in the boundaries of any day; of the period's own last day, as they were
     * published.
     *
     * @param wanted of these indicators; nothing else is read, so who is after one should name the one
     */
    public List<Figure> publishedIn(
            LocalDate boundaries, Collection<UnitCode> of, Period period, List<Indicator> wanted) {
        if (boundaries.equals(period.to())) {
            var codes = wanted.stream().map(Indicator::code).collect(Collectors.toSet());
            return figures.latest(of, List.of(period), only(wanted)).stream()
                    .filter(it -> codes.contains(it.indicator()))
                    .toList();
        }
        var combination = new Combination(units, of, period, boundaries);
        var readings = figures.latest(combination.sources(), List.of(period), only(wanted)).stream()
                .map(Reading::of)
                .toList();
        return atMostWhereSubjects(wanted, combination.figures(wanted, readings));
    }

    /** Figures as they run: from what is accepted and from facts, in the boundaries of any day. */
    public List<Figure> running(Collection<UnitCode> of, Period period, LocalDate boundaries) {
        return running(of, period, boundaries, indicators.all());
    }

    /** As {@link #running}, without what would tell the public of few. */
    List<Figure> publishable(Collection<UnitCode> of, Period period) {
        List<Indicator> all = indicators.all();
        return disclosure.publishable(running(of, period, period.to(), all), all);
    }

    /** As {@link #running(Collection, Period, LocalDate)}, of these indicators: nothing else is read. */
    List<Figure> running(Collection<UnitCode> of, Period period, LocalDate boundaries, List<Indicator> wanted) {
        Map<String, Indicator> byCode = byCode(wanted);
        var combination = new Combination(units, of, period, boundaries);
        var readings = statements.holding(combination.sources(), combination.periods(), only(wanted)).stream()
                .flatMap(it ->
                        Optional.ofNullable(byCode.get(it.indicator())).map(known -> Reading.of(it, known)).stream())
                .toList();
        var running = new ArrayList<>(combination.figures(wanted, readings));
        running.addAll(computation.figures(of, period, boundaries, wanted, today()));
        return running;
    }

    /**
     * What somebody may see of units: published figures and, where a role of theirs reaches the unit, how they run
     * since, in the place of the published ones where they differ. What is measured live is for everybody, beside what
     * is published.
     *
     * @param wanted as in {@link #publishedIn}
     */
    public List<Figure> visible(
            Actor actor, Collection<UnitCode> of, Period period, LocalDate boundaries, List<Indicator> wanted) {
        var seen = new LinkedHashMap<Figure.Key, Figure>();
        for (Figure figure : publishedIn(boundaries, of, period, wanted)) seen.put(figure.key(), figure);
        var mine = access.units(actor, SteeringRoles.READERS);
        var reached = of.stream().filter(unit -> mine.contains(unit.value())).toList();
        if (!reached.isEmpty())
            for (Figure running : running(reached, period, boundaries, wanted))
                if (running.synthetic() || !actor.synthetic())
                    seen.merge(running.key(), running, (before, now) -> now.saysTheSameAs(before) ? before : now);
        var live = wanted.stream().filter(Indicator::live).toList();
        var open = of.stream()
                .filter(unit ->
                        (actor.synthetic() || !mine.contains(unit.value())) && shownLive(units, unit, boundaries))
                .toList();
        if (!live.isEmpty() && !open.isEmpty())
            for (Figure measured : disclosure.shown(computation.figures(open, period, boundaries, live, today()), live))
                seen.putIfAbsent(measured.key(), measured);
        return List.copyOf(seen.values());
    }

    /**
     * What a definition comes to for a unit, whether it is kept already or not; empty for whoever may not see figures
     * of the unit run, and where there is nothing to compute it from.
     */
    public Optional<Figure> trial(Actor actor, Indicator definition, UnitCode of, Period period) {
        return computation.figures(List.of(of), period, period.to(), List.of(definition), today()).stream()
                .filter(figure -> figure.value() != null && seesRunning(actor, of, figure.synthetic()))
                .min(FIRST);
    }

    /** A commune's running figure could be one person's affair, and one province's facts are not the nation's. */
    static boolean shownLive(Units units, UnitCode unit, LocalDate on) {
        return units.nearest(unit, on)
                .map(it -> it.kind().level() == UnitKind.Level.PROVINCE
                        || it.kind().level() == UnitKind.Level.DISTRICT)
                .orElse(false);
    }

    /** How a figure that nobody may see yet is known: measured or stated, and not published; empty when it is not known. */
    public Optional<Basis> unpublished(Indicator indicator, UnitCode unit, Period period, LocalDate boundaries) {
        return running(List.of(unit), period, boundaries, List.of(indicator)).stream()
                .filter(figure -> figure.value() != null)
                .min(FIRST)
                .map(Figure::basis);
    }

    /** One reading for each indicator and unit, by {@link #FIRST}. */
    public static List<Figure> firsts(List<Figure> readings) {
        var first = new LinkedHashMap<List<Object>, Figure>();
        for (Figure reading : readings)
            first.merge(
                    List.of(reading.indicator(), reading.unit()), reading, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
        return List.copyOf(first.values());
    }

    /** Distinct subjects of several units, added, are at most that many: somebody may be in two of them. */
    private static List<Figure> atMostWhereSubjects(List<Indicator> all, List<Figure> combined) {
        Map<String, Indicator> byCode = byCode(all);
        return combined.stream()
                .map(figure -> {
                    Indicator it = byCode.get(figure.indicator());
                    boolean subjects = figure.basis() == Basis.COMPUTED
                            && figure.coverage() != null
                            && it != null
                            && it.computed()
                                    .map(f -> f.terms().stream().anyMatch(t -> t.measure() == Measure.SUBJECTS))
                                    .orElse(false);
                    return subjects ? figure.withComparator("≤") : figure;
                })
                .toList();
    }

    /** The one indicator of a page of one: what the database need not read past. Null for several. */
    static @Nullable String only(List<Indicator> wanted) {
        return wanted.size() == 1 ? wanted.getFirst().code() : null;
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    private static Map<String, Indicator> byCode(List<Indicator> all) {
        return all.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }
}
