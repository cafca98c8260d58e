package vn.thucchat.steering.indicators.figures;

import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Withholds figures from the public that would tell of few: those computed from a restricted kind of facts about one to
 * four distinct subjects, in any of the formula's terms or in what a share leaves over, and those from which such a
 * figure could be subtracted (see {@link PublicSums}). What a ward's only two stalls were paid is theirs.
 */
@Component
record Disclosure(
        Sums sums,
        Units units,
        UnitMemberships memberships,
        Facts facts,
        Indicators indicators,
        FigureStore published,
        WithheldCellCache kept) {

    /**
     * Facts of which a figure tells: those that a term selects and no other does.
     *
     * @param but what the numerator counts of a denominator; the rest is as good as told
     */
    record Portion(List<Term> of, List<Term> but) {
        boolean selects(Sums.MonthSubjects cell) {
            return selects(of, cell) && !selects(but, cell);
        }

        private static boolean selects(List<Term> terms, Sums.MonthSubjects cell) {
            return terms.stream().anyMatch(term -> term.selects(cell.kind(), cell.facets()));
        }
    }

    /** Those of the figures, all of one period and in the same boundaries, that may be published now. */
    List<Figure> publishable(List<Figure> figures, Collection<Indicator> of) {
        return open(figures, of, WithheldCellCache.Source.FRESH);
    }

    /** As {@link #publishable}, to be shown as they run; for some seconds by what was withheld before. */
    List<Figure> shown(List<Figure> figures, Collection<Indicator> of) {
        return open(figures, of, kept.recent(sums.position()));
    }

    private List<Figure> open(List<Figure> figures, Collection<Indicator> of, WithheldCellCache.Source source) {
        Map<String, Set<Portion>> restricted = restricted(of);
        List<Figure> doubtful = doubtful(figures, restricted);
        if (doubtful.isEmpty()) return figures;
        int year = doubtful.getFirst().period().year();
        var sumsOf = new PublicSums(units, memberships, year);
        Map<Alike, Set<PublicSums.Cell>> cells = withheld(doubtful, restricted, sumsOf, source);
        var withheld = new HashSet<Figure.Key>();
        for (Figure it : doubtful)
            if (cells.getOrDefault(Alike.of(it, restricted), Set.of())
                    .contains(sumsOf.cell(it.unit(), it.period(), it.boundaries()))) withheld.add(it.key());
        return figures.stream().filter(it -> !withheld.contains(it.key())).toList();
    }

    /** The figures of units of its period, or of a part of it, that are withheld beside a figure. */
    Set<PublicSums.Cell> withheldWithin(Figure figure, Indicator indicator) {
        Map<String, Set<Portion>> restricted = restricted(List.of(indicator));
        List<Figure> doubtful = doubtful(List.of(figure), restricted);
        if (doubtful.isEmpty()) return Set.of();
        return withheld(
                        doubtful,
                        restricted,
                        new PublicSums(units, memberships, figure.period().year()),
                        kept.at(sums.position()))
                .values()
                .stream()
                .flatMap(Set::stream)
                .filter(cell -> cell.period().equals(figure.period())
                        || figure.period().within().contains(cell.period()))
                .collect(Collectors.toSet());
    }

    private static List<Figure> doubtful(List<Figure> figures, Map<String, Set<Portion>> restricted) {
        return figures.stream()
                .filter(it -> it.basis() == Basis.COMPUTED && restricted.containsKey(it.indicator()))
                .toList();
    }

    /** Figures that tell of the same facts, real or invented: whatever page asks, they are withheld together. */
    private record Alike(Set<Portion> portions, boolean synthetic) {
        static Alike of(Figure figure, Map<String, Set<Portion>> restricted) {
            return new Alike(restricted.getOrDefault(figure.indicator(), Set.of()), figure.synthetic());
        }
    }

    /**
     * Reads what of the year's facts is published, and what they are about where no answer is kept, once for all of the
     * figures.
     */
    private Map<Alike, Set<PublicSums.Cell>> withheld(
            List<Figure> doubtful,
            Map<String, Set<Portion>> restricted,
            PublicSums of,
            WithheldCellCache.Source source) {
        Period asked = doubtful.getFirst().period();
        List<Indicator> all = indicators.all();
        var codes = new HashMap<Set<Portion>, Set<String>>();
        for (Figure it : doubtful)
            codes.computeIfAbsent(Alike.of(it, restricted).portions(), _ -> new HashSet<>())
                    .add(it.indicator());
        restricted(all).forEach((code, portions) -> {
            Set<String> known = codes.get(portions);
            if (known != null) known.add(code);
        });
        var live = all.stream().filter(Indicator::live).map(Indicator::code).collect(Collectors.toSet());
        Supplier<List<Sums.MonthSubjects>> facts =
                SingletonSupplier.of(() -> sums.subjects(kinds(codes.keySet()), Year.of(asked.year())));
        List<FigureStore.Computed> told = published.computed(
                codes.values().stream().flatMap(Set::stream).collect(Collectors.toSet()), of.periods());
        var withheld = new HashMap<Alike, Set<PublicSums.Cell>>();
        for (Figure figure : doubtful)
            withheld.computeIfAbsent(Alike.of(figure, restricted), alike -> {
                Set<String> ofAlike = codes.getOrDefault(alike.portions(), Set.of());
                var question = new WithheldCellCache.Question(
                        alike.portions(),
                        alike.synthetic(),
                        told.stream()
                                .filter(it -> it.synthetic() == alike.synthetic() && ofAlike.contains(it.indicator()))
                                .map(it -> new PublicSums.Published(it.unit(), it.period()))
                                .collect(Collectors.toSet()),
                        asked,
                        ofAlike.stream().anyMatch(live::contains),
                        units.stamp());
                return source.of(question, () -> of.withheld(facts.get(), question));
            });
        return withheld;
    }

    private static Set<String> kinds(Collection<Set<Portion>> all) {
        return all.stream()
                .flatMap(Set::stream)
                .flatMap(portion -> portion.of().stream())
                .map(Term::kind)
                .collect(Collectors.toSet());
    }

    /** The portions of restricted facts that each indicator's formula tells of, as they happen. */
    private Map<String, Set<Portion>> restricted(Collection<Indicator> of) {
        var restricted = new HashMap<String, Set<Portion>>();
        for (Indicator indicator : of) {
            var portions = new LinkedHashSet<Portion>();
            indicator.computed().ifPresent(formula -> {
                List<Term> denominator = restricted(formula.denominator());
                for (Term term : restricted(formula.terms())) portions.add(new Portion(List.of(term), List.of()));
                if (!denominator.isEmpty()) portions.add(new Portion(denominator, restricted(formula.numerator())));
            });
            if (!portions.isEmpty()) restricted.put(indicator.code(), portions);
        }
        return restricted;
    }

    private List<Term> restricted(List<Term> terms) {
        return terms.stream()
                .filter(term -> term.measure() != Measure.LAST && restricted(term.kind()))
                .map(term -> new Term(term.kind(), term.filter(), Measure.SUBJECTS))
                .toList();
    }

    private boolean restricted(String kind) {
        return facts.kind(kind)
                .map(it -> it.disclosure() == FactKind.Disclosure.RESTRICTED)
                .orElse(false);
    }
}
