package vn.thucchat.foundation.maps.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Units;

/** Writes maps as SVG files, each shape with the name that its unit had on a day. */
@Component
record Pictures(Units units, Pages pages) {

    static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    String svg(PlaceMap map, LocalDate on, Texts t) {
        var names = map.shapes().stream()
                .collect(Collectors.toMap(
                        PlaceMap.Shape::unit,
                        shape -> units.nearest(shape.unit(), on)
                                .map(unit -> t.either(unit.name(), unit.nameEn()))
                                .orElse(shape.unit().value())));
        return pages.paper("foundation/maps/map", t, new MapPicture(map, names));
    }
}
