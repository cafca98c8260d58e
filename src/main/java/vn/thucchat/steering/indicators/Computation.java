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
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Computes figures from the roll-ups of facts by the indicators' formulas, in any boundaries. */
@Component
class Computation {

    private final Units units;
    private final Sums sums;

    Computation(Units units, Sums sums) {
        this.units = units;
        this.sums = sums;
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

    /**
     * How many distinct subjects the facts of each term are about, by unit; nothing of those without facts.
     *
     * @param terms of {@link Measure#SUBJECTS}
     */
    Map<Cell, Long> subjects(
            Collection<UnitCode> targets, Period period, LocalDate boundaries, Collection<Term> terms) {
        var counts = new HashMap<Cell, Long>();
        totals(targets, period, boundaries, List.copyOf(terms)).forEach((cell, total) -> {
            BigDecimal count = total.value();
            if (count != null) counts.put(cell, count.longValue());
        });
        return counts;
    }

    private Map<Cell, Total> totals(
            Collection<UnitCode> targets, Period period, LocalDate boundaries, List<Term> terms) {
        var totals = new HashMap<Cell, Total>();
        List<Term> flows =
                terms.stream().filter(term -> term.measure() != Measure.LAST).toList();
        for (Units.Era era : units.eras(period.from(), period.to())) {
            Map<UnitCode, List<Belonging>> belongings = Belonging.of(units.compose(targets, boundaries, era.from()));
            for (Sums.Sum sum : sums.of(flows, belongings.keySet(), era.from(), era.to()))
                for (Belonging to : belongings.getOrDefault(sum.unit(), List.of()))
                    total(totals, flows.get(sum.term()), to, sum.synthetic()).add(sum, to);
        }
        // How things stood counts at the end only.
        List<Term> levels =
                terms.stream().filter(term -> term.measure() == Measure.LAST).toList();
        if (levels.isEmpty()) return totals;
        var standing = new Standing(units, targets, boundaries, period.to());
        var kinds = levels.stream().map(Term::kind).distinct().toList();
        standing.count(sums.last(kinds, standing.sources(), period.to()), (row, to) -> {
            for (Term term : levels)
                if (term.kind().equals(row.kind())
                        && row.facets().entrySet().containsAll(term.filter().entrySet()))
                    total(totals, term, to, row.synthetic()).add(row, to);
        });
        return totals;
    }

    private static Total total(Map<Cell, Total> totals, Term term, Belonging to, boolean synthetic) {
        return totals.computeIfAbsent(new Cell(term, to.target(), synthetic), cell -> new Total());
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

    /** One term's facts in one unit. */
    record Cell(Term term, UnitCode target, boolean synthetic) {}

    private static final class Total {
        private @Nullable BigDecimal number;
        private @Nullable RoaringBitmap subjects;
        private final Set<Provenance> provenances = new HashSet<>();
        private final Set<Composition.Undivided> undivided = new LinkedHashSet<>();

        void add(Sums.Sum sum, Belonging to) {
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
            add(sum.value(), to);
        }

        void add(Sums.State row, Belonging to) {
            if (to.undivided() != null) {
                undivided.add(to.undivided());
                return;
            }
            provenances.add(row.provenance());
            add(row.amount(), to);
        }

        private void add(long amount, Belonging to) {
            BigDecimal value = BigDecimal.valueOf(amount);
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
