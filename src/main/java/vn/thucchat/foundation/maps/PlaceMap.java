package vn.thucchat.foundation.maps;

import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.units.UnitCode;

/**
 * The shapes of some places of one day, in the view box {@code 0 0 width height} of an SVG.
 *
 * @param shapes by code; what is drawn first is of no importance, since none lies over another
 * @param missing those asked for whose place nobody told: by code
 * @param attribution where the shapes come from, to be shown beside them
 */
public record PlaceMap(
        double width, double height, List<Shape> shapes, Set<UnitCode> missing, Origin origin, String attribution) {

    /** What the shapes are. */
    public enum Origin {
        /** Cells around the communes' positions: a diagram, no legal boundary. */
        CELLS,
        /** The boundaries that the operator loaded. */
        OPERATOR
    }

    /**
     * One place.
     *
     * @param path data of an SVG path, such as {@code M12 3.5l4.1 0 2-3Z}
     * @param x of a point inside, where a mark may stand
     * @param area in square units of the view box
     */
    public record Shape(UnitCode unit, String path, double x, double y, double area) {}
}
