package vn.thucchat.steering.indicators.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;

/** Where the steering office defines indicators and changes their definitions. */
@Controller
class DefinitionController {

    private static final int USUAL_PLACE = 1000;

    private final Asked asked;
    private final Indicators indicators;
    private final Trials trials;
    private final Pages pages;

    DefinitionController(Asked asked, Indicators indicators, Trials trials, Pages pages) {
        this.asked = asked;
        this.indicators = indicators;
        this.trials = trials;
        this.pages = pages;
    }

    @GetMapping("/indicators/new")
    @Allow(Role.STEERING_OFFICE)
    View blank(Actor actor, Texts t) {
        if (!indicators.mayDefine(actor)) throw new AccessDeniedException("definitions");
        var usual = Map.of(
                "code", actor.synthetic() ? "demonstration-" : "",
                "pillar", "GOVERNMENT",
                "measure", "percent",
                "direction", "UP",
                "aggregation", "RATIO",
                "overTime", "LAST",
                "frequency", "HALF",
                "reportedBy", actor.synthetic() ? "" : "COMMUNE",
                "sort", Integer.toString(USUAL_PLACE),
                "active", "true");
        return form(t, null, new FormInput(usual), List.of(), HttpStatus.OK);
    }

    @PostMapping("/indicators")
    @Allow(Role.STEERING_OFFICE)
    View define(Actor actor, Texts t, @RequestParam Map<String, String> fields, Flash redirect) {
        return keep(actor, t, null, new FormInput(fields), redirect);
    }

    @GetMapping("/indicators/{code}/edit")
    @Allow(Role.STEERING_OFFICE)
    View edit(Actor actor, Texts t, @PathVariable("code") String code) {
        Indicator it = asked.indicator(code);
        if (!indicators.mayChange(actor, it)) throw new AccessDeniedException("definitions");
        return form(t, it, written(it), List.of(), HttpStatus.OK);
    }

    @PostMapping("/indicators/{code}")
    @Allow(Role.STEERING_OFFICE)
    View change(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @RequestParam Map<String, String> fields,
            Flash redirect) {
        return keep(actor, t, asked.indicator(code), new FormInput(fields), redirect);
    }

    private View keep(Actor actor, Texts t, @Nullable Indicator before, FormInput typed, Flash redirect) {
        var faults = new ArrayList<Fault>();
        Indicator read = read(t, before, typed, faults);
        if (read == null) return form(t, before, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        if (typed.text("act").equals("try")) return tried(actor, t, before, typed, read);
        return switch (before == null ? indicators.define(actor, read) : indicators.change(actor, read)) {
            case Indicators.Defined.Done(Indicator done) ->
                redirect.then("indicator.kept", "/indicators/" + done.code());
            case Indicators.Defined.Refused(List<Indicators.Fault> wrong) -> {
                wrong.forEach(fault -> faults.add(new Fault(fault.field(), t.of(fault.key(), fault.at()))));
                yield form(t, before, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Indicators.Defined.NotAllowed() -> throw new AccessDeniedException("definitions");
            case Indicators.Defined.Stale stale -> {
                // what was typed stays, and names the newest version: sent again, it is meant
                Indicator now = asked.indicator(read.code());
                var again = new HashMap<>(typed.fields());
                again.put("version", Integer.toString(now.version()));
                faults.add(new Fault("", t.of("indicator.stale")));
                yield form(t, now, new FormInput(again), faults, HttpStatus.CONFLICT);
            }
        };
    }

    /** The form again with what the formula comes to; nothing is kept. */
    private View tried(Actor actor, Texts t, @Nullable Indicator before, FormInput typed, Indicator read) {
        List<Fault> faults = indicators.formulaFault(read.formula()).stream()
                .map(fault -> new Fault(fault.field(), t.of(fault.key(), fault.at())))
                .toList();
        return form(
                t,
                before,
                typed,
                faults,
                faults.isEmpty() ? trials.words(t, actor, read) : null,
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What can be made of the form; null when a choice was not among those offered. */
    private static @Nullable Indicator read(Texts t, @Nullable Indicator before, FormInput typed, List<Fault> faults) {
        var pillar = typed.choice("pillar", Indicator.Pillar.class).orElse(null);
        var direction = typed.choice("direction", Indicator.Direction.class).orElse(null);
        var aggregation =
                typed.choice("aggregation", Indicator.Aggregation.class).orElse(null);
        var overTime = typed.choice("overTime", Indicator.OverTime.class).orElse(null);
        var frequency = typed.choice("frequency", Period.Grain.class).orElse(null);
        var reportedBy = typed.choice("reportedBy", UnitKind.Level.class).orElse(null);
        boolean level = reportedBy != null || typed.text("reportedBy").isEmpty();
        Integer sort = typed.whole("sort").orElse(null);
        Integer version =
                before == null ? Integer.valueOf(1) : typed.whole("version").orElse(null);
        if (pillar == null) faults.add(new Fault("pillar", t.of("form.choose")));
        if (direction == null) faults.add(new Fault("direction", t.of("form.choose")));
        if (aggregation == null) faults.add(new Fault("aggregation", t.of("form.choose")));
        if (overTime == null) faults.add(new Fault("overTime", t.of("form.choose")));
        if (frequency == null) faults.add(new Fault("frequency", t.of("form.choose")));
        if (!level) faults.add(new Fault("reportedBy", t.of("form.choose")));
        if (sort == null) faults.add(new Fault("sort", t.of("indicator.sort.form")));
        if (version == null) faults.add(new Fault("", t.of("indicator.stale")));
        if (pillar == null
                || direction == null
                || aggregation == null
                || overTime == null
                || frequency == null
                || !level
                || sort == null
                || version == null) return null;
        return new Indicator(
                before == null ? typed.text("code") : before.code(),
                typed.text("nameVi"),
                typed.text("nameEn"),
                pillar,
                typed.text("measure"),
                direction,
                aggregation,
                overTime,
                frequency,
                reportedBy,
                typed.text("definitionVi"),
                typed.text("definitionEn"),
                typed.text("legalBasis"),
                typed.text("formula"),
                sort,
                typed.text("active").equals("true"),
                typed.text("live").equals("true") && !typed.text("formula").isEmpty(),
                version);
    }

    private static FormInput written(Indicator it) {
        var fields = new HashMap<String, String>();
        fields.put("code", it.code());
        fields.put("nameVi", it.nameVi());
        fields.put("nameEn", it.nameEn());
        fields.put("pillar", it.pillar().name());
        fields.put("measure", it.measure());
        fields.put("direction", it.direction().name());
        fields.put("aggregation", it.aggregation().name());
        fields.put("overTime", it.overTime().name());
        fields.put("frequency", it.frequency().name());
        fields.put("reportedBy", it.reportedBy() == null ? "" : it.reportedBy().name());
        fields.put("definitionVi", it.definitionVi());
        fields.put("definitionEn", it.definitionEn());
        fields.put("legalBasis", it.legalBasis());
        fields.put("formula", it.formula());
        fields.put("sort", Integer.toString(it.sort()));
        fields.put("live", Boolean.toString(it.live()));
        fields.put("active", Boolean.toString(it.active()));
        fields.put("version", Integer.toString(it.version()));
        return new FormInput(fields);
    }

    private View form(Texts t, @Nullable Indicator of, FormInput typed, List<Fault> faults, HttpStatus status) {
        return form(t, of, typed, faults, null, status);
    }

    private View form(
            Texts t,
            @Nullable Indicator of,
            FormInput typed,
            List<Fault> faults,
            @Nullable String trial,
            HttpStatus status) {
        return pages.show(
                "steering/indicators/indicator-form",
                new IndicatorFormPage(
                        of == null ? null : of.code(),
                        of == null ? "/indicators" : "/indicators/" + of.code(),
                        typed,
                        faults,
                        choices(t),
                        indicators.kinds().stream()
                                .map(kind -> new IndicatorFormPage.Kind(
                                        kind.code(),
                                        t.of("fact." + kind.code()),
                                        kind.facets().stream()
                                                .sorted()
                                                .map(facet -> facet(t, facet, kind.values()))
                                                .toList(),
                                        kind.state(),
                                        t.orElse("fact.unit." + kind.amountUnit(), kind.amountUnit())))
                                .toList(),
                        meaning(t, typed.text("formula")),
                        trial),
                status);
    }

    private static IndicatorFormPage.Facet facet(Texts t, String code, Map<String, List<String>> values) {
        return new IndicatorFormPage.Facet(
                code,
                t.orElse("facet." + code, code),
                values.getOrDefault(code, List.of()).stream()
                        .map(value -> new Option(value, Terms.value(t, code, value)))
                        .toList());
    }

    private @Nullable String meaning(Texts t, String formula) {
        if (formula.isEmpty() || formula.length() > 2000) return null;
        return switch (Formula.read(formula)) {
            case Formula.Reading.NotUnderstood no -> null;
            case Formula.Reading.Read(Formula read) -> {
                var known = indicators.kinds().stream().map(kind -> kind.code()).toList();
                yield read.terms().stream().allMatch(term -> known.contains(term.kind()))
                        ? Terms.sentence(t, read)
                        : null;
            }
        };
    }

    private static IndicatorFormPage.Choices choices(Texts t) {
        var levels = new ArrayList<Option>();
        levels.add(new Option("", t.of("level.none")));
        levels.addAll(options(UnitKind.Level.values(), level -> t.of("level." + level.name())));
        return new IndicatorFormPage.Choices(
                options(Indicator.Pillar.values(), pillar -> t.of("pillar." + pillar.name())),
                options(Indicator.Direction.values(), direction -> t.of("direction." + direction.name())),
                options(Indicator.Aggregation.values(), aggregation -> t.of("aggregation." + aggregation.name())),
                options(Indicator.OverTime.values(), overTime -> t.of("over-time." + overTime.name())),
                options(Period.Grain.values(), frequency -> t.of("frequency." + frequency.name())),
                levels);
    }

    private static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> words) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), words.apply(value)))
                .toList();
    }
}
