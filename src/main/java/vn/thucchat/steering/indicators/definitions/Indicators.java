package vn.thucchat.steering.indicators.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.Units;

/** The dictionary of indicators. */
@Service
public class Indicators {

    /** The order of the step at start that loads the dictionary of every room; what needs it comes later. */
    public static final int LOADED = 95;

    /** What the codes of invented indicators begin with: those that a demonstration account may define and change. */
    private static final String INVENTED = "demonstration-";

    private final IndicatorStore store;
    private final Units units;
    private final AccessLog log;
    private final Map<String, FactKind> kinds;

    Indicators(IndicatorStore store, Units units, AccessLog log, List<FactKind> kinds) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.kinds = kinds.stream()
                .filter(kind -> !kind.receipt())
                .collect(Collectors.toMap(FactKind::code, Function.identity()));
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

    /**
     * Whether the actor may define indicators: the steering office of a province or the nation. One of the
     * demonstration defines invented ones only.
     */
    public boolean mayDefine(Actor actor) {
        return actor.equals(Actor.PLATFORM) || units.heldInProvince(actor, SteeringRoles.STEERING_OFFICE);
    }

    /** Whether the actor may change the definition of an indicator, as {@link #mayDefine}. */
    public boolean mayChange(Actor actor, Indicator indicator) {
        return mayDefine(actor) && (!actor.synthetic() || indicator.code().startsWith(INVENTED));
    }

    /** The same form sent twice defines one indicator. */
    @Transactional
    public Result define(Actor actor, Indicator indicator) {
        if (!mayDefine(actor)) return new Result.Refused("indicator.not-allowed");
        var faults = faults(actor, indicator);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        if (!store.insert(indicator)) {
            if (store.find(indicator.code()).filter(indicator::equals).isPresent()) return new Result.Done(null);
            return new Result.Invalid(List.of(fault("code", "indicator.code.taken", indicator.code())));
        }
        log.record(actor, "indicators.indicator-defined", "/indicators/" + indicator.code(), indicator.nameVi());
        return new Result.Done(null);
    }

    @Transactional
    public Result change(Actor actor, Indicator indicator) {
        if (!mayChange(actor, indicator)) return new Result.Refused("indicator.not-allowed");
        var faults = faults(actor, indicator);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        if (!store.update(indicator)) return new Result.Stale();
        log.record(actor, "indicators.indicator-changed", "/indicators/" + indicator.code(), indicator.nameVi());
        return new Result.Done(null);
    }

    private List<FieldError> faults(Actor actor, Indicator it) {
        var faults = new ArrayList<FieldError>();
        if (actor.synthetic() && !it.code().startsWith(INVENTED))
            faults.add(fault("code", "indicator.code.demonstration", INVENTED));
        // what units report is asked of real officers too
        if (actor.synthetic() && it.reportedBy() != null)
            faults.add(new FieldError("reportedBy", "indicator.demonstration-computed"));
        // "new" is the address of the form
        if (!it.code().matches("[a-z0-9][a-z0-9.-]{1,63}") || it.code().equals("new"))
            faults.add(fault("code", "indicator.code.form", it.code()));
        name(faults, "nameVi", it.nameVi());
        name(faults, "nameEn", it.nameEn());
        if (it.measure().isBlank() || length(it.measure()) > 30)
            faults.add(new FieldError("measure", "indicator.measure.missing"));
        text(faults, "definitionVi", it.definitionVi(), 4000);
        text(faults, "definitionEn", it.definitionEn(), 4000);
        text(faults, "legalBasis", it.legalBasis(), 2000);
        text(faults, "formula", it.formula(), 2000);
        if (it.formula().isEmpty() && it.reportedBy() == null)
            faults.add(new FieldError("reportedBy", "indicator.neither-reported-nor-computed"));
        if (!it.formula().isEmpty() && it.formula().length() <= 2000)
            formulaFault(it.formula()).ifPresent(faults::add);
        return faults;
    }

    private static void name(List<FieldError> faults, String field, String name) {
        if (length(name) < 3 || length(name) > 300) faults.add(new FieldError(field, "indicator.name.length"));
    }

    private static void text(List<FieldError> faults, String field, String text, int longest) {
        if (length(text) > longest) faults.add(fault(field, "text.too-long", Integer.toString(longest)));
    }

    /** What is wrong with a formula that somebody wrote; an empty one counts nothing and is right. */
    public Optional<FieldError> formulaFault(String text) {
        if (text.isEmpty()) return Optional.empty();
        return switch (Formula.read(text)) {
            case Formula.Reading.NotUnderstood(String at) ->
                Optional.of(fault("formula", "indicator.formula.not-understood", at));
            case Formula.Reading.Read(Formula formula) ->
                formula.terms().stream()
                        .flatMap(term -> termFault(term).stream())
                        .findFirst();
        };
    }

    private Optional<FieldError> termFault(Term term) {
        FactKind kind = kinds.get(term.kind());
        if (kind == null) return Optional.of(fault("formula", "indicator.formula.unknown-kind", term.kind()));
        for (String facet : term.filter().keySet())
            if (!kind.facets().contains(facet))
                return Optional.of(fault("formula", "indicator.formula.unknown-facet", facet));
        return term.measure() == Measure.LAST && !kind.state()
                ? Optional.of(fault("formula", "indicator.formula.not-a-state", term.kind()))
                : Optional.empty();
    }

    private static FieldError fault(String field, String key, String at) {
        return new FieldError(field, key, List.of(at));
    }

    private static int length(String text) {
        return text.strip().length();
    }
}
