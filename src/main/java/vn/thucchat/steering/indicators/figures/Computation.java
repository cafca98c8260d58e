package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
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
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.rollups.Total;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Decimals;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/** Computes figures from the roll-ups of facts by the indicators' formulas, in any boundaries. */
@Component
record Computation(Units units, Sums sums) {

    /** @param today figures speak of no later day; of a period that begins later there are none */
    List<Figure> figures(
            Collection<UnitCode> targets,
            Period period,
            LocalDate boundaries,
            Collection<Indicator> indicators,
            LocalDate today) {
        // what stands today would pass for what stands at the end of a year to come
        if (today.isBefore(period.from())) return List.of();
        var formulas = new LinkedHashMap<Indicator, Formula>();
        for (Indicator it : indicators) it.computed().ifPresent(formula -> formulas.put(it, formula));
        var terms = new LinkedHashSet<Term>();
        formulas.values().forEach(formula -> terms.addAll(formula.terms()));
        if (terms.isEmpty()) return List.of();

        var shares = shares(targets, period, boundaries, List.copyOf(terms));
        var figures = new ArrayList<Figure>();
        LocalDate asOf = today.isBefore(period.to()) ? today : period.to();
        formulas.forEach((indicator, formula) -> {
            for (UnitCode target : targets)
                for (boolean synthetic : List.of(false, true)) {
                    var values = new Values(shares, target, synthetic);
                    Figure figure =
                            figure(indicator, formula, values, new Asked(target, period, boundaries, synthetic, asOf));
                    if (figure != null) figures.add(figure);
                }
        });
        return figures;
    }

    private Map<Cell, Share> shares(
            Collection<UnitCode> targets, Period period, LocalDate boundaries, List<Term> terms) {
        var shares = new HashMap<Cell, Share>();
        List<Term> flows =
                terms.stream().filter(term -> term.measure() != Measure.LAST).toList();
        for (Units.Era era : units.eras(period.from(), period.to())) {
            Map<UnitCode, List<UnitAllocation>> belongings =
                    UnitAllocation.of(units.compose(targets, boundaries, era.from()));
            for (Sums.Sum sum : sums.of(flows, belongings.keySet(), era.from(), era.to()))
                for (UnitAllocation to : belongings.getOrDefault(sum.unit(), List.of()))
                    share(shares, flows.get(sum.term()), to, sum.synthetic()).add(sum, to);
        }
        // How things stood counts at the end only.
        List<Term> levels =
                terms.stream().filter(term -> term.measure() == Measure.LAST).toList();
        if (levels.isEmpty()) return shares;
        var standing = new StateAsOf(units, targets, boundaries, period.to());
        var kinds = levels.stream().map(Term::kind).distinct().toList();
        standing.count(sums.last(kinds, standing.sources(), period.to()), (row, to) -> {
            for (Term term : levels)
                if (term.selects(row.kind(), row.facets()))
                    share(shares, term, to, row.synthetic()).add(row, to);
        });
        return shares;
    }

    private static Share share(Map<Cell, Share> shares, Term term, UnitAllocation to, boolean synthetic) {
        return shares.computeIfAbsent(new Cell(term, to.target(), synthetic), _ -> new Share());
    }

    private @Nullable Figure figure(Indicator indicator, Formula formula, Values values, Asked asked) {
        Formula.Value value = formula.value(values::value);
        List<Composition.Undivided> undivided = values.undivided(formula.terms());
        // Nothing to count, or nothing to be a share of: no figure, unless something waits to be divided.
        if (value.value() == null && undivided.isEmpty()) return null;
        return new Figure(
                indicator.code(),
                asked.target(),
                asked.period(),
                asked.boundaries(),
                Basis.COMPUTED,
                asked.synthetic(),
                "=",
                Decimals.stripped(value.value()),
                Decimals.stripped(value.numerator()),
                Decimals.stripped(value.denominator()),
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

    /** The value of one term in one unit, and what nobody divided. */
    private static final class Share {
        private final Total total = new Total();
        private final Set<Composition.Undivided> undivided = new LinkedHashSet<>();

        void add(Sums.Sum sum, UnitAllocation to) {
            if (to.undivided() != null) undivided.add(to.undivided());
            else total.add(sum, to.share());
        }

        void add(Sums.State state, UnitAllocation to) {
            if (to.undivided() != null) undivided.add(to.undivided());
            else total.add(state, to.share());
        }
    }

    private record Values(Map<Cell, Share> shares, UnitCode target, boolean synthetic) {

        @Nullable
        BigDecimal value(Term term) {
            Share share = share(term);
            return share == null ? null : share.total.value();
        }

        Provenance provenance(List<Term> terms) {
            var all = new HashSet<Provenance>();
            for (Term term : terms) {
                Share share = share(term);
                if (share != null) all.addAll(share.total.provenances());
            }
            // the weakest of the chain
            if (all.contains(Provenance.SURVEYED)) return Provenance.SURVEYED;
            return all.contains(Provenance.REPORTED) ? Provenance.REPORTED : Provenance.MEASURED;
        }

        List<Composition.Undivided> undivided(List<Term> terms) {
            var all = new LinkedHashSet<Composition.Undivided>();
            for (Term term : terms) {
                Share share = share(term);
                if (share != null) all.addAll(share.undivided);
            }
            return List.copyOf(all);
        }

        private @Nullable Share share(Term term) {
            return shares.get(new Cell(term, target, synthetic));
        }
    }
}
