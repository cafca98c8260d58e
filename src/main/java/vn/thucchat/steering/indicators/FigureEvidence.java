package vn.thucchat.steering.indicators;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;

/** Opens a figure down to the facts that it is made of. */
@Service
public class FigureEvidence {

    /** The parts of a stated number, as its facts name them. */
    private static final List<Evidence.Selector> STATED = List.of("value", "numerator", "denominator").stream()
            .map(part -> new Evidence.Selector(Acceptance.STATED, Map.of("part", part)))
            .toList();

    private final Facts facts;
    private final FigureOrigins origins;

    FigureEvidence(Facts facts, FigureOrigins origins) {
        this.facts = facts;
        this.origins = origins;
    }

    /** The facts behind a figure, the latest day first; those corrected since are told apart. */
    public Evidence of(Figure figure, Indicator indicator, Evidence.@Nullable Cursor after, int limit) {
        return facts.find(query(figure, indicator, after, limit));
    }

    /** What the facts behind a figure come to, by the terms of the indicator's formula; of a stated one, in all. */
    public List<Evidence.Total> totals(Figure figure, Indicator indicator) {
        return facts.totals(query(figure, indicator, null, 1), figure.basis() == Basis.STATED ? STATED : terms(indicator));
    }

    /** How many facts in force are behind a figure. */
    public long count(Figure figure, Indicator indicator) {
        List<Evidence.Selector> kinds = (figure.basis() == Basis.STATED ? STATED : terms(indicator))
                .stream().map(Evidence.Selector::kind).distinct().map(kind -> new Evidence.Selector(kind, Map.of())).toList();
        return facts.totals(query(figure, indicator, null, 1), kinds).stream()
                .mapToLong(Evidence.Total::facts)
                .sum();
    }

    private Evidence.Query query(Figure figure, Indicator indicator, Evidence.@Nullable Cursor after, int limit) {
        FigureOrigins.Origins of = origins.of(figure, indicator);
        return new Evidence.Query(
                flows(indicator), of.stretches(), of.keys(), Set.of(figure.synthetic()), after, limit);
    }

    private static List<Evidence.Selector> terms(Indicator indicator) {
        return indicator
                .computed()
                .map(formula -> formula.terms().stream()
                        .map(term -> new Evidence.Selector(term.kind(), term.filter()))
                        .toList())
                .orElse(List.of());
    }

    /** What the formula counts as it happens; what it takes as it stands is found by key. */
    private static List<Evidence.Selector> flows(Indicator indicator) {
        return indicator
                .computed()
                .map(formula -> formula.terms().stream()
                        .filter(term -> term.measure() != Measure.LAST)
                        .map(term -> new Evidence.Selector(term.kind(), term.filter()))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** Where the record that a fact came from is shown. */
    public @Nullable String path(Fact fact) {
        return facts.evidencePath(fact).orElse(null);
    }

    /** The unit of a fact's amount, as its kind declares it. */
    public String amountUnit(Fact fact) {
        return facts.kind(fact.kind()).map(FactKind::amountUnit).orElse("");
    }
}
