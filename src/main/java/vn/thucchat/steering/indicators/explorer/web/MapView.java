package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.charts.QuantileClasses;
import vn.thucchat.foundation.maps.Maps;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.explorer.web.ComparedUnits.Compared;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** Draws units where they lie: a choropleth of values in classes, or of where each is on its path. */
@Component
record MapView(Maps maps) {

    private static final int CLASSES = 5;
    private static final int EXTREMES = 3;

    /** Empty where nothing can be drawn: no outlines of that day, no units, or none of them with a value. */
    Optional<MapPicture> of(Texts t, ExplorerChoice choice, ComparedUnits among) {
        // of the provinces of the nation only one or two are known
        if (choice.level() == null || choice.level() == UnitKind.Level.PROVINCE) return Optional.empty();
        if (among.valued().isEmpty()) return Optional.empty();
        return maps.below(choice.scope().code(), choice.level(), choice.of().boundaries())
                .filter(map -> !map.shapes().isEmpty())
                .map(map -> picture(t, choice, among, map));
    }

    private static MapPicture picture(Texts t, ExplorerChoice choice, ComparedUnits among, PlaceMap map) {
        Map<UnitCode, Compared> units = among.all().stream()
                .collect(Collectors.toMap(each -> each.unit().code(), Function.identity()));
        MapColours colours = MapColours.of(t, choice, among);
        UnitCode own = choice.of().unit().code();
        var groups = new TreeMap<Integer, List<MapPicture.Place>>();
        var outlined = new ArrayList<String>();
        for (PlaceMap.Shape shape : map.shapes()) {
            Compared unit = units.get(shape.unit());
            if (unit == null) continue;
            boolean marked = shape.unit().equals(own) || choice.compare().contains(shape.unit());
            if (marked) outlined.add(shape.path());
            groups.computeIfAbsent(colours.of(unit), colour -> new ArrayList<>())
                    .add(new MapPicture.Place(
                            shape.unit().value(),
                            shape.path(),
                            choice.address().of(shape.unit()),
                            unit.name() + ": " + told(t, choice, unit),
                            unit.known() != null && unit.known().figure().synthetic(),
                            shape.unit().equals(own)));
        }
        return new MapPicture(
                number(map.width()),
                number(map.height()),
                groups.entrySet().stream()
                        .map(group -> new MapPicture.Group(
                                colours.css(group.getKey()), colours.fill(group.getKey()), group.getValue()))
                        .toList(),
                outlined,
                MapNames.of(choice, among, map, units),
                colours.legend(groups),
                t.of("maps.origin." + map.origin()) + (map.attribution().isEmpty() ? "" : " · " + map.attribution()),
                extremes(t, choice, among),
                label(t, among, choice));
    }

    private static String told(Texts t, ExplorerChoice choice, Compared unit) {
        Assessment known = unit.known();
        Indicator it = choice.of().indicator();
        Quantity value = known == null ? null : FigureFormat.quantity(known.figure(), it);
        if (known == null || value == null) return t.of("figures.missing");
        Against against = FigureFormat.against(known);
        return value.text(t) + (against == null ? "" : " · " + against.verdict(t));
    }

    private static String label(Texts t, ComparedUnits among, ExplorerChoice choice) {
        List<Compared> valued = ranked(among);
        if (valued.isEmpty()) return t.of("explorer.map.label.none", t.number(among.size()));
        return t.of(
                "explorer.map.label",
                t.number(among.size()),
                valued.getFirst().name(),
                told(t, choice, valued.getFirst()),
                valued.getLast().name(),
                told(t, choice, valued.getLast()));
    }

    /** The best first. */
    static List<Compared> ranked(ComparedUnits among) {
        return among.valued().stream()
                .sorted(java.util.Comparator.comparing(each -> Objects.requireNonNullElse(among.rank(each), 0)))
                .toList();
    }

    private static List<MapPicture.Extremes> extremes(Texts t, ExplorerChoice choice, ComparedUnits among) {
        List<Compared> ranked = ranked(among);
        if (ranked.size() < 2) return List.of();
        int each = Math.min(EXTREMES, ranked.size() / 2);
        return List.of(
                new MapPicture.Extremes(
                        t.of("explorer.map.best"),
                        ranked.subList(0, each).stream()
                                .map(unit -> named(t, choice, unit))
                                .toList()),
                new MapPicture.Extremes(
                        t.of("explorer.map.worst"),
                        ranked.reversed().subList(0, each).stream()
                                .map(unit -> named(t, choice, unit))
                                .toList()));
    }

    private static MapPicture.Named named(Texts t, ExplorerChoice choice, Compared unit) {
        Assessment known = Objects.requireNonNull(unit.known());
        Quantity value = FigureFormat.quantity(known.figure(), choice.of().indicator());
        Against against = FigureFormat.against(known);
        return new MapPicture.Named(
                unit.name(),
                choice.address().of(unit.unit().code()),
                value == null ? "" : value.text(t),
                against == null ? null : against.difference(t),
                against == null ? "quiet" : against.tone());
    }

    static String number(double of) {
        BigDecimal rounded = BigDecimal.valueOf(of)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.toPlainString();
    }

    static QuantileClasses classes(ComparedUnits among) {
        return QuantileClasses.of(
                among.valued().stream()
                        .map(each -> Objects.requireNonNull(each.value()))
                        .toList(),
                CLASSES);
    }

    static @Nullable Against against(Compared unit) {
        return unit.known() == null ? null : FigureFormat.against(unit.known());
    }
}
