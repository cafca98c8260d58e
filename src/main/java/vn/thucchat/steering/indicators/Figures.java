package vn.thucchat.steering.indicators;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Figures: as published, as they run, in other boundaries; and publishing them. */
@Service
public class Figures {

    /** Which reading speaks first where there are several: a real one, then one that the platform saw. */
    public static final Comparator<Figure> FIRST = Comparator.comparing(Figure::synthetic)
            .thenComparing(figure -> figure.value() == null)
            .thenComparing(figure -> figure.provenance() != Provenance.MEASURED)
            .thenComparing(Figure::basis);

    private final IndicatorStore indicators;
    private final FigureStore figures;
    private final StatementStore statements;
    private final TargetStore targets;
    private final Computation computation;
    private final Units units;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Figures(
            IndicatorStore indicators,
            FigureStore figures,
            StatementStore statements,
            TargetStore targets,
            Computation computation,
            Units units,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.statements = statements;
        this.targets = targets;
        this.computation = computation;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Whether somebody may see figures of a unit before they are published: any role that reaches it. */
    public boolean seesRunning(Actor actor, UnitCode unit) {
        return access.units(actor, Role.values()).contains(unit.value());
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

    /** What published figures come to in the boundaries of another day. */
    public List<Figure> publishedIn(LocalDate boundaries, Collection<UnitCode> of, Period period) {
        List<Indicator> all = indicators.all();
        var combination = new Combination(units, of, period, boundaries);
        var readings = figures.latest(combination.sources(), List.of(period), null).stream()
                .map(Reading::of)
                .toList();
        return atMostWhereSubjects(all, combination.figures(all, readings));
    }

    /** Figures as they run: from what is accepted and from facts, in the boundaries of any day. */
    public List<Figure> running(Collection<UnitCode> of, Period period, LocalDate boundaries) {
        List<Indicator> all = indicators.all();
        Map<String, Indicator> byCode = byCode(all);
        var combination = new Combination(units, of, period, boundaries);
        var readings = statements.holding(combination.sources(), combination.periods()).stream()
                .map(it -> Reading.of(it, java.util.Objects.requireNonNull(byCode.get(it.indicator()))))
                .toList();
        var running = new ArrayList<>(combination.figures(all, readings));
        running.addAll(computation.figures(of, period, boundaries, all, today()));
        return running;
    }

    /**
     * What somebody may see of units: published figures and, where a role of theirs reaches the unit, how they run
     * since, in the place of the published ones where they differ.
     */
    public List<Figure> visible(Actor actor, Collection<UnitCode> of, Period period, LocalDate boundaries) {
        var seen = new LinkedHashMap<Figure.Key, Figure>();
        boolean own = boundaries.equals(period.to());
        for (Figure figure : own ? published(of, period) : publishedIn(boundaries, of, period))
            seen.put(figure.key(), figure);
        var mine = access.units(actor, Role.values());
        var reached = of.stream().filter(unit -> mine.contains(unit.value())).toList();
        if (!reached.isEmpty())
            for (Figure running : running(reached, period, boundaries))
                seen.merge(running.key(), running, (before, now) -> now.saysTheSameAs(before) ? before : now);
        return List.copyOf(seen.values());
    }

    /** How figures stand; all of one period. */
    public List<Assessment> assess(List<Figure> of) {
        if (of.isEmpty()) return List.of();
        Period period = of.getFirst().period();
        Map<String, Indicator> byCode = byCode(indicators.all());
        var unitsOf = of.stream().map(Figure::unit).collect(Collectors.toSet());
        var year = new Period(period.year(), Period.Grain.YEAR, 1);
        Map<TargetKey, Target> held = new HashMap<>();
        for (Target target : targets.holding(unitsOf, List.of(year, period)))
            held.merge(
                    new TargetKey(target.indicator(), target.unit(), target.synthetic()),
                    target,
                    // the period's own target before the year's
                    (a, b) -> a.period().equals(period) ? a : b);
        Map<Figure.Key, Figure> before = new HashMap<>();
        for (Figure figure : figures.latest(unitsOf, List.of(period.yearBefore()), null))
            before.put(figure.key(), figure);
        Map<UUID, StatementStore.Source> sources = sources(of);
        var assessments = new ArrayList<Assessment>();
        for (Figure figure : of) {
            Indicator indicator = byCode.get(figure.indicator());
            if (indicator == null) continue;
            Figure yearBefore = before.get(figure.key());
            assessments.add(Assessment.of(
                    figure,
                    indicator,
                    target(held, figure),
                    yearBefore == null ? null : yearBefore.value(),
                    figure.statement() == null ? null : sources.get(figure.statement())));
        }
        return assessments;
    }

    /** One reading for each indicator and unit, by {@link #FIRST}. */
    public static List<Figure> firsts(List<Figure> readings) {
        var first = new LinkedHashMap<List<Object>, Figure>();
        for (Figure reading : readings)
            first.merge(
                    List.of(reading.indicator(), reading.unit()), reading, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
        return List.copyOf(first.values());
    }

    /** What came of publishing. */
    public sealed interface Published {
        /** @param figures how many got a new revision; 0 when nothing had changed */
        record Done(int figures) implements Published {}

        record OutOfReach() implements Published {}
    }

    /** Publishes what changed of a unit and everything below it: a new revision each, the old ones stay. */
    @Transactional
    public Published publish(Actor actor, UnitCode above, Period period) {
        if (!access.may(actor, Role.REVIEWER, above.value())) return new Published.OutOfReach();
        LocalDate day = period.to();
        var all = units.compose(List.of(above), day, day).parts().getOrDefault(above, List.of()).stream()
                .map(Composition.Part::source)
                .toList();
        int published = publish(actor, all, period);
        log.record(
                actor,
                "indicators.figures-published",
                "/scorecard?unit=" + above + "&period=" + period,
                Integer.toString(published));
        return new Published.Done(published);
    }

    /** The same without asking: for the loaders of published papers. In the caller's transaction. */
    int publish(Actor actor, Collection<UnitCode> of, Period period) {
        figures.lock();
        Map<Figure.Key, Figure> latest = figures.latest(of, List.of(period), null).stream()
                .collect(Collectors.toMap(Figure::key, Function.identity()));
        var now = clock.instant();
        var changed = new ArrayList<Figure>();
        for (Figure running : running(of, period, period.to())) {
            Figure before = latest.get(running.key());
            if (running.value() == null || (before != null && running.saysTheSameAs(before))) continue;
            int revision = before == null || before.publication() == null
                    ? 1
                    : before.publication().revision() + 1;
            changed.add(running.publishedAs(new Figure.Publication(revision, now, actor.name())));
        }
        if (!changed.isEmpty()) figures.insert(changed, actor, now.atOffset(ZoneOffset.UTC));
        return changed.size();
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

    private LocalDate today() {
        return Ground.day(clock.instant());
    }

    private static Map<String, Indicator> byCode(List<Indicator> all) {
        return all.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    private record TargetKey(String indicator, UnitCode unit, boolean synthetic) {}
}
