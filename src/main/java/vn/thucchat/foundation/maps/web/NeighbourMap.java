package vn.thucchat.foundation.maps.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.maps.MapLabels;
import vn.thucchat.foundation.maps.Maps;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.UnitMap;
import vn.thucchat.foundation.units.Units;

/** Tells the page of a commune which communes lie around it. */
@Component
record NeighbourMap(Maps maps, Units units) implements UnitMap {

    /** The size of the letters, in units of the map. */
    private static final double LETTERS = 17;

    @Override
    public Optional<Picture> of(Unit unit, LocalDate on) {
        if (unit.kind().level() != UnitKind.Level.COMMUNE) return Optional.empty();
        try {
            return maps.around(unit.code(), on).map(map -> picture(unit, map, on));
        } catch (Problem _) {
            // the page is worth reading without
            return Optional.empty();
        }
    }

    private Picture picture(Unit of, PlaceMap map, LocalDate on) {
        var known = new LinkedHashMap<PlaceMap.Shape, Unit>();
        for (PlaceMap.Shape shape : map.shapes())
            units.nearest(shape.unit(), on).ifPresent(unit -> known.put(shape, unit));
        // the unit's own name has the first choice
        List<MapLabels.Label<Unit>> names = known.entrySet().stream()
                .sorted(Comparator.comparing(place -> !place.getValue().code().equals(of.code())))
                .map(place -> new MapLabels.Label<>(
                        place.getValue(),
                        Unit.withoutKind(place.getValue().name()),
                        place.getKey().x(),
                        place.getKey().y()))
                .toList();
        return new Picture(
                map.width(),
                map.height(),
                known.entrySet().stream()
                        .map(place -> new Place(place.getValue(), place.getKey().path()))
                        .toList(),
                new MapLabels(map.width(), map.height(), LETTERS)
                        .placed(names).stream()
                                .map(label -> new Label(label.key(), label.x(), label.y()))
                                .toList(),
                "maps.origin." + map.origin(),
                map.attribution());
    }
}
