package vn.thucchat.steering.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Computes figures from the roll-ups of facts by the indicators' formulas, in any boundaries. */
@Component
class Computation {

    private final Units units;
    private final RollUpStore rollUps;

    Computation(Units units, RollUpStore rollUps) {
        this.units = units;
        this.rollUps = rollUps;
    }

    /** @param today figures speak of no later day */
    List<Figure> figures(
            Collection<UnitCode> targets,
            Period period,
            LocalDate boundaries,
            Collection<Indicator> indicators,
            LocalDate today) {
        var formulas = new LinkedHashMap<Indicator, Formula>();
        for (Indicator it : indicators) it.computed().ifPresent(formula -> formulas.put(it, formula));
        var terms = new LinkedHashSet<Term>();
        formulas.values().forEach(formula -> terms.addAll(formula.terms()));
        if (terms.isEmpty()) return List.of();

        var totals = totals(targets, period, boundaries, List.copyOf(terms));
        var figures = new ArrayList<Figure>();
        LocalDate asOf = today.isBefore(period.to()) ? today : period.to();
        formulas.forEach((indicator, formula) -> {
            for (UnitCode target : targets)
                for (boolean synthetic : List.of(false, true)) {
                    var values = new Values(totals, target, synthetic);
                    Figure figure =
                            figure(indicator, formula, values, new Asked(target, period, boundaries, synthetic, asOf));
                    if (figure != null) figures.add(figure);
                }
        });
        return figures;
    }

    private Map<Cell, Total> totals(
            Collection<UnitCode> targets, Period period, LocalDate boundaries, List<Term> terms) {
        var totals = new HashMap<Cell, Total>();
        List<Units.Era> eras = units.eras(period.from(), period.to());
        for (Units.Era era : eras) {
            Composition composition = units.compose(targets, boundaries, era.from());
            Map<UnitCode, List<Belonging>> belongings = belongings(composition);
            boolean last = era.equals(eras.getLast());
            for (RollUpStore.Sum sum : rollUps.sums(terms, belongings.keySet(), era.from(), era.to())) {
                Term term = terms.get(sum.term());
                // How things stood counts at the end only.
                if (term.measure() == Measure.LAST && !last) continue;
                for (Belonging to : belongings.getOrDefault(sum.unit(), List.of()))
                    totals.computeIfAbsent(new Cell(term, to.target(), sum.synthetic()), cell -> new Total())
                            .add(sum, to);
            }
        }
        return totals;
    }

    private static Map<UnitCode, List<Belonging>> belongings(Composition composition) {
        var belongings = new HashMap<UnitCode, List<Belonging>>();
        composition
                .parts()
                .forEach((target, parts) -> parts.forEach(part -> belongings
                        .computeIfAbsent(part.source(), s -> new ArrayList<>())
                        .add(new Belonging(target, part.share(), null))));
        composition
                .undivided()
                .forEach((target, all) -> all.forEach(undivided -> belongings
                        .computeIfAbsent(undivided.source(), s -> new ArrayList<>())
                        .add(new Belonging(target, null, undivided))));
        return belongings;
    }

    private @Nullable Figure figure(Indicator indicator, Formula formula, Values values, Asked asked) {
        BigDecimal numerator = values.sum(formula.numerator());
        BigDecimal denominator = formula.denominator().isEmpty() ? null : values.sum(formula.denominator());
        List<Composition.Undivided> undivided = values.undivided(formula.terms());
        if (numerator == null && denominator == null && undivided.isEmpty()) return null;
        BigDecimal value;
        if (formula.denominator().isEmpty()) {
            value = numerator == null ? null : numerator.multiply(formula.factor());
            numerator = null;
        } else if (denominator == null || denominator.signum() == 0) {
            // Nothing to be a share of: no figure, unless something waits to be divided.
            if (undivided.isEmpty()) return null;
            value = null;
        } else {
            numerator = numerator == null ? BigDecimal.ZERO : numerator;
            value = numerator.multiply(formula.factor()).divide(denominator, Reading.SCALE, RoundingMode.HALF_UP);
        }
        return new Figure(
                indicator.code(),
                asked.target(),
                asked.period(),
                asked.boundaries(),
                Basis.COMPUTED,
                asked.synthetic(),
                "=",
                StatementStore.stripped(value),
                StatementStore.stripped(numerator),
                StatementStore.stripped(denominator),
                values.provenance(formula.terms()),
                "",
                asked.asOf(),
                null,
                null,
                undivided,
                null);
    }

    private record Asked(UnitCode target, Period period, LocalDate boundaries, boolean synthetic, LocalDate asOf) {}

    /** That a unit's numbers count for a target: wholly, by a share, or not at all because nobody divided them. */
    private record Belonging(UnitCode target, @Nullable BigDecimal share, Composition.@Nullable Undivided undivided) {}

    private record Cell(Term term, UnitCode target, boolean synthetic) {}

    private static final class Total {
        private @Nullable BigDecimal number;
        private @Nullable RoaringBitmap subjects;
        private final Set<Provenance> provenances = new HashSet<>();
        private final Set<Composition.Undivided> undivided = new LinkedHashSet<>();

        void add(RollUpStore.Sum sum, Belonging to) {
            if (to.undivided() != null) {
                undivided.add(to.undivided());
                return;
            }
            provenances.add(sum.provenance());
            if (sum.subjects() != null) {
                // Distinct subjects are united, never added; a share of them cannot be told.
                subjects = subjects == null ? sum.subjects().clone() : RoaringBitmap.or(subjects, sum.subjects());
                return;
            }
            BigDecimal value = BigDecimal.valueOf(sum.value());
            number = Combination.plus(number, to.share() == null ? value : value.multiply(to.share()));
        }

        @Nullable
        BigDecimal value() {
            return subjects == null ? number : BigDecimal.valueOf(subjects.getLongCardinality());
        }
    }

    private record Values(Map<Cell, Total> totals, UnitCode target, boolean synthetic) {

        @Nullable
        BigDecimal sum(List<Term> terms) {
            BigDecimal sum = null;
            for (Term term : terms) {
                Total total = total(term);
                if (total != null) sum = Combination.plus(sum, total.value());
            }
            return sum;
        }

        Provenance provenance(List<Term> terms) {
            var all = new HashSet<Provenance>();
            for (Term term : terms) {
                Total total = total(term);
                if (total != null) all.addAll(total.provenances);
            }
            // the weakest of the chain
            if (all.contains(Provenance.SURVEYED)) return Provenance.SURVEYED;
            return all.contains(Provenance.REPORTED) ? Provenance.REPORTED : Provenance.MEASURED;
        }

        List<Composition.Undivided> undivided(List<Term> terms) {
            var all = new LinkedHashSet<Composition.Undivided>();
            for (Term term : terms) {
                Total total = total(term);
                if (total != null) all.addAll(total.undivided);
            }
            return List.copyOf(all);
        }

        private @Nullable Total total(Term term) {
            return totals.get(new Cell(term, target, synthetic));
        }
    }
}
