package vn.thucchat.steering.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Opens a figure down to the facts that it is made of. */
@Service
public class FigureEvidence {

    private final Facts facts;
    private final Units units;

    FigureEvidence(Facts facts, Units units) {
        this.facts = facts;
        this.units = units;
    }

    /** The facts behind a figure, the latest day first; those corrected since are told apart. */
    public Evidence of(Figure figure, Indicator indicator, Evidence.@Nullable Cursor after, int limit) {
        var selectors = new ArrayList<Evidence.Selector>();
        if (figure.basis() == Basis.STATED)
            selectors.add(new Evidence.Selector(Acceptance.STATED, Map.of("indicator", figure.indicator())));
        else
            indicator
                    .computed()
                    .ifPresent(formula -> formula.terms()
                            .forEach(term -> selectors.add(new Evidence.Selector(term.kind(), term.filter()))));
        return facts.find(new Evidence.Query(
                selectors,
                sources(figure),
                figure.period().from(),
                figure.period().to(),
                Set.of(figure.synthetic()),
                after,
                limit));
    }

    /** Where the record that a fact came from is shown. */
    public @Nullable String path(Fact fact) {
        return facts.evidencePath(fact).orElse(null);
    }

    private List<UnitCode> sources(Figure figure) {
        if (figure.statement() != null) return List.of(figure.unit());
        var all = new ArrayList<UnitCode>();
        for (Units.Era era : units.eras(figure.period().from(), figure.period().to()))
            units
                    .compose(List.of(figure.unit()), figure.boundaries(), era.from())
                    .parts()
                    .getOrDefault(figure.unit(), List.of())
                    .stream()
                    .map(Composition.Part::source)
                    .forEach(all::add);
        return all.stream().distinct().toList();
    }
}
