package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/** Holds figures against their targets, the path to them and the year before. */
@Service
public class Assessments {

    private final Indicators indicators;
    private final FigureStore figures;
    private final UnitStatements statements;
    private final Targets targets;
    private final Units units;
    private final WorkingTime workingTime;

    Assessments(
            Indicators indicators,
            FigureStore figures,
            UnitStatements statements,
            Targets targets,
            Units units,
            WorkingTime workingTime) {
        this.indicators = indicators;
        this.figures = figures;
        this.statements = statements;
        this.targets = targets;
        this.units = units;
        this.workingTime = workingTime;
    }

    /** How figures stand; all of one period. */
    public List<Assessment> of(List<Figure> figures) {
        return figures.isEmpty() ? List.of() : of(figures, indicators.all());
    }

    /** As {@link #of(List)}, for who has the indicators at hand; figures of others are left out. */
    public List<Assessment> of(List<Figure> of, List<Indicator> wanted) {
        if (of.isEmpty()) return List.of();
        Period period = of.getFirst().period();
        @Nullable String only = Figures.only(wanted);
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
        List<Period> ends = ends(period.year() - 1);
        Set<Period> past = new LinkedHashSet<>(ends);
        past.add(period.yearBefore());
        List<Figure> known = figures.latest(unitsOf, past, only);
        Map<Figure.Key, Figure> before = known.stream()
                .filter(figure -> figure.period().equals(period.yearBefore()))
                .collect(Collectors.toMap(Figure::key, Function.identity()));
        Map<UUID, UnitStatements.Source> sources = sources(of);
        Map<Figure.Key, BigDecimal> bases = bases(of, ends, known);
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
    private Map<Figure.Key, BigDecimal> bases(List<Figure> of, List<Period> ends, List<Figure> past) {
        var bases = new HashMap<Figure.Key, BigDecimal>();
        var known = new HashMap<Figure.Key, Figure>();
        for (Figure figure : past)
            if (figure.value() != null && ends.contains(figure.period()))
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

    private static List<Period> ends(int year) {
        return List.of(
                new Period(year, Period.Grain.YEAR, 1),
                new Period(year, Period.Grain.HALF, 2),
                new Period(year, Period.Grain.QUARTER, 4),
                new Period(year, Period.Grain.MONTH, 12));
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

    private Map<UUID, UnitStatements.Source> sources(List<Figure> of) {
        var ids = of.stream()
                .flatMap(f -> Optional.ofNullable(f.statement()).stream())
                .toList();
        if (ids.isEmpty()) return Map.of();
        return statements.sources(ids).stream()
                .collect(Collectors.toMap(UnitStatements.Source::statement, Function.identity()));
    }

    /** A demonstration figure may be held against a real target, never the other way round. */
    private static @Nullable Target target(Map<TargetKey, Target> held, Figure figure) {
        Target same = held.get(new TargetKey(figure.indicator(), figure.unit(), figure.synthetic()));
        return same != null || !figure.synthetic()
                ? same
                : held.get(new TargetKey(figure.indicator(), figure.unit(), false));
    }

    private static Map<String, Indicator> byCode(List<Indicator> all) {
        return all.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    private record TargetKey(String indicator, UnitCode unit, boolean synthetic) {}
}
