package vn.thucchat.steering.indicators.reporting.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.reporting.Submissions;

/** An officer's work list, where every report begins. */
@Controller
@RequestMapping("/reporting")
record ReportingController(
        Submissions submissions, Units units, ReportingView view, RequestParameters asked, Pages pages) {

    @GetMapping
    @Allow(SteeringRoles.REPORTER)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period) {
        return pages.show(
                "steering/indicators/reporting/reporting",
                unit != null && period != null
                        ? view.page(actor, t, Form.blank(t, Map.of("unit", unit, "period", period)))
                        : view.page(actor, t, after));
    }

    /** Opens what the unit is writing for the period, or begins it. */
    @PostMapping
    @Allow(SteeringRoles.REPORTER)
    View begin(Actor actor, Texts t, Form<ReportingForm> form) {
        ReportingForm typed = form.soFar();
        if (typed.period() != null && typed.period().from().isAfter(asked.today()))
            form = form.with("period", "reporting.period.future");
        if (typed.unit() != null && units.nearest(typed.unit(), asked.today()).isEmpty())
            form = form.with("unit", "figure.no-unit", typed.unit().value());
        else if (typed.unit() != null
                && typed.period() != null
                && submissions.reportedBy(typed.unit(), typed.period()).isEmpty())
            form = form.with("unit", "reporting.unit.owes-nothing");
        if (form.wrong())
            return pages.show(
                    "steering/indicators/reporting/reporting",
                    view.page(actor, t, form),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (submissions.open(actor, typed.unit(), typed.period())) {
            case Result.Done(var submission) -> SeeOther.at("/submissions/" + submission);
            case Result.NotFound _, Result.Refused _ -> throw new AccessDeniedException("unit");
            // accepted in the very moment: the list says so
            case Result.Stale() -> SeeOther.at("/reporting");
            case Result.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }
}
