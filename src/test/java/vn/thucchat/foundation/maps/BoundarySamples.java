package vn.thucchat.foundation.maps;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.thucchat.foundation.units.UnitCode;

/** Makes files of boundaries from our own cells. */
@NullMarked
public final class BoundarySamples {

    private BoundarySamples() {}

    /** A feature for each commune that has a position on a day, by code. */
    public static Map<String, String> features(LocalDate on) {
        Positions positions = Positions.on(on);
        Outlines cells = Cells.draw(
                positions,
                positions.all().keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
        double middle = positions.all().values().stream()
                .mapToDouble(Positions.Position::latitude)
                .average()
                .orElseThrow();
        Coordinate degree = new Projection(middle).point(1, 1);
        var features = new TreeMap<String, String>();
        cells.shapes().forEach((unit, shape) -> features.put(unit.value(), feature(unit, shape, degree)));
        return features;
    }

    public static String collection(Iterable<String> features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    }

    public static String feature(String code, String geometry) {
        return """
                {"type":"Feature","properties":{"code":"%s"},"geometry":%s}""".formatted(code, geometry);
    }

    private static String feature(UnitCode unit, Geometry shape, Coordinate degree) {
        String rings = Cells.polygons(shape)
                .map(part -> "[[" + positions(part, degree) + "]]")
                .collect(Collectors.joining(","));
        return feature(unit.value(), "{\"type\":\"MultiPolygon\",\"coordinates\":[" + rings + "]}");
    }

    private static String positions(Polygon part, Coordinate degree) {
        return Arrays.stream(part.getExteriorRing().getCoordinates())
                .map(at -> String.format(Locale.ROOT, "[%.6f,%.6f]", at.x / degree.x, at.y / degree.y))
                .collect(Collectors.joining(","));
    }
}
