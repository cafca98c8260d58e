package vn.thucchat.steering.indicators.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.SteeringRoles;
import vn.thucchat.steering.indicators.Submissions;

/** An officer's work list, where every report begins. */
@Controller
@RequestMapping("/reporting")
class ReportingController {

    private final Submissions submissions;
    private final Units units;
    private final ReportingView view;
    private final Asked asked;
    private final Pages pages;

    ReportingController(Submissions submissions, Units units, ReportingView view, Asked asked, Pages pages) {
        this.submissions = submissions;
        this.units = units;
        this.view = view;
        this.asked = asked;
        this.pages = pages;
    }

    @GetMapping
    @Allow(SteeringRoles.REPORTER)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "unit", required = false) @Nullable String unit,
            @RequestParam(name = "period", required = false) @Nullable String period) {
        if (unit != null && period != null)
            return pages.show(
                    "steering/indicators/reporting",
                    view.page(actor, t, List.of(), PaperForm.cut(unit), PaperForm.cut(period)));
        return pages.show("steering/indicators/reporting", view.page(actor, t, after));
    }

    /** Opens what the unit is writing for the period, or begins it. */
    @PostMapping
    @Allow(SteeringRoles.REPORTER)
    View begin(
            Actor actor,
            Texts t,
            @RequestParam(name = "unit", defaultValue = "") String unitText,
            @RequestParam(name = "period", defaultValue = "") String periodText) {
        var faults = new ArrayList<Fault>();
        Optional<Period> period = Period.parse(periodText.strip());
        if (period.isEmpty()) faults.add(new Fault("period", t.of("figure.bad-period", PaperForm.cut(periodText))));
        else if (period.get().from().isAfter(asked.today()))
            faults.add(new Fault("period", t.of("reporting.period.future")));
        Optional<UnitCode> unit = UnitCode.read(unitText.strip());
        if (unit.isEmpty()) faults.add(new Fault("unit", t.of("figure.bad-unit", PaperForm.cut(unitText))));
        else if (units.nearest(unit.get(), asked.today()).isEmpty())
            faults.add(new Fault("unit", t.of("figure.no-unit", unit.get().value())));
        else if (period.isPresent()
                && submissions.reportedBy(unit.get(), period.get()).isEmpty())
            faults.add(new Fault("unit", t.of("reporting.unit.owes-nothing")));
        if (!faults.isEmpty())
            return pages.show(
                    "steering/indicators/reporting",
                    view.page(actor, t, faults, PaperForm.cut(unitText), PaperForm.cut(periodText)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (submissions.open(actor, unit.orElseThrow(), period.orElseThrow())) {
            case Submissions.Outcome.Done done ->
                SeeOther.at("/submissions/" + done.submission().id());
            case Submissions.Outcome.OutOfReach() -> throw new AccessDeniedException("unit");
            // accepted in the very moment: the list says so
            case Submissions.Outcome.Stale() -> SeeOther.at("/reporting");
            case Submissions.Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
            case Submissions.Outcome.Incomplete incomplete -> throw new IllegalStateException(incomplete.toString());
        };
    }
}
