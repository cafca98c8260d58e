package vn.thucchat.foundation.calendar.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.calendar.DueTime;
import vn.thucchat.foundation.calendar.StatedHours;
import vn.thucchat.foundation.calendar.Term;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** “Tính ngày hẹn trả”: when something is due, and why then, for anybody. */
@Controller
record DueController(WorkingTime workingTime, Units units, Pages pages, InstantSource clock) {

    @GetMapping("/due-date")
    @Allow(anyone = true)
    View due(Form<DueForm> form, @RequestParam Map<String, String> sent, Texts t) {
        if (!sent.containsKey("count")) return page(blank(t), null, HttpStatus.OK, t);
        var errors = new ArrayList<FieldError>();
        String count = form.text("count");
        boolean hours = form.text("unit").equals("HOURS");
        // both kinds of a term are one field here
        Term term = DueQuery.term(hours ? "" : given(count), hours ? given(count) : "", errors);
        List<FieldError> found = errors.stream()
                .map(error -> error.field().startsWith("working")
                        ? new FieldError("count", error.key(), error.arguments())
                        : error)
                .toList();
        Form<DueForm> asked = form.with(found);
        Unit agency = agency(form, asked);
        if (!form.wrong() && DueQuery.outside(form.value().day()))
            asked = asked.with(List.of(DueQuery.outsideError("day")));
        if (asked.wrong() || term == null) return page(asked, null, HttpStatus.UNPROCESSABLE_CONTENT, t);
        DueForm typed = asked.value();
        LocalDateTime received = typed.day().atTime(time(typed.hour()));
        Instant at = received.atZone(BusinessTime.VIETNAM).toInstant();
        DueTime due =
                workingTime.of(agency == null ? UnitCode.NATION : agency.code()).due(at, term);
        String api = "/api/v1/calendar/due?received=" + received + (hours ? "&workingHours=" : "&workingDays=") + count
                + (agency == null ? "" : "&agency=" + agency.code());
        return page(asked, answer(t, term, due, api), HttpStatus.OK, t);
    }

    /** Nothing at all is missing; it is no number. */
    private static String given(String count) {
        return count.isEmpty() ? "-" : count;
    }

    private @Nullable Unit agency(Form<DueForm> form, Form<DueForm> asked) {
        return asked.wrong() ? null : DueQuery.unit(form.text("agency"), units, clock.instant(), new ArrayList<>());
    }

    private static LocalTime time(String hour) {
        return LocalTime.parse(hour.length() == 4 ? "0" + hour : hour);
    }

    private Form<DueForm> blank(Texts t) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), BusinessTime.VIETNAM);
        return Form.blank(
                t,
                Map.of(
                        "day", now.toLocalDate().toString(),
                        "hour",
                                now.toLocalTime()
                                        .truncatedTo(ChronoUnit.MINUTES)
                                        .toString(),
                        "unit", "DAYS"));
    }

    private static DuePage.Answer answer(Texts t, Term term, DueTime due, String api) {
        return new DuePage.Answer(
                due.at(),
                due.provisional(),
                due.steps().stream()
                        .map(step -> new DuePage.Step(
                                step.from(),
                                step.to(),
                                step.kind() == DueTime.Kind.COUNTED,
                                StepWords.reason(t, term, step),
                                StepWords.source(step)))
                        .toList(),
                api);
    }

    private View page(Form<DueForm> form, DuePage.@Nullable Answer answer, HttpStatus status, Texts t) {
        return pages.show("foundation/calendar/due-date", new DuePage(form, agencies(t), answer), status);
    }

    /** Those whose hours are not those of every office. */
    private List<Option> agencies(Texts t) {
        LocalDate today = BusinessTime.day(clock.instant());
        List<Option> own = workingTime.statedHours().stream()
                .map(StatedHours::unit)
                .filter(unit -> !unit.equals(UnitCode.NATION))
                .distinct()
                .flatMap(unit -> units.nearest(unit, today).stream())
                .map(unit -> new Option(unit.code().value(), t.either(unit.name(), unit.nameEn())))
                .toList();
        return own.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(new Option("", t.of("calendar.due.agency.any"))), own.stream())
                        .toList();
    }
}
