package vn.thucchat.steering.indicators.reporting.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.OfficeUnits;
import vn.thucchat.steering.indicators.definitions.web.PeriodChoice;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.reporting.Rounds;

/** Where the steering office calls for figures. */
@Controller
record RoundFormController(
        RequestParameters asked,
        Rounds rounds,
        Indicators indicators,
        OfficeUnits office,
        Units units,
        WorkingTime workingTime,
        InstantSource clock,
        Pages pages) {

    private static final int USUAL_WORKING_DAYS = 10;

    /** The period and the level decide what is usually owed; choosing others fills the form anew. */
    @GetMapping("/rounds/new")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View blank(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String above,
            @RequestParam(defaultValue = "") String level) {
        Period of = asked.periodOrUsual(period);
        Unit from = office.chosen(t, actor, SteeringRoles.STEERING_OFFICE, above, of.to());
        UnitKind.Level at = level.isBlank()
                ? UnitKind.Level.COMMUNE
                : UnitKind.Level.of(level.strip()).orElse(UnitKind.Level.COMMUNE);
        var typed = new HashMap<String, String>();
        typed.put("id", Ids.next(clock).toString());
        typed.put("period", of.code());
        typed.put("above", from.code().value());
        typed.put("level", at.code());
        typed.put("name", t.of("rounds.name.usual", DisplayNames.name(t, of)));
        typed.put("due", usualDue(of, from).toString());
        Set<String> usual = indicators.all().stream()
                .filter(it -> it.active() && it.reportedBy() == at && it.frequency() == of.grain())
                .map(Indicator::code)
                .collect(Collectors.toSet());
        return form(actor, t, Form.blank(t, typed), usual, HttpStatus.OK);
    }

    /** Some working days after the period ends, or from today when it has ended. */
    private LocalDate usualDue(Period of, Unit above) {
        LocalDate today = asked.today();
        LocalDate since = of.to().isBefore(today) ? today : of.to();
        return workingTime.of(above.code()).after(since, USUAL_WORKING_DAYS);
    }

    @PostMapping("/rounds")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View open(Actor actor, Texts t, Form<RoundForm> form, Flash flash) {
        RoundForm typed = form.soFar();
        form = office.existing(form, "above", typed.above(), asked.end(typed.period()));
        if (!indicators.all().stream().map(Indicator::code).toList().containsAll(typed.indicators()))
            form = form.with("indicators", "rounds.indicators.missing");
        if (form.wrong()) return form(actor, t, form, typed.indicators(), HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = rounds.open(actor, form.value().round(actor.synthetic(), clock.instant()));
        if (result instanceof Result.Done(var id)) return flash.then("rounds.opened", "/rounds/" + id);
        form = result instanceof Result.Stale ? form.with("name", "rounds.before") : form.with(result);
        return form(actor, t, form, typed.indicators(), result.status());
    }

    private View form(Actor actor, Texts t, Form<?> form, Collection<String> chosen, HttpStatus status) {
        Period of = Period.parse(form.text("period")).orElseGet(() -> PeriodChoice.usual(asked.today()));
        int owing = UnitCode.read(form.text("above"))
                .flatMap(code -> units.find(code, of.to()))
                .flatMap(above -> UnitKind.Level.of(form.text("level"))
                        .map(level -> office.of(above, level, of.to()).size()))
                .orElse(0);
        return pages.show(
                "steering/indicators/reporting/round-form",
                new RoundFormPage(
                        form,
                        PeriodChoice.options(t, asked.today(), of),
                        office.optionsAbove(t, actor, SteeringRoles.STEERING_OFFICE, of.to()),
                        OfficeUnits.levels(t),
                        DisplayNames.name(t, of),
                        owing,
                        indicators.all().stream()
                                .filter(Indicator::active)
                                .map(it -> new RoundFormPage.Indicator(
                                        it.code(),
                                        DisplayNames.name(t, it),
                                        it.pillar().name(),
                                        t.of("frequency." + it.frequency().name())))
                                .toList(),
                        chosen),
                status);
    }
}
