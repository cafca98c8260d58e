package vn.thucchat.steering.indicators.explorer.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.thucchat.foundation.maps.MapLabels;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.explorer.web.ComparedUnits.Compared;

/** Chooses the units that a map names, and where their names have room. */
final class MapNames {

    /** The size of the letters on a phone, in units of the map: the largest beside print. */
    private static final double LETTERS = 15;

    /** Where there are more units than this, only a few are named on the map. */
    private static final int ALL_NAMED = 12;

    private MapNames() {}

    /** All names where there are few units; else the figure's own, those compared, the highest and the lowest. */
    static List<MapPicture.Label> of(
            ExplorerChoice choice, ComparedUnits among, PlaceMap map, Map<UnitCode, Compared> units) {
        var shapes = new HashMap<UnitCode, PlaceMap.Shape>();
        map.shapes().forEach(shape -> shapes.put(shape.unit(), shape));
        List<UnitCode> wanted = new ArrayList<>();
        if (map.shapes().size() <= ALL_NAMED) map.shapes().forEach(shape -> wanted.add(shape.unit()));
        else {
            wanted.add(choice.of().unit().code());
            wanted.addAll(choice.compare());
            List<Compared> ranked = MapView.ranked(among);
            if (!ranked.isEmpty()) {
                wanted.add(ranked.getFirst().unit().code());
                wanted.add(ranked.getLast().unit().code());
            }
        }
        List<MapLabels.Label<UnitCode>> names = wanted.stream()
                .distinct()
                .filter(code -> shapes.containsKey(code) && units.containsKey(code))
                .map(code -> new MapLabels.Label<>(
                        code,
                        shortened(Objects.requireNonNull(units.get(code)).name()),
                        Objects.requireNonNull(shapes.get(code)).x(),
                        Objects.requireNonNull(shapes.get(code)).y()))
                .toList();
        return new MapLabels(map.width(), map.height(), LETTERS)
                .placed(names).stream()
                        .map(label -> new MapPicture.Label(
                                MapView.number(label.x()), MapView.number(label.y()), label.text()))
                        .toList();
    }

    /** The unit's name without the word for its kind and without the parent in brackets: {@code Trung Thành}. */
    private static String shortened(String name) {
        return Unit.withoutKind(name.replaceFirst(" \\(.*", ""));
    }
}
