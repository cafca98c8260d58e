package vn.thucchat.steering.indicators;

import java.math.BigDecimal;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Figures: as published, as they run, in other boundaries, and how they stand. */
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

    private final IndicatorStore indicators;
    private final FigureStore figures;
    private final StatementStore statements;
    private final TargetStore targets;
    private final Computation computation;
    private final Disclosure disclosure;
    private final Units units;
    private final Access access;
    private final WorkingTime workingTime;
    private final InstantSource clock;

    Figures(
            IndicatorStore indicators,
            FigureStore figures,
            StatementStore statements,
            TargetStore targets,
            Computation computation,
            Disclosure disclosure,
            Units units,
            Access access,
            WorkingTime workingTime,
            InstantSource clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.statements = statements;
        this.targets = targets;
        this.computation = computation;
        this.disclosure = disclosure;
        this.units = units;
        this.access = access;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Whether somebody may see figures of a unit before they are published. */
    public boolean seesRunning(Actor actor, UnitCode unit) {
        return access.may(actor, Submissions.READERS, unit.value());
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
        return disclosure.open(running(of, period, period.to(), all), all);
    }

    private List<Figure> running(Collection<UnitCode> of, Period period, LocalDate boundaries, List<Indicator> wanted) {
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
        var mine = access.units(actor, Submissions.READERS);
        var reached = of.stream().filter(unit -> mine.contains(unit.value())).toList();
        if (!reached.isEmpty())
            for (Figure running : running(reached, period, boundaries, wanted))
                seen.merge(running.key(), running, (before, now) -> now.saysTheSameAs(before) ? before : now);
        var live = wanted.stream().filter(Indicator::live).toList();
        var open = of.stream()
                .filter(unit -> !mine.contains(unit.value()) && shownLive(unit, boundaries))
                .toList();
        if (!live.isEmpty() && !open.isEmpty())
            for (Figure measured : disclosure.open(computation.figures(open, period, boundaries, live, today()), live))
                seen.putIfAbsent(measured.key(), measured);
        return List.copyOf(seen.values());
    }

    /**
     * What a definition comes to for a unit, whether it is kept already or not; empty for whoever may not see figures
     * of the unit run, and where there is nothing to compute it from.
     */
    public Optional<Figure> trial(Actor actor, Indicator definition, UnitCode of, Period period) {
        if (!seesRunning(actor, of)) return Optional.empty();
        return computation.figures(List.of(of), period, period.to(), List.of(definition), today()).stream()
                .filter(figure -> figure.value() != null)
                .min(FIRST);
    }

    /**
     * A commune's running figure could be one person's affair, and one province's facts are not the nation's.
     */
    private boolean shownLive(UnitCode unit, LocalDate on) {
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

    /** How figures stand; all of one period. */
    public List<Assessment> assess(List<Figure> of) {
        return of.isEmpty() ? List.of() : assess(of, indicators.all());
    }

    /** As {@link #assess(List)}, for who has the indicators at hand; figures of others are left out. */
    public List<Assessment> assess(List<Figure> of, List<Indicator> wanted) {
        if (of.isEmpty()) return List.of();
        Period period = of.getFirst().period();
        @Nullable String only = only(wanted);
        Map<String, Indicator> byCode = byCode(wanted);
        var unitsOf = of.stream().map(Figure::unit).collect(Collectors.toSet());
        var year = new Period(period.year(), Period.Grain.YEAR, 1);
        Map<TargetKey, Target> held = new HashMap<>();
        for (Target target : targets.holding(unitsOf, List.of(year, period), only))
            held.merge(
                    new TargetKey(target.indicator(), target.unit(), target.synthetic()),
                    target,
                    // the period's own target before the year's
                    (a, b) -> a.period().equals(period) ? a : b);
        Map<Figure.Key, Figure> before = new HashMap<>();
        for (Figure figure : figures.latest(unitsOf, List.of(period.yearBefore()), only))
            before.put(figure.key(), figure);
        Map<UUID, StatementStore.Source> sources = sources(of);
        Map<Figure.Key, BigDecimal> bases = bases(of, period, wanted);
        var assessments = new ArrayList<Assessment>();
        WorkingCalendar calendar = workingTime.ofState();
        for (Figure figure : of) {
            Indicator indicator = byCode.get(figure.indicator());
            if (indicator == null) continue;
            assessments.add(Assessment.of(
                    figure,
                    indicator,
                    sameUnit(figure) ? target(held, figure) : null,
                    bases.get(figure.key()),
                    sameUnit(figure) ? before.get(figure.key()) : null,
                    figure.statement() == null ? null : sources.get(figure.statement()),
                    calendar));
        }
        return assessments;
    }

    /**
     * The last known value of the year before, from which a state sets out: of the year, else of its last half, quarter
     * or month; of the same reading before any other of the same data.
     */
    private Map<Figure.Key, BigDecimal> bases(List<Figure> of, Period period, List<Indicator> wanted) {
        var bases = new HashMap<Figure.Key, BigDecimal>();
        if (of.isEmpty()) return bases;
        int last = period.year() - 1;
        List<Period> ends = List.of(
                new Period(last, Period.Grain.YEAR, 1),
                new Period(last, Period.Grain.HALF, 2),
                new Period(last, Period.Grain.QUARTER, 4),
                new Period(last, Period.Grain.MONTH, 12));
        var units = of.stream().map(Figure::unit).collect(Collectors.toSet());
        var known = new HashMap<Figure.Key, Figure>();
        for (Figure figure : figures.latest(units, ends, only(wanted)))
            if (figure.value() != null)
                known.merge(
                        figure.key(), figure, (a, b) -> ends.indexOf(a.period()) <= ends.indexOf(b.period()) ? a : b);
        for (Figure figure : of) {
            Figure base = known.get(figure.key());
            if (base == null)
                base = known.get(new Figure.Key(
                        figure.indicator(),
                        figure.unit(),
                        figure.basis() == Basis.STATED ? Basis.COMPUTED : Basis.STATED,
                        figure.synthetic()));
            if (base != null && base.value() != null && sameUnit(figure)) bases.put(figure.key(), base.value());
        }
        return bases;
    }

    /** Whether the unit is in the boundaries asked for what it was in the period: else its target and past are another's. */
    private boolean sameUnit(Figure figure) {
        LocalDate then = figure.period().to();
        LocalDate asked = figure.boundaries();
        if (asked.equals(then)) return true;
        LocalDate first = asked.isBefore(then) ? asked : then;
        LocalDate last = asked.isBefore(then) ? then : asked;
        return java.util.stream.Stream.concat(
                        units.successors(figure.unit(), first).stream(), units.predecessors(figure.unit()).stream())
                .noneMatch(change ->
                        change.effective().isAfter(first) && !change.effective().isAfter(last));
    }

    /** One reading for each indicator and unit, by {@link #FIRST}. */
    public static List<Figure> firsts(List<Figure> readings) {
        var first = new LinkedHashMap<List<Object>, Figure>();
        for (Figure reading : readings)
            first.merge(
                    List.of(reading.indicator(), reading.unit()), reading, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
        return List.copyOf(first.values());
    }

    private Map<UUID, StatementStore.Source> sources(List<Figure> of) {
        var ids = of.stream()
                .flatMap(f -> Optional.ofNullable(f.statement()).stream())
                .toList();
        if (ids.isEmpty()) return Map.of();
        return statements.sources(ids).stream()
                .collect(Collectors.toMap(StatementStore.Source::statement, Function.identity()));
    }

    /** A demonstration figure may be held against a real target, never the other way round. */
    private static @Nullable Target target(Map<TargetKey, Target> held, Figure figure) {
        Target same = held.get(new TargetKey(figure.indicator(), figure.unit(), figure.synthetic()));
        return same != null || !figure.synthetic()
                ? same
                : held.get(new TargetKey(figure.indicator(), figure.unit(), false));
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
    private static @Nullable String only(List<Indicator> wanted) {
        return wanted.size() == 1 ? wanted.getFirst().code() : null;
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    private static Map<String, Indicator> byCode(List<Indicator> all) {
        return all.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    private record TargetKey(String indicator, UnitCode unit, boolean synthetic) {}
}
