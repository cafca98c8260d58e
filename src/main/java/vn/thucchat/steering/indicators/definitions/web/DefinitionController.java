package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Where the steering office defines indicators and changes their definitions. */
@Controller
record DefinitionController(RequestParameters asked, Indicators indicators, Trials trials, Pages pages) {

    private static final int USUAL_PLACE = 1000;

    @GetMapping("/indicators/new")
    @Allow(SteeringRoles.STEERING_OFFICE)
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
        return form(t, null, Form.blank(t, usual), null, HttpStatus.OK);
    }

    @PostMapping("/indicators")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View define(Actor actor, Texts t, Form<IndicatorForm> form, Flash flash) {
        if (form.wrong()) return form(t, null, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        IndicatorForm typed = form.value();
        Indicator it = typed.indicator(typed.code(), 1);
        return tries(form)
                ? tried(actor, t, null, form, it)
                : answer(indicators.define(actor, it), t, null, it, form, flash);
    }

    @GetMapping("/indicators/{code}/edit")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View edit(Actor actor, Texts t, @PathVariable String code) {
        Indicator it = asked.indicator(code);
        if (!indicators.mayChange(actor, it)) throw new AccessDeniedException("definitions");
        return form(t, it, Form.showing(t, it), null, HttpStatus.OK);
    }

    @PostMapping("/indicators/{code}")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View change(Actor actor, Texts t, @PathVariable String code, Form<IndicatorForm> form, Flash flash) {
        Indicator before = asked.indicator(code);
        if (form.wrong()) return form(t, before, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        Integer seen = form.value().version();
        Indicator it = form.value().indicator(code, seen == null ? 0 : seen);
        return tries(form)
                ? tried(actor, t, before, form, it)
                : answer(indicators.change(actor, it), t, before, it, form, flash);
    }

    private View answer(
            Result result, Texts t, @Nullable Indicator before, Indicator it, Form<IndicatorForm> form, Flash flash) {
        return switch (result) {
            case Result.Done _ -> flash.then("indicator.kept", "/indicators/" + it.code());
            case Result.Stale() -> {
                // what was typed stays, and names the newest version: sent again, it is meant
                Indicator now = asked.indicator(it.code());
                Form<?> again =
                        form.with("", "indicator.stale").with(Map.of("version", Integer.toString(now.version())));
                yield form(t, now, again, null, result.status());
            }
            case Result.Invalid _, Result.NotFound _, Result.Refused _ ->
                form(t, before, form.with(result), null, result.status());
        };
    }

    private static boolean tries(Form<?> form) {
        return form.text("act").equals("try");
    }

    /** The form again with what the formula comes to; nothing is kept. */
    private View tried(Actor actor, Texts t, @Nullable Indicator before, Form<IndicatorForm> form, Indicator it) {
        Form<?> checked =
                form.with(indicators.formulaFault(it.formula()).stream().toList());
        return checked.wrong()
                ? form(t, before, checked, null, HttpStatus.UNPROCESSABLE_CONTENT)
                : form(t, before, checked, trials.words(t, actor, it), HttpStatus.OK);
    }

    private View form(Texts t, @Nullable Indicator of, Form<?> form, @Nullable String trial, HttpStatus status) {
        return pages.show(
                "steering/indicators/definitions/indicator-form",
                new IndicatorFormPage(
                        of == null ? null : of.code(),
                        of == null ? "/indicators" : "/indicators/" + of.code(),
                        form,
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
                        meaning(t, form.text("formula")),
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
        return new IndicatorFormPage.Choices(
                Option.all(t, "pillar.", Indicator.Pillar.values()),
                Option.all(t, "direction.", Indicator.Direction.values()),
                Option.all(t, "aggregation.", Indicator.Aggregation.values()),
                Option.all(t, "over-time.", Indicator.OverTime.values()),
                Option.all(t, "frequency.", Period.Grain.values()),
                Option.after(new Option("", t.of("level.none")), Option.all(t, "level.", UnitKind.Level.values())));
    }
}
