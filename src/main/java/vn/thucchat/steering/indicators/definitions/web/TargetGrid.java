package vn.thucchat.steering.indicators.definitions.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Option;
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

/** Finds the cells of the grid of targets, what they hold and what stands beside them. */
@Component
record TargetGrid(
        RequestParameters asked,
        Targets targets,
        Indicators indicators,
        IndicatorValues values,
        OfficeUnits office,
        DisplayNames names) {

    private static final int PAGE = 20;

    /** Rows of the longest page: every commune of a province before it merged with another. */
    private static final int WHOLE = 400;

    /** One cell: a unit and an indicator; {@code key} is the code of the one that differs between rows. */
    record Place(String key, Unit unit, Indicator indicator) {}

    /** The places of a page; {@code indicator} is null where the rows are indicators. */
    record Shown(
            TargetGridQuery query,
            Unit unit,
            Period period,
            @Nullable Indicator indicator,
            List<Place> places,
            int total,
            int pages) {

        List<UnitCode> units() {
            return places.stream().map(place -> place.unit().code()).distinct().toList();
        }

        List<Indicator> indicators() {
            return places.stream().map(Place::indicator).distinct().toList();
        }
    }

    Shown shown(Actor actor, Texts t, TargetGridQuery query) {
        Period period = asked.periodOrUsual(query.period());
        Unit unit = office.chosen(t, actor, SteeringRoles.STEERING_OFFICE, query.unit(), period.to());
        Indicator indicator = query.indicator().isEmpty() ? null : asked.indicator(query.indicator());
        List<Place> all =
                indicator == null ? ofIndicators(unit) : ofUnits(unit, level(unit, period, query), indicator, period);
        int size = query.all() ? WHOLE : PAGE;
        int pages = Math.max(1, Math.ceilDiv(all.size(), size));
        int page = Math.min(query.page(), pages);
        return new Shown(
                query.of(unit.code().value(), period).at(page),
                unit,
                period,
                indicator,
                all.stream().skip((long) (page - 1) * size).limit(size).toList(),
                all.size(),
                pages);
    }

    private UnitKind.Level level(Unit unit, Period period, TargetGridQuery query) {
        return UnitKind.Level.of(query.level()).orElseGet(() -> names.levelBelow(unit, period.to()));
    }

    private List<Place> ofIndicators(Unit unit) {
        return indicators.all().stream()
                .filter(Indicator::active)
                .sorted(Comparator.comparingInt(
                        it -> IndicatorsPage.PILLARS.indexOf(it.pillar().name())))
                .map(it -> new Place(it.code(), unit, it))
                .toList();
    }

    private List<Place> ofUnits(Unit above, UnitKind.Level level, Indicator indicator, Period period) {
        return office.of(above, level, period.to()).stream()
                .map(unit -> new Place(unit.code().value(), unit, indicator))
                .toList();
    }

    /**
     * The targets that hold in a period, by the keys of places. Real targets stand in for those of the demonstration,
     * never the other way round.
     */
    Map<String, Target> held(Shown shown, Period period, boolean synthetic) {
        Indicator one = shown.indicator();
        var held = new HashMap<String, Target>();
        for (Target target : targets.holding(shown.units(), List.of(period), one == null ? null : one.code())) {
            String key = one == null ? target.indicator() : target.unit().value();
            if (target.synthetic() == synthetic) held.put(key, target);
            else if (synthetic) held.putIfAbsent(key, target);
        }
        return held;
    }

    /** What the row of a key is called, also where the grid no longer has it. */
    String name(Texts t, Shown shown, String key) {
        return shown.indicator() == null
                ? indicators.find(key).map(it -> DisplayNames.name(t, it)).orElse(key)
                : UnitCode.read(key)
                        .map(unit -> names.name(t, unit, shown.period().to()))
                        .orElse(key);
    }

    /** What stands beside each cell. */
    List<TargetGridPage.Row> rows(
            Actor actor, Texts t, Shown shown, Map<String, Target> held, Map<String, Target> before) {
        Period lastYear = shown.period().yearBefore();
        var boundaries = shown.period().to();
        Map<List<Object>, IndicatorValue> reached =
                values.visible(actor, shown.units(), lastYear, boundaries, shown.indicators()).stream()
                        .collect(Collectors.toMap(
                                value -> List.of(value.unit(), value.indicator()),
                                Function.identity(),
                                (one, other) -> one));
        var called = names.names(
                t, shown.places().stream().map(Place::unit).distinct().toList(), boundaries);
        var rows = new ArrayList<TargetGridPage.Row>();
        String group = "";
        for (Place place : shown.places()) {
            Indicator it = place.indicator();
            UnitCode unit = place.unit().code();
            IndicatorValue value = reached.get(List.of(unit, it.code()));
            Target holds = held.get(place.key());
            Target last = before.get(place.key());
            boolean begins = shown.indicator() == null && !it.pillar().name().equals(group);
            group = it.pillar().name();
            rows.add(new TargetGridPage.Row(
                    place.key(),
                    shown.indicator() == null ? DisplayNames.name(t, it) : called.getOrDefault(unit, unit.value()),
                    begins ? group : null,
                    DisplayNames.measure(t, it),
                    Quantity.of(it, value),
                    value == null ? null : DisplayNames.figure(it.code(), unit, lastYear, boundaries),
                    last == null ? null : Quantity.of(last.value(), it.measure()),
                    shown.query().copied() && holds == null && last != null,
                    holds == null || holds.steps() == null
                            ? null
                            : "/targets/new?indicator=%s&unit=%s&period=%s"
                                    .formatted(it.code(), unit, shown.period())));
        }
        return rows;
    }

    /** The indicators that targets are set for, to choose from. */
    List<Option> indicators(Texts t) {
        return indicators.all().stream()
                .filter(Indicator::active)
                .map(it -> new Option(it.code(), DisplayNames.name(t, it)))
                .toList();
    }
}
