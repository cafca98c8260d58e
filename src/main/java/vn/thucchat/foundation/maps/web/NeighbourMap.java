package vn.thucchat.foundation.maps.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
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

    @Override
    public Optional<Picture> of(Unit unit, LocalDate on) {
        if (unit.kind().level() != UnitKind.Level.COMMUNE) return Optional.empty();
        try {
            return maps.around(unit.code(), on).map(map -> picture(map, on));
        } catch (Problem _) {
            // the page is worth reading without
            return Optional.empty();
        }
    }

    private Picture picture(PlaceMap map, LocalDate on) {
        return new Picture(
                map.width(),
                map.height(),
                map.shapes().stream().flatMap(shape -> place(shape, on)).toList(),
                "maps.origin." + map.origin(),
                map.attribution());
    }

    private Stream<Place> place(PlaceMap.Shape shape, LocalDate on) {
        return units.nearest(shape.unit(), on).stream()
                .map(unit -> new Place(unit, shape.path(), shape.x(), shape.y()));
    }
}
