package vn.thucchat.foundation.maps.web;

import java.util.Map;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A map as a picture of its own.
 *
 * @param names by unit
 */
public record MapPicture(PlaceMap map, Map<UnitCode, String> names) {

    public String name(PlaceMap.Shape shape) {
        return names.getOrDefault(shape.unit(), shape.unit().value());
    }
}
