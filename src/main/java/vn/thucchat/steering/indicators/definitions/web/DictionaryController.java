package vn.thucchat.steering.indicators.definitions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.IndicatorValues;
import vn.thucchat.steering.indicators.definitions.IndicatorValues.IndicatorValue;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** What is measured, and how each of it is defined. */
@Controller
record DictionaryController(
        RequestParameters asked,
        Indicators indicators,
        IndicatorValues values,
        Trials trials,
        Units units,
        DisplayNames wording,
        Pages pages) {

    private static final int LONGEST_QUERY = 100;

    @GetMapping("/indicators")
    @Allow(anyone = true)
    View list(Actor actor, Texts t, @RequestParam(defaultValue = "") String q) {
        boolean office = actor.holds(SteeringRoles.STEERING_OFFICE);
        String query = q.strip();
        if (query.length() > LONGEST_QUERY) throw Problem.bad("q", "text.too-long", Integer.toString(LONGEST_QUERY));
        List<Indicator> shown = indicators.all().stream()
                .filter(it -> it.active() || office)
                .filter(it -> matches(it, query))
                .toList();
        Map<String, IndicatorValue> newest = values.newest(leading(asked.today()));
        return pages.show(
                "steering/indicators/definitions/indicators",
                new IndicatorsPage(
                        query,
                        shown.stream()
                                .map(it -> new IndicatorsPage.Row(
                                        DisplayNames.name(t, it),
                                        "/indicators/" + it.code(),
                                        it.pillar().name(),
                                        DisplayNames.measure(t, it),
                                        newest(t, it, newest.get(it.code())),
                                        it.active()))
                                .toList(),
                        indicators.mayDefine(actor) ? "/indicators/new" : null));
    }

    /** Whether every word is in a name, its definition or the code; marks and case do not matter. */
    private static boolean matches(Indicator it, String query) {
        String all = DisplayNames.plain(
                String.join(" ", it.nameVi(), it.nameEn(), it.definitionVi(), it.definitionEn(), it.code()));
        return Stream.of(DisplayNames.plain(query).split("\\s+")).allMatch(all::contains);
    }

    private IndicatorsPage.@Nullable Latest newest(Texts t, Indicator it, @Nullable IndicatorValue of) {
        Quantity value = Quantity.of(it, of);
        if (of == null || value == null) return null;
        LocalDate day = of.period().to();
        return new IndicatorsPage.Latest(
                value,
                DisplayNames.figure(it.code(), of.unit(), of.period(), day),
                wording.name(t, of.unit(), day) + " · " + DisplayNames.name(t, of.period()));
    }

    @GetMapping("/indicators/{code}")
    @Allow(anyone = true)
    View one(Actor actor, Texts t, @PathVariable String code) {
        Indicator it = asked.indicator(code);
        LocalDate today = asked.today();
        Formula formula = it.computed().orElse(null);
        List<IndicatorValue> newest = values.newest(it.code(), leading(today));
        return pages.show(
                "steering/indicators/definitions/indicator",
                new IndicatorPage(
                        it.code(),
                        DisplayNames.name(t, it),
                        it.pillar().name(),
                        it.active(),
                        t.either(it.definitionVi(), it.definitionEn()),
                        DisplayNames.measure(t, it),
                        t.of("direction." + it.direction().name()),
                        t.of("aggregation." + it.aggregation().name()),
                        t.of("over-time." + it.overTime().name()),
                        t.of("frequency." + it.frequency().name()),
                        it.reportedBy() == null
                                ? t.of("level.none")
                                : t.of("level." + it.reportedBy().name()),
                        formula == null ? null : it.formula(),
                        formula == null ? null : Terms.sentence(t, formula),
                        formula == null ? List.of() : Terms.numerator(t, formula),
                        formula == null ? List.of() : Terms.denominator(t, formula),
                        it.legalBasis(),
                        newest.stream()
                                .flatMap(value -> trials.latest(t, it, value).stream())
                                .toList(),
                        comparison(it, newest, today),
                        indicators.mayChange(actor, it) ? "/indicators/" + it.code() + "/edit" : null,
                        indicators.mayChange(actor, it)
                                ? trials.today(t, actor, it).orElse(null)
                                : null));
    }

    /** The nation and its provinces. */
    private List<UnitCode> leading(LocalDate today) {
        var leading = new ArrayList<UnitCode>();
        leading.add(UnitCode.NATION);
        units.below(UnitCode.NATION, UnitKind.Level.PROVINCE, today).forEach(unit -> leading.add(unit.code()));
        return leading;
    }

    /** Below the smallest unit that has a figure: its parts are what a reader compares. */
    private @Nullable String comparison(Indicator it, List<IndicatorValue> newest, LocalDate today) {
        if (newest.isEmpty()) return null;
        IndicatorValue last = newest.getLast();
        Unit unit = units.nearest(last.unit(), today).orElseThrow();
        return units.below(
                                unit.code(),
                                wording.levelBelow(unit, last.period().to()),
                                last.period().to())
                        .isEmpty()
                ? null
                : DisplayNames.compare(
                        it.code(), last.unit(), last.period(), last.period().to());
    }
}
