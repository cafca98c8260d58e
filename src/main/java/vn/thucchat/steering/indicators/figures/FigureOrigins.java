package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/**
 * Finds the facts that a figure was made of, by the way it was made: stated by the unit itself, put together from
 * statements of units below or shorter periods, computed from facts, or put together from published figures of other
 * boundaries.
 */
@Component
record FigureOrigins(Facts facts, Units units, FigureStore figures, UnitStatements statements, Sums sums) {

    /**
     * Where a figure's facts are.
     *
     * @param stretches of the flows: everything that the formula selects there
     * @param keys of the statements and of what was last stated
     */
    record Origins(Set<Evidence.Stretch> stretches, Set<Evidence.Key> keys) {
        static Origins none() {
            return new Origins(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(Origins other) {
            stretches.addAll(other.stretches);
            keys.addAll(other.keys);
        }
    }

    Origins of(Figure figure, Indicator indicator) {
        if (figure.statement() != null) return stated(List.of(figure.statement()));
        if (figure.publication() == null
                && !figure.boundaries().equals(figure.period().to())) {
            Origins published = ofPublished(figure, indicator);
            if (published != null) return published;
        }
        return figure.basis() == Basis.COMPUTED ? computed(figure, indicator) : combined(figure, indicator);
    }

    /** The published figures that a figure of other boundaries was put together from; null when it was not. */
    private @Nullable Origins ofPublished(Figure figure, Indicator indicator) {
        var combination = combination(figure);
        Map<UnitCode, Figure> published =
                figures.latest(combination.sources(), List.of(figure.period()), indicator.code()).stream()
                        .filter(it -> it.basis() == figure.basis() && it.synthetic() == figure.synthetic())
                        .collect(Collectors.toMap(Figure::unit, it -> it));
        List<Reading> readings = published.values().stream().map(Reading::of).toList();
        if (!makes(combination, indicator, readings, figure)) return null;
        var origins = Origins.none();
        for (Reading reading : combination.contributors(indicator, figure.unit(), readings))
            origins.add(of(Objects.requireNonNull(published.get(reading.unit())), indicator));
        return origins;
    }

    /** What was put together from statements: those that held when it was published, where they are still known. */
    private Origins combined(Figure figure, Indicator indicator) {
        var combination = combination(figure);
        List<Reading> readings = readings(combination, figure, indicator, null);
        if (figure.publication() != null && !makes(combination, indicator, readings, figure)) {
            List<Reading> then = readings(
                    combination, figure, indicator, figure.publication().at());
            if (makes(combination, indicator, then, figure)) readings = then;
        }
        return stated(combination.contributors(indicator, figure.unit(), readings).stream()
                .flatMap(reading -> java.util.stream.Stream.ofNullable(reading.statement()))
                .toList());
    }

    private List<Reading> readings(
            Combination combination, Figure figure, Indicator indicator, @Nullable Instant heldAt) {
        return statements.heldAt(heldAt, combination.sources(), combination.periods(), indicator.code()).stream()
                .filter(it -> it.synthetic() == figure.synthetic())
                .map(it -> Reading.of(it, indicator))
                .toList();
    }

    private Combination combination(Figure figure) {
        return new Combination(units, List.of(figure.unit()), figure.period(), figure.boundaries());
    }

    private static boolean makes(Combination combination, Indicator indicator, List<Reading> readings, Figure figure) {
        return combination.figures(List.of(indicator), readings).stream()
                .anyMatch(made -> same(made.value(), figure.value()) && same(made.numerator(), figure.numerator()));
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) return a == null && b == null;
        return a.compareTo(b) == 0;
    }

    private Origins stated(List<UUID> of) {
        var origins = Origins.none();
        Map<UUID, UnitCode> speakers =
                statements.find(of).stream().collect(Collectors.toMap(Statement::id, Statement::unit));
        for (UnitStatements.Receipt link : statements.receipts(of))
            origins.keys.add(
                    new Evidence.Key(Objects.requireNonNull(speakers.get(link.statement())), new FactId(link.fact())));
        return origins;
    }

    private Origins computed(Figure figure, Indicator indicator) {
        var origins = Origins.none();
        Formula formula = indicator.computed().orElse(null);
        if (formula == null) return origins;
        List<Term> levels = formula.terms().stream()
                .filter(term -> term.measure() == Measure.LAST)
                .distinct()
                .toList();
        if (levels.size() < Set.copyOf(formula.terms()).size())
            for (Units.Era era :
                    units.eras(figure.period().from(), figure.period().to()))
                for (Composition.Part part : units.compose(List.of(figure.unit()), figure.boundaries(), era.from())
                        .partsOf(figure.unit()))
                    origins.stretches.add(new Evidence.Stretch(part.source(), era.from(), era.to()));
        if (!levels.isEmpty()) origins.keys.addAll(standing(figure, levels));
        return origins;
    }

    /** What was last stated, in force at the end of the period; what stands at nothing only where all does. */
    private Collection<Evidence.Key> standing(Figure figure, List<Term> levels) {
        LocalDate day = figure.period().to();
        var standing = new StateAsOf(units, List.of(figure.unit()), figure.boundaries(), day);
        var counted = new LinkedHashSet<Sums.State>();
        var kinds = levels.stream().map(Term::kind).distinct().toList();
        standing.count(sums.last(kinds, standing.sources(), day), (row, to) -> {
            if (to.undivided() == null
                    && row.synthetic() == figure.synthetic()
                    && levels.stream().anyMatch(term -> term.selects(row.kind(), row.facets()))) counted.add(row);
        });
        boolean nothing = counted.stream().allMatch(row -> row.amount() == 0);
        return facts.standing(counted.stream()
                .filter(row -> nothing || row.amount() != 0)
                .map(row -> new Evidence.Standing(
                        row.kind(),
                        row.unit(),
                        row.facets(),
                        row.subject(),
                        row.synthetic(),
                        row.day(),
                        row.provenance()))
                .toList());
    }
}
