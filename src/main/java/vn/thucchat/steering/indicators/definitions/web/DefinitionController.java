package vn.thucchat.steering.indicators.definitions.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Where the steering office defines indicators and changes their definitions. */
@Controller
record DefinitionController(
        RequestParameters asked, Indicators indicators, FormulaBuilder builder, IndicatorFormView view) {

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
        return view.show(
                actor,
                t,
                null,
                Form.blank(t, usual).with(Map.of("shape", actor.synthetic() ? "SHARE" : "NONE")),
                null,
                HttpStatus.OK);
    }

    @PostMapping("/indicators")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View define(Actor actor, Texts t, Form<IndicatorForm> form, Flash flash) {
        View again = again(actor, t, null, form);
        if (again != null) return again;
        Indicator it = form.value().indicator(form.value().code(), 1, builder.formula(form));
        return answer(actor, indicators.define(actor, it), t, null, it, form, flash);
    }

    @GetMapping("/indicators/{code}/edit")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View edit(Actor actor, Texts t, @PathVariable String code) {
        Indicator it = asked.indicator(code);
        if (!indicators.mayChange(actor, it)) throw new AccessDeniedException("definitions");
        var form = Form.showing(t, it).with(builder.fields(it.formula()));
        return view.show(actor, t, it, form, it, HttpStatus.OK);
    }

    @PostMapping("/indicators/{code}")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View change(Actor actor, Texts t, @PathVariable String code, Form<IndicatorForm> form, Flash flash) {
        Indicator before = asked.indicator(code);
        View again = again(actor, t, before, form);
        if (again != null) return again;
        Integer seen = form.value().version();
        Indicator it = form.value().indicator(code, seen == null ? 0 : seen, builder.formula(form));
        return answer(actor, indicators.change(actor, it), t, before, it, form, flash);
    }

    private View answer(
            Actor actor,
            Result result,
            Texts t,
            @Nullable Indicator before,
            Indicator it,
            Form<IndicatorForm> form,
            Flash flash) {
        return switch (result) {
            case Result.Done _ -> flash.then("indicator.kept", "/indicators/" + it.code());
            case Result.Stale() -> {
                // what was typed stays, and names the newest version: sent again, it is meant
                Indicator now = asked.indicator(it.code());
                Form<?> again =
                        form.with("", "indicator.stale").with(Map.of("version", Integer.toString(now.version())));
                yield view.show(actor, t, now, again, it, result.status());
            }
            case Result.Invalid _, Result.NotFound _, Result.Refused _ ->
                view.show(actor, t, before, form.with(result), it, result.status());
        };
    }

    /**
     * The form again where it only asks for more fields or for the value of today, or where something is wrong with it;
     * null where it is to be kept.
     */
    private @Nullable View again(Actor actor, Texts t, @Nullable Indicator before, Form<IndicatorForm> form) {
        Form<IndicatorForm> checked = form.with(builder.errors(form));
        String act = form.text("act");
        boolean tries = act.equals("try");
        if (act.isEmpty() || tries) {
            if (tries)
                checked = checked.with(
                        indicators.formulaFault(builder.formula(form)).stream().toList());
            if (checked.wrong() || tries)
                return view.show(
                        actor,
                        t,
                        before,
                        checked,
                        checked.wrong() ? null : draft(form, before),
                        checked.wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
            return null;
        }
        // what is wrong with the rest is told when it is to be kept
        return view.show(actor, t, before, form.unsent(), draft(form, before), HttpStatus.OK);
    }

    /** What the form says so far; null where what a value depends on is not chosen. */
    private @Nullable Indicator draft(Form<IndicatorForm> form, @Nullable Indicator before) {
        return form.soFar().complete()
                ? form.soFar().indicator(before == null ? form.text("code") : before.code(), 1, builder.formula(form))
                : null;
    }
}
