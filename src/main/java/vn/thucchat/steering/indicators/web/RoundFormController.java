package vn.thucchat.steering.indicators.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.Round;
import vn.thucchat.steering.indicators.Rounds;

/** Where the steering office calls for figures. */
@Controller
class RoundFormController {

    private static final int USUAL_WORKING_DAYS = 10;

    private final Asked asked;
    private final Rounds rounds;
    private final Indicators indicators;
    private final OfficeUnits office;
    private final Units units;
    private final WorkingTime workingTime;
    private final InstantSource clock;
    private final Pages pages;

    RoundFormController(
            Asked asked,
            Rounds rounds,
            Indicators indicators,
            OfficeUnits office,
            Units units,
            WorkingTime workingTime,
            InstantSource clock,
            Pages pages) {
        this.asked = asked;
        this.rounds = rounds;
        this.indicators = indicators;
        this.office = office;
        this.units = units;
        this.workingTime = workingTime;
        this.clock = clock;
        this.pages = pages;
    }

    /** The period and the level decide what is usually owed; choosing others fills the form anew. */
    @GetMapping("/rounds/new")
    @Allow(Role.STEERING_OFFICE)
    View blank(
            Actor actor,
            Texts t,
            @RequestParam(name = "period", defaultValue = "") String period,
            @RequestParam(name = "above", defaultValue = "") String above,
            @RequestParam(name = "level", defaultValue = "") String level) {
        Period of = period.isBlank() ? PeriodChoice.usual(asked.today()) : asked.period(period.strip());
        Unit from = asked.unit(
                above.isBlank() ? office.home(actor, Role.STEERING_OFFICE).value() : above.strip(), of.to());
        office.require(t, actor, Role.STEERING_OFFICE, from);
        UnitKind.Level at = level.isBlank()
                ? UnitKind.Level.COMMUNE
                : UnitKind.Level.of(level.strip()).orElse(UnitKind.Level.COMMUNE);
        var typed = new HashMap<String, String>();
        typed.put("id", Ids.next(clock).toString());
        typed.put("period", of.code());
        typed.put("above", from.code().value());
        typed.put("level", at.code());
        typed.put("name", t.of("rounds.name.usual", Wording.name(t, of)));
        typed.put("due", usualDue(of, from).toString());
        Set<String> usual = indicators.all().stream()
                .filter(it -> it.active() && it.reportedBy() == at && it.frequency() == of.grain())
                .map(Indicator::code)
                .collect(Collectors.toSet());
        return form(actor, t, new FormInput(typed), usual, List.of(), HttpStatus.OK);
    }

    /** Some working days after the period ends, or from today when it has ended. */
    private LocalDate usualDue(Period of, Unit above) {
        LocalDate today = asked.today();
        LocalDate since = of.to().isBefore(today) ? today : of.to();
        return workingTime.of(above.code()).after(since, USUAL_WORKING_DAYS);
    }

    @PostMapping("/rounds")
    @Allow(Role.STEERING_OFFICE)
    View open(
            Actor actor,
            Texts t,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "indicators", required = false) @Nullable List<String> chosen,
            Flash redirect) {
        var typed = new FormInput(fields);
        Set<String> codes = chosen == null ? Set.of() : Set.copyOf(chosen);
        var faults = new ArrayList<Fault>();
        Round round = read(t, actor, typed, codes, faults);
        if (round == null) return form(actor, t, typed, codes, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (rounds.open(actor, round)) {
            case Rounds.Opened.Done(Round opened) -> redirect.then("rounds.opened", "/rounds/" + opened.id());
            case Rounds.Opened.OutOfReach no -> {
                faults.add(new Fault(
                        "above", t.of("targets.fault.reach", round.above().value())));
                yield form(actor, t, typed, codes, faults, HttpStatus.FORBIDDEN);
            }
            case Rounds.Opened.Before before -> {
                faults.add(new Fault("name", t.of("rounds.before")));
                yield form(actor, t, typed, codes, faults, HttpStatus.CONFLICT);
            }
        };
    }

    private @Nullable Round read(Texts t, Actor actor, FormInput typed, Set<String> codes, List<Fault> faults) {
        String name = typed.text("name");
        Period period = Period.parse(typed.text("period")).orElse(null);
        LocalDate day = period == null ? asked.today() : period.to();
        UnitCode above = UnitCode.read(typed.text("above"))
                .flatMap(code -> units.find(code, day))
                .map(Unit::code)
                .orElse(null);
        UnitKind.Level level = UnitKind.Level.of(typed.text("level")).orElse(null);
        LocalDate due = typed.day("due").orElse(null);
        if (name.length() < 3 || name.length() > 200) faults.add(new Fault("name", t.of("rounds.name.length")));
        if (period == null) faults.add(new Fault("period", t.of("figure.bad-period", typed.text("period"))));
        if (above == null) faults.add(new Fault("above", t.of("targets.fault.unit-then", typed.text("above"))));
        if (level == null) faults.add(new Fault("level", t.of("form.choose")));
        if (due == null) faults.add(new Fault("due", t.of("form.day")));
        else if (due.isBefore(asked.today())) faults.add(new Fault("due", t.of("form.day.past")));
        var known = indicators.all().stream().map(Indicator::code).collect(Collectors.toSet());
        if (codes.isEmpty() || !known.containsAll(codes))
            faults.add(new Fault("indicators", t.of("rounds.indicators.missing")));
        if (period == null || above == null || level == null || due == null || !faults.isEmpty()) return null;
        return new Round(
                typed.id("id").orElseGet(() -> Ids.next(clock)),
                name,
                period,
                above,
                level,
                due,
                actor.synthetic(),
                clock.instant(),
                codes.stream().sorted().toList());
    }

    private View form(
            Actor actor, Texts t, FormInput typed, Set<String> chosen, List<Fault> faults, HttpStatus status) {
        Period of = Period.parse(typed.text("period")).orElseGet(() -> PeriodChoice.usual(asked.today()));
        int owing = UnitCode.read(typed.text("above"))
                .flatMap(code -> units.find(code, of.to()))
                .flatMap(above -> UnitKind.Level.of(typed.text("level"))
                        .map(level -> office.of(above, level, of.to()).size()))
                .orElse(0);
        return pages.show(
                "steering/indicators/round-form",
                new RoundFormPage(
                        typed,
                        faults,
                        PeriodChoice.options(t, asked.today(), of),
                        office.optionsAbove(t, actor, Role.STEERING_OFFICE, of.to()),
                        Arrays.stream(UnitKind.Level.values())
                                .map(level -> new Option(level.code(), t.of("level." + level.name())))
                                .toList(),
                        Wording.name(t, of),
                        owing,
                        indicators.all().stream()
                                .filter(Indicator::active)
                                .map(it -> new RoundFormPage.Indicator(
                                        it.code(),
                                        Wording.name(t, it),
                                        it.pillar().name(),
                                        t.of("frequency." + it.frequency().name())))
                                .toList(),
                        chosen),
                status);
    }
}
