package vn.thucchat.steering.indicators.definitions.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.IndicatorValues;
import vn.thucchat.steering.indicators.definitions.IndicatorValues.IndicatorValue;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;

/** What a unit is to reach, beside what it had to reach before. */
@Controller
record TargetController(
        RequestParameters asked,
        Targets targets,
        Indicators indicators,
        IndicatorValues values,
        OfficeUnits office,
        Pages pages) {

    @GetMapping("/targets")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period) {
        Period of = asked.periodOrUsual(period);
        Unit about = office.chosen(t, actor, SteeringRoles.STEERING_OFFICE, unit, of.to());
        Map<String, List<Target>> history = targets.history(about.code(), of);
        Period year = new Period(of.year(), Period.Grain.YEAR, 1);
        Map<String, List<Target>> ofYear = of.equals(year) ? Map.of() : targets.history(about.code(), year);
        List<Indicator> all = indicators.all();
        Map<String, TargetsPage.Before> before = before(actor, about.code(), of, all);
        List<TargetsPage.Row> rows = all.stream()
                .filter(it -> it.active() || history.containsKey(it.code()))
                .map(it -> row(
                        t,
                        it,
                        about,
                        of,
                        history.getOrDefault(it.code(), List.of()),
                        ofYear.getOrDefault(it.code(), List.of()),
                        before.get(it.code())))
                .toList();
        return pages.show(
                "steering/indicators/definitions/targets",
                new TargetsPage(
                        DisplayNames.name(t, about),
                        DisplayNames.name(t, of),
                        about.code().value(),
                        office.options(t, actor, SteeringRoles.STEERING_OFFICE, of.to()),
                        of.code(),
                        PeriodChoice.options(t, asked.today(), of),
                        rows,
                        history.size(),
                        of.equals(year)
                                ? null
                                : new Link(
                                        "/targets?unit=%s&period=%s".formatted(about.code(), year),
                                        DisplayNames.name(t, year)),
                        DisplayNames.name(t, of.yearBefore())));
    }

    /** How the same period of the year before went, by indicator, in the boundaries of the period. */
    private Map<String, TargetsPage.Before> before(Actor actor, UnitCode unit, Period period, List<Indicator> of) {
        Period before = period.yearBefore();
        Map<String, List<Target>> set = targets.history(unit, before);
        Map<String, IndicatorValue> reached = values.visible(actor, List.of(unit), before, period.to(), of).stream()
                .collect(Collectors.toMap(IndicatorValue::indicator, Function.identity(), (one, other) -> one));
        var all = new HashMap<String, TargetsPage.Before>();
        for (Indicator it : of) {
            IndicatorValue value = reached.get(it.code());
            List<Target> asked = set.getOrDefault(it.code(), List.of());
            if (value != null || !asked.isEmpty())
                all.put(
                        it.code(),
                        new TargetsPage.Before(
                                Quantity.of(it, value),
                                value == null ? null : DisplayNames.figure(it.code(), unit, before, period.to()),
                                asked.isEmpty()
                                        ? null
                                        : Quantity.of(asked.getFirst().value(), it.measure())));
        }
        return all;
    }

    private static TargetsPage.Row row(
            Texts t,
            Indicator it,
            Unit unit,
            Period period,
            List<Target> history,
            List<Target> ofYear,
            TargetsPage.@Nullable Before before) {
        List<TargetsPage.Held> all =
                history.stream().map(target -> held(it, target)).toList();
        return new TargetsPage.Row(
                DisplayNames.name(t, it),
                "/indicators/" + it.code(),
                it.pillar().name(),
                all.isEmpty() ? null : all.getFirst(),
                all,
                ofYear.isEmpty() ? null : held(it, ofYear.getFirst()),
                before,
                "/targets/new?indicator=%s&unit=%s&period=%s".formatted(it.code(), unit.code(), period),
                unit.kind().level().compareTo(UnitKind.Level.COMMUNE) < 0
                        ? "/targets/grid?unit=%s&indicator=%s&period=%s".formatted(unit.code(), it.code(), period)
                        : null);
    }

    private static TargetsPage.Held held(Indicator it, Target target) {
        return new TargetsPage.Held(
                Quantity.of(target.value(), it.measure()),
                target.document().citation(),
                target.document().issuedOn(),
                target.derivation(),
                target.steps() == null
                        ? List.of()
                        : java.util.stream.Stream.of(
                                        target.steps().q1(),
                                        target.steps().q2(),
                                        target.steps().q3())
                                .map(value -> Quantity.of(value, it.measure()))
                                .toList(),
                BusinessTime.day(target.setAt()),
                target.synthetic());
    }
}
