package vn.thucchat.foundation.maps;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import vn.thucchat.foundation.units.UnitCode;

/** The shapes of all communes of one day on one plane, in kilometres. */
final class Outlines {

    /** Shapes of two sources that are this close touch: 50 metres. */
    private static final double TOUCHING = 0.05;

    private final Map<UnitCode, Geometry> shapes;
    private final Map<UnitCode, Coordinate> points;
    private final PlaceMap.Origin origin;
    private final String attribution;
    private volatile @Nullable Map<UnitCode, Set<UnitCode>> neighbours;

    /** @param points inside of shapes, where they are known better than by computing them */
    Outlines(
            Map<UnitCode, Geometry> shapes,
            Map<UnitCode, Coordinate> points,
            PlaceMap.Origin origin,
            String attribution) {
        this.shapes = Map.copyOf(shapes);
        this.points = Map.copyOf(points);
        this.origin = origin;
        this.attribution = attribution;
    }

    Map<UnitCode, Geometry> shapes() {
        return shapes;
    }

    @Nullable
    Coordinate point(UnitCode unit) {
        return points.get(unit);
    }

    PlaceMap.Origin origin() {
        return origin;
    }

    String attribution() {
        return attribution;
    }

    Set<UnitCode> neighbours(UnitCode unit) {
        Map<UnitCode, Set<UnitCode>> known = neighbours;
        if (known == null) neighbours = known = touching();
        return known.getOrDefault(unit, Set.of());
    }

    private Map<UnitCode, Set<UnitCode>> touching() {
        var index = new STRtree();
        shapes.forEach((unit, shape) -> index.insert(shape.getEnvelopeInternal(), unit));
        var found = new HashMap<UnitCode, Set<UnitCode>>();
        shapes.forEach((unit, shape) -> {
            var distance = new IndexedFacetDistance(shape);
            var near = new Envelope(shape.getEnvelopeInternal());
            near.expandBy(TOUCHING);
            for (Object candidate : index.query(near)) {
                // each pair once
                if (!(candidate instanceof UnitCode other) || other.compareTo(unit) <= 0) continue;
                if (!distance.isWithinDistance(shapes.get(other), TOUCHING)) continue;
                found.computeIfAbsent(unit, code -> new HashSet<>()).add(other);
                found.computeIfAbsent(other, code -> new HashSet<>()).add(unit);
            }
        });
        found.replaceAll((unit, near) -> Set.copyOf(near));
        return found;
    }
}
