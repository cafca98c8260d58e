package vn.thucchat.steering.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.VietnameseDays;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.ReportOrder;
import vn.thucchat.steering.indicators.Reports;
import vn.thucchat.steering.indicators.Reports.Ordered;
import vn.thucchat.steering.indicators.SteeringRoles;

/** Where a steering office orders a report. */
@Controller
class ReportOrderController {

    private static final String FORM = "steering/indicators/report-form";

    private final Reports reports;
    private final Units units;
    private final OfficeUnits office;
    private final Pages pages;
    private final InstantSource clock;

    ReportOrderController(Reports reports, Units units, OfficeUnits office, Pages pages, InstantSource clock) {
        this.reports = reports;
        this.units = units;
        this.office = office;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/reports/new")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View form(
            Actor actor,
            Texts t,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam(name = "period", defaultValue = "") String period) {
        LocalDate today = Ground.day(clock.instant());
        String about = unit.isBlank() ? home(actor) : unit.strip();
        ReportForm form = blank(
                t,
                about,
                UnitCode.read(about).flatMap(code -> units.nearest(code, today)).orElse(null),
                period.isBlank() ? PeriodChoice.usual(today).previous().code() : period.strip(),
                today);
        return pages.show(FORM, page(actor, t, form, List.of()));
    }

    @PostMapping("/reports")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View order(Actor actor, HttpServletRequest request, Texts t) {
        ReportForm form = ReportForm.of(request);
        UUID id = id(form.id());
        var faults = new ArrayList<Fault>();
        Period period = Period.parse(form.period()).orElse(null);
        if (period == null) faults.add(new Fault("period", t.of("figure.bad-period", form.period())));
        LocalDate date = date(form.date());
        if (date == null) faults.add(new Fault("date", t.of("figure.bad-day", form.date())));
        LocalDate on = period == null ? Ground.day(clock.instant()) : period.to();
        UnitCode unit = UnitCode.read(form.unit())
                .filter(code -> units.nearest(code, on).isPresent())
                .orElse(null);
        if (unit == null) faults.add(new Fault("unit", t.of("figure.bad-unit", form.unit())));
        if (period == null || date == null || unit == null)
            return refused(actor, t, form, faults, HttpStatus.BAD_REQUEST);
        ReportOrder order = form.order(unit, period, date);
        return switch (reports.order(actor, id, order)) {
            case Ordered.Done done -> SeeOther.at("/reports/" + done.id());
            case Ordered.OutOfReach() ->
                refused(actor, t, form, List.of(new Fault("unit", t.of("report.out-of-reach"))), HttpStatus.FORBIDDEN);
            case Ordered.Refused(var wrong) ->
                refused(
                        actor,
                        t,
                        form,
                        wrong.stream()
                                .map(each -> new Fault(each.field(), t.of(each.key(), each.at())))
                                .toList(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            // the form was sent before and changed since: it becomes a new one, and the person decides
            case Ordered.Before() ->
                refused(
                        actor,
                        t,
                        form.withId(Ids.next(clock)),
                        List.of(new Fault("", t.of("report.sent-before"))),
                        HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/reports/{id}/again")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View again(Actor actor, @PathVariable("id") UUID id) {
        return switch (reports.again(actor, id)) {
            // not one that failed, or no longer: its page says how it stands
            case Ordered.Done done -> SeeOther.at("/reports/" + id);
            case Ordered.Before() -> SeeOther.at("/reports/" + id);
            case Ordered.OutOfReach() -> throw Problem.notFound("report.none");
            case Ordered.Refused(var wrong) -> throw Problem.conflict("report.no-figures");
        };
    }

    private View refused(Actor actor, Texts t, ReportForm form, List<Fault> faults, HttpStatus status) {
        return pages.show(FORM, page(actor, t, form, faults), status);
    }

    private ReportFormPage page(Actor actor, Texts t, ReportForm form, List<Fault> faults) {
        LocalDate today = Ground.day(clock.instant());
        Period period = Period.parse(form.period())
                .orElseGet(() -> PeriodChoice.usual(today).previous());
        List<Option> of = new ArrayList<>(office.options(t, actor, SteeringRoles.STEERING_OFFICE, today));
        // the code of a unit of another day is kept in the form
        if (of.stream().noneMatch(option -> option.value().equals(form.unit())))
            UnitCode.read(form.unit())
                    .flatMap(code -> units.nearest(code, period.to()))
                    .ifPresent(unit -> of.add(new Option(unit.code().value(), Wording.name(t, unit))));
        return new ReportFormPage(form, of, PeriodChoice.begun(t, today, period), faults);
    }

    private ReportForm blank(Texts t, String code, @Nullable Unit unit, String period, LocalDate today) {
        String name = unit == null || unit.kind().level() == UnitKind.Level.NATION ? "" : unit.name();
        boolean nation = name.isEmpty();
        return new ReportForm(
                Ids.next(clock).toString(),
                code,
                period,
                nation ? "" : t.of("report.form.superior.usual", name.toUpperCase(Locale.of("vi"))),
                t.of(nation ? "report.form.agency.nation" : "report.form.agency.usual"),
                t.of(nation ? "report.form.number.nation" : "report.form.number.usual"),
                nation ? t.of("report.form.place.nation") : name.replaceFirst("^(Tỉnh|Thành phố|Xã|Phường) ", ""),
                today.toString(),
                "",
                t.of("report.form.recipients.usual"),
                t.of(nation ? "report.form.authority.nation" : "report.form.authority.usual"),
                t.of("report.form.position.usual"),
                "",
                "",
                "",
                false,
                false);
    }

    private static String home(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(SteeringRoles.STEERING_OFFICE))
                .map(Actor.Grant::unit)
                .findFirst()
                .orElse(UnitCode.NATION.value());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("id", "report.bad-form");
        }
    }

    private static @Nullable LocalDate date(String text) {
        return VietnameseDays.parse(text)
                .value()
                .filter(day -> day.getYear() >= 1945)
                .orElse(null);
    }
}
