package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Reads paths back, as a browser fills them. */
@NullMarked
final class Drawn {

    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Pattern RING = Pattern.compile("M([^MZ]*)Z");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d)?|\\.\\d)");

    private Drawn() {}

    /** The ground of a path; a ring inside another is a hole. */
    static Geometry shape(String path) {
        Geometry shape = FACTORY.createPolygon();
        for (var ring : RING.matcher(path).results().toList())
            shape = shape.symDifference(GeometryFixer.fix(polygon(ring.group(1))));
        return shape;
    }

    static Geometry shape(PlaceMap.Shape shape) {
        return shape(shape.path());
    }

    static Geometry union(PlaceMap map) {
        return UnaryUnionNG.union(map.shapes().stream().map(Drawn::shape).toList(), new PrecisionModel(100));
    }

    private static Geometry polygon(String ring) {
        List<Double> numbers = NUMBER.matcher(ring)
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
        var corners = new ArrayList<Coordinate>();
        for (int i = 0; i < numbers.size(); i += 2) {
            double x = numbers.get(i);
            double y = numbers.get(i + 1);
            corners.add(
                    corners.isEmpty()
                            ? new Coordinate(x, y)
                            : new Coordinate(corners.getLast().x + x, corners.getLast().y + y));
        }
        corners.add(corners.getFirst());
        return FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
    }
}
