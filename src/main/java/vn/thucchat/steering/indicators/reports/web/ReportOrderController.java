package vn.thucchat.steering.indicators.reports.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.OfficeUnits;
import vn.thucchat.steering.indicators.definitions.web.PeriodChoice;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.reports.Reports;

/** Where a steering office orders a report. */
@Controller
record ReportOrderController(
        RequestParameters asked, Reports reports, Units units, OfficeUnits office, Pages pages, InstantSource clock) {

    private static final String FORM = "steering/indicators/reports/report-form";

    @GetMapping("/reports/new")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View form(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period) {
        LocalDate today = asked.today();
        String about = unit.isBlank()
                ? office.home(actor, SteeringRoles.STEERING_OFFICE).value()
                : unit.strip();
        Form<?> form = blank(
                t,
                about,
                UnitCode.read(about).flatMap(code -> units.nearest(code, today)).orElse(null),
                period.isBlank() ? PeriodChoice.usual(today).previous().code() : period.strip(),
                today);
        return page(actor, t, form, HttpStatus.OK);
    }

    @PostMapping("/reports")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View order(Actor actor, Texts t, Form<ReportForm> form) {
        ReportForm typed = form.soFar();
        form = form.with(typed.order().faults());
        if (typed.unit() != null
                && units.nearest(typed.unit(), asked.end(typed.period())).isEmpty())
            form = form.with("unit", "figure.bad-unit", typed.unit().value());
        if (form.wrong()) return page(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = reports.order(actor, typed.id(), typed.order());
        return switch (result) {
            case Result.Done(var id) -> SeeOther.at("/reports/" + id);
            // the form was sent before and changed since: it becomes a new one, and the person decides
            case Result.Stale _ -> {
                Form<?> again = form.with("", "report.sent-before")
                        .with(Map.of("id", Ids.next(clock).toString()));
                yield page(actor, t, again, result.status());
            }
            case Result.Refused(String key) -> page(actor, t, form.with("unit", key), result.status());
            case Result.Invalid _, Result.NotFound _ -> page(actor, t, form.with(result), result.status());
        };
    }

    @PostMapping("/reports/{id}/again")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View again(Actor actor, @PathVariable UUID id) {
        if (reports.again(actor, id) instanceof Result.NotFound) throw Problem.notFound("report.none");
        // one that did not fail, or no longer: its page says how it stands
        return SeeOther.at("/reports/" + id);
    }

    private View page(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        LocalDate today = asked.today();
        Period period = Period.parse(form.text("period"))
                .orElseGet(() -> PeriodChoice.usual(today).previous());
        List<Option> of = new ArrayList<>(office.options(t, actor, SteeringRoles.STEERING_OFFICE, today));
        // the code of a unit of another day is kept in the form
        if (of.stream().noneMatch(option -> option.value().equals(form.text("unit"))))
            UnitCode.read(form.text("unit"))
                    .flatMap(code -> units.nearest(code, period.to()))
                    .ifPresent(unit -> of.add(new Option(unit.code().value(), DisplayNames.name(t, unit))));
        return pages.show(FORM, new ReportFormPage(form, of, PeriodChoice.begun(t, today, period)), status);
    }

    private Form<?> blank(Texts t, String code, @Nullable Unit unit, String period, LocalDate today) {
        String name = unit == null || unit.kind().level() == UnitKind.Level.NATION ? "" : unit.name();
        String of = name.isEmpty() ? ".nation" : ".usual";
        var fields = new HashMap<String, String>();
        fields.put("id", Ids.next(clock).toString());
        fields.put("unit", code);
        fields.put("period", period);
        if (!name.isEmpty())
            fields.put("superior", t.of("report.form.superior.usual", name.toUpperCase(Locale.of("vi"))));
        fields.put("agency", t.of("report.form.agency" + of));
        fields.put("number", t.of("report.form.number" + of));
        fields.put(
                "place",
                name.isEmpty()
                        ? t.of("report.form.place.nation")
                        : name.replaceFirst("^(Tỉnh|Thành phố|Xã|Phường) ", ""));
        fields.put("date", today.toString());
        fields.put("recipients", t.of("report.form.recipients.usual"));
        fields.put("authority", t.of("report.form.authority" + of));
        fields.put("position", t.of("report.form.position.usual"));
        return Form.blank(t, fields);
    }
}
