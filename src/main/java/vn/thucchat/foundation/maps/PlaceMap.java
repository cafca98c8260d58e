package vn.thucchat.foundation.maps;

import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.units.UnitCode;

/** Stub. */
public record PlaceMap(double width, double height, List<Shape> shapes, Origin origin, String attribution, Set<UnitCode> missing) {
    public record Shape(UnitCode unit, String path, double x, double y, double area) {}

    public enum Origin {
        CELLS,
        OPERATOR
    }
}
