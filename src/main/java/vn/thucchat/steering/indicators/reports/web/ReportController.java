package vn.thucchat.steering.indicators.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.steering.indicators.reports.ReportOrder;
import vn.thucchat.steering.indicators.reports.Reports;

/** Reports to read: the list, and each with what has changed since. */
@Controller
record ReportController(
        RequestParameters asked, Reports reports, DisplayNames wording, Pages pages, InstantSource clock) {

    private static final int ROWS = 20;
    private static final String LOOK_AGAIN_SECONDS = "2";

    /** Reports whose units and periods are offered to choose from. */
    private static final int CHOICES = 200;

    @GetMapping("/reports")
    @Allow(anyone = true)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable UUID after) {
        Period of = period.isBlank() ? null : asked.period(period.strip());
        UnitCode about = unit.isBlank()
                ? null
                : asked.unit(unit.strip(), of == null ? BusinessTime.day(clock.instant()) : of.to())
                        .code();
        List<Report> found = reports.latest(actor, about, of, after, ROWS + 1);
        List<Report> shown = found.subList(0, Math.min(ROWS, found.size()));
        List<Report> all = reports.latest(actor, null, null, null, CHOICES);
        String kept = "unit=%s&period=%s".formatted(about == null ? "" : about, of == null ? "" : of);
        return pages.show(
                "steering/indicators/reports/reports",
                new ReportsPage(
                        about == null ? "" : about.value(),
                        choices(
                                t.of("reports.all.units"),
                                all.stream()
                                        .map(each -> new Option(
                                                each.order().unit().value(),
                                                wording.name(
                                                        t,
                                                        each.order().unit(),
                                                        each.order().period().to())))
                                        .toList()),
                        of == null ? "" : of.code(),
                        choices(
                                t.of("reports.all.periods"),
                                all.stream()
                                        .map(each -> new Option(
                                                each.order().period().code(),
                                                DisplayNames.name(
                                                        t, each.order().period())))
                                        .toList()),
                        shown.stream().map(each -> row(t, each)).toList(),
                        actor.holds(SteeringRoles.STEERING_OFFICE) ? "/reports/new?" + kept : null,
                        after == null ? null : "/reports?" + kept,
                        found.size() == shown.size()
                                ? null
                                : "/reports?" + kept + "&after="
                                        + shown.getLast().id()));
    }

    /** Each once, after the choice of all. */
    private static List<Option> choices(String all, List<Option> of) {
        var choices = new java.util.LinkedHashMap<String, Option>();
        choices.put("", new Option("", all));
        of.forEach(each -> choices.putIfAbsent(each.value(), each));
        return List.copyOf(choices.values());
    }

    @GetMapping("/reports/{id}")
    @Allow(anyone = true)
    View one(Actor actor, Texts t, HttpServletResponse response, @PathVariable UUID id) {
        Report report = reports.find(actor, id).orElseThrow(() -> Problem.notFound("report.none"));
        ReportOrder order = report.order();
        if (report.state() == Report.State.WAITING) response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
        List<ReportPage.Line> lines =
                reports.lines(id).stream().map(each -> line(t, order, each)).toList();
        return pages.show(
                "steering/indicators/reports/report",
                new ReportPage(
                        report.path(),
                        wording.name(t, order.unit(), order.period().to()),
                        DisplayNames.name(t, order.period()),
                        wording.path(
                                t, order.unit(), order.period(), order.period().to()),
                        order.number(),
                        order.date(),
                        report.state(),
                        report.step(),
                        report.failure(),
                        report.state() == Report.State.FAILED && reports.orders(actor, order.unit()),
                        Boolean.TRUE.equals(report.synthetic()),
                        report.onTrial(),
                        report.builtAt(),
                        report.orderedBy(),
                        report.sha256(),
                        lines,
                        lines.stream().filter(line -> line.newest() > 0).count()));
    }

    private ReportsPage.Row row(Texts t, Report of) {
        ReportOrder order = of.order();
        return new ReportsPage.Row(
                of.path(),
                wording.name(t, order.unit(), order.period().to()),
                DisplayNames.name(t, order.period()),
                order.number(),
                order.date(),
                of.state(),
                Boolean.TRUE.equals(of.synthetic()) ? "badge.synthetic" : of.onTrial() ? "report.on-trial" : null);
    }

    private ReportPage.Line line(Texts t, ReportOrder order, Report.Line of) {
        Indicator it = asked.indicator(of.indicator());
        String address = DisplayNames.figure(
                it.code(), order.unit(), of.period(), of.period().to());
        return new ReportPage.Line(
                DisplayNames.name(t, it),
                of.period().equals(order.period()) ? null : DisplayNames.name(t, of.period()),
                new Quantity(of.value(), of.numerator(), of.denominator(), of.comparator(), it.measure()),
                of.provenance(),
                of.synthetic(),
                of.derived(),
                of.revision(),
                address + "?reading=" + FigureFormat.reading(of.basis(), of.synthetic()) + "&revision=" + of.revision(),
                of.newest() > of.revision() ? of.newest() : 0,
                address);
    }
}
