package vn.thucchat.steering.indicators.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.steering.indicators.definitions.Indicator;

/**
 * Withholds figures from the public that would tell of few: those computed from a restricted kind of facts about one to
 * four distinct subjects, in any of the formula's terms. What a ward's only two stalls were paid is theirs.
 */
@Component
record Disclosure(Computation computation, Facts facts) {

    /** Those of the figures, all of one period and in the same boundaries, that may be everybody's. */
    List<Figure> open(List<Figure> figures, Collection<Indicator> indicators) {
        Map<String, Set<Term>> restricted = restricted(indicators);
        List<Figure> doubtful = figures.stream()
                .filter(it -> it.basis() == Basis.COMPUTED && restricted.containsKey(it.indicator()))
                .toList();
        if (doubtful.isEmpty()) return figures;
        var units = doubtful.stream().map(Figure::unit).collect(Collectors.toSet());
        var terms = doubtful.stream()
                .flatMap(it -> restricted.getOrDefault(it.indicator(), Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Figure any = doubtful.getFirst();
        Map<Computation.Cell, Long> subjects = computation.subjects(units, any.period(), any.boundaries(), terms);
        return figures.stream()
                .filter(it -> it.basis() != Basis.COMPUTED
                        || restricted.getOrDefault(it.indicator(), Set.of()).stream()
                                .map(term -> subjects.getOrDefault(
                                        new Computation.Cell(term, it.unit(), it.synthetic()), 0L))
                                .noneMatch(Disclosure::few))
                .toList();
    }

    /** Of nobody there is nothing to tell. */
    private static boolean few(long subjects) {
        return subjects > 0 && subjects < Evidence.Group.FEWEST_SUBJECTS;
    }

    /** What of each indicator's formula counts restricted facts as they happen, to be counted by subjects. */
    private Map<String, Set<Term>> restricted(Collection<Indicator> indicators) {
        var restricted = new HashMap<String, Set<Term>>();
        for (Indicator indicator : indicators) {
            Set<Term> terms = indicator.computed().stream()
                    .flatMap(formula -> formula.terms().stream())
                    .filter(term -> term.measure() != Measure.LAST && restricted(term.kind()))
                    .map(term -> new Term(term.kind(), term.filter(), Measure.SUBJECTS))
                    .collect(Collectors.toSet());
            if (!terms.isEmpty()) restricted.put(indicator.code(), terms);
        }
        return restricted;
    }

    private boolean restricted(String kind) {
        return facts.kind(kind)
                .map(it -> it.disclosure() == FactKind.Disclosure.RESTRICTED)
                .orElse(false);
    }
}
