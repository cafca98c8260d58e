package vn.thucchat.foundation.calendar.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.calendar.CalendarEdits;
import vn.thucchat.foundation.calendar.CalendarRoles;
import vn.thucchat.foundation.calendar.OfficeHours;
import vn.thucchat.foundation.calendar.OfficeHours.Session;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.calendar.StatedHours;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** The weekly hours of agencies: for everybody to read, for the province's office to state. */
@Controller
@RequestMapping(WorkingHoursController.PATH)
record WorkingHoursController(
        WorkingTime workingTime,
        CalendarEdits edits,
        Units units,
        RoleDefinitions roles,
        Pages pages,
        InstantSource clock) {

    static final String PATH = "/working-hours";

    @GetMapping
    @Allow(anyone = true)
    View list(Actor actor, Texts t) {
        var checked = Map.of("checked", SourceDocument.Checked.READ.name());
        return page(actor, t, Form.blank(t, checked), HttpStatus.OK);
    }

    @PostMapping
    @Allow(CalendarRoles.CALENDAR_EDITOR)
    View state(Form<HoursForm> form, Actor actor, Texts t, Flash flash) {
        if (form.wrong()) return page(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        HoursForm typed = form.value();
        Form<HoursForm> asked = form;
        Optional<List<Session>> weekdays = OfficeHours.read(typed.weekdays());
        Optional<List<Session>> saturday = OfficeHours.read(typed.saturday());
        Optional<UnitCode> unit = UnitCode.read(typed.unit());
        if (unit.isEmpty()) asked = asked.with("unit", "form.choose");
        if (weekdays.isEmpty()) asked = asked.with("weekdays", "calendar.hours.fault");
        if (saturday.isEmpty()) asked = asked.with("saturday", "calendar.hours.fault");
        if (typed.weekdays().isEmpty() && !typed.saturday().isEmpty())
            asked = asked.with("weekdays", "calendar.hours.needed");
        if (typed.issued().isAfter(BusinessTime.day(clock.instant())))
            asked = asked.with("issued", "calendar.issued.fault");
        if (asked.wrong()) return page(actor, t, asked, HttpStatus.UNPROCESSABLE_CONTENT);
        List<Session> sessions = weekdays.orElseThrow();
        Result result = edits.stateHours(
                actor,
                new StatedHours(
                        unit.orElseThrow(),
                        typed.from(),
                        sessions.isEmpty() ? null : new OfficeHours(sessions, saturday.orElseThrow()),
                        typed.sourceDocument(),
                        false,
                        false,
                        clock.instant()));
        if (result instanceof Result.Done) return flash.then("calendar.hours.stated", PATH);
        return page(actor, t, asked.with(result), result.status());
    }

    private View page(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        LocalDate today = BusinessTime.day(clock.instant());
        return pages.show(
                "foundation/calendar/working-hours",
                new WorkingHoursPage(
                        workingTime.statedHours().reversed().stream()
                                .map(hours -> new WorkingHoursPage.Line(name(t, hours.unit(), today), hours))
                                .toList(),
                        edits.mayChange(actor) ? options(actor, t, today) : List.of(),
                        edits.mayChange(actor) ? form : null,
                        CalendarOptions.of(t),
                        form.faults()),
                status);
    }

    /** The provinces of the actor's office, with their agencies and communes of today. */
    private List<Option> options(Actor actor, Texts t, LocalDate today) {
        Set<String> editors = roles.holders(CalendarRoles.CALENDAR_EDITOR);
        return actor.grants().stream()
                .filter(grant -> editors.contains(grant.role()))
                .flatMap(grant -> UnitCode.read(grant.unit()).stream())
                .flatMap(home -> units.find(home, today).stream())
                .flatMap(home -> Stream.concat(
                        Stream.of(home),
                        Stream.concat(
                                units.children(home.code(), today).stream()
                                        .filter(unit -> unit.kind() == UnitKind.AGENCY),
                                units.below(home.code(), UnitKind.Level.COMMUNE, today).stream())))
                .map(unit -> new Option(unit.code().value(), t.either(unit.name(), unit.nameEn())))
                .distinct()
                .toList();
    }

    private String name(Texts t, UnitCode code, LocalDate today) {
        return units.nearest(code, today)
                .map((Unit unit) -> t.either(unit.name(), unit.nameEn()))
                .orElse(code.value());
    }
}
