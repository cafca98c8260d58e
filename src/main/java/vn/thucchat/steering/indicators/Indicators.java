package vn.thucchat.steering.indicators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;

/** The dictionary of indicators. */
@Service
public class Indicators {

    private final IndicatorStore store;
    private final AccessLog log;
    private final Map<String, FactKind> kinds;

    Indicators(IndicatorStore store, AccessLog log, List<FactKind> kinds) {
        this.store = store;
        this.log = log;
        this.kinds = kinds.stream().collect(Collectors.toMap(FactKind::code, Function.identity()));
    }

    /** What came of defining an indicator or changing its definition. */
    public sealed interface Defined {
        record Done(Indicator indicator) implements Defined {}

        /** @param field the name of the record's component; {@code key} a message key, {@code at} what it was about */
        record Refused(String field, String key, String at) implements Defined {}

        /** Somebody changed it meanwhile. */
        record Stale() implements Defined {}
    }

    public Optional<Indicator> find(String code) {
        return store.find(code);
    }

    /** Every indicator, in the order of the dictionary. */
    public List<Indicator> all() {
        return store.all();
    }

    /** The kinds of facts that formulas can count, by code. */
    public List<FactKind> kinds() {
        return kinds.values().stream()
                .sorted(java.util.Comparator.comparing(FactKind::code))
                .toList();
    }

    @Transactional
    public Defined define(Actor actor, Indicator indicator) {
        var fault = fault(indicator);
        if (fault.isPresent()) return fault.get();
        if (!store.insert(indicator)) return new Defined.Refused("code", "indicator.code.taken", indicator.code());
        log.record(actor, "indicators.indicator-defined", "/indicators/" + indicator.code(), indicator.nameVi());
        return new Defined.Done(indicator);
    }

    @Transactional
    public Defined change(Actor actor, Indicator indicator) {
        var fault = fault(indicator);
        if (fault.isPresent()) return fault.get();
        if (!store.update(indicator)) return new Defined.Stale();
        log.record(actor, "indicators.indicator-changed", "/indicators/" + indicator.code(), indicator.nameVi());
        return new Defined.Done(indicator);
    }

    private Optional<Defined.Refused> fault(Indicator it) {
        if (!it.code().matches("[a-z0-9][a-z0-9.-]{1,63}")) return refused("code", "indicator.code.form", it.code());
        if (length(it.nameVi()) < 3 || length(it.nameVi()) > 300) return refused("nameVi", "indicator.name.length", "");
        if (length(it.nameEn()) < 3 || length(it.nameEn()) > 300) return refused("nameEn", "indicator.name.length", "");
        if (it.measure().isBlank() || length(it.measure()) > 30)
            return refused("measure", "indicator.measure.missing", "");
        if (length(it.definitionVi()) > 4000) return refused("definitionVi", "text.too-long", "4000");
        if (length(it.definitionEn()) > 4000) return refused("definitionEn", "text.too-long", "4000");
        if (length(it.legalBasis()) > 2000) return refused("legalBasis", "text.too-long", "2000");
        if (it.formula().isEmpty() && it.reportedBy() == null)
            return refused("reportedBy", "indicator.neither-reported-nor-computed", "");
        return it.formula().isEmpty() ? Optional.empty() : formulaFault(it.formula());
    }

    private Optional<Defined.Refused> formulaFault(String text) {
        if (text.length() > 2000) return refused("formula", "text.too-long", "2000");
        return switch (Formula.read(text)) {
            case Formula.Reading.NotUnderstood(String at) -> refused("formula", "indicator.formula.not-understood", at);
            case Formula.Reading.Read(Formula formula) -> {
                for (Term term : formula.terms()) {
                    FactKind kind = kinds.get(term.kind());
                    if (kind == null) yield refused("formula", "indicator.formula.unknown-kind", term.kind());
                    for (String facet : term.filter().keySet())
                        if (!kind.facets().contains(facet))
                            yield refused("formula", "indicator.formula.unknown-facet", facet);
                    if (term.measure() == Measure.LAST && !kind.state())
                        yield refused("formula", "indicator.formula.not-a-state", term.kind());
                }
                yield Optional.empty();
            }
        };
    }

    private static Optional<Defined.Refused> refused(String field, String key, String at) {
        return Optional.of(new Defined.Refused(field, key, at));
    }

    private static int length(String text) {
        return text.strip().length();
    }
}
