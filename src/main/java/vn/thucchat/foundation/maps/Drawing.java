package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import vn.thucchat.foundation.units.UnitCode;

/** Draws units, each as the union of its communes' outlines, into a view box that they fill. */
final class Drawing {

    private static final double WIDTH = 450;

    /** Room around the shapes for half a stroke. */
    private static final double MARGIN = 3;

    /** The view box's grid: tenths, as in the paths. */
    private static final PrecisionModel TENTHS = new PrecisionModel(10);

    /** What loaded boundaries may move by at first, in units of the view box; and more until they are small enough. */
    private static final double TOLERANCE = 0.4;

    private static final double COARSER = 1.6;

    /** Signs that the paths of loaded boundaries may have for each commune: 60 KB for 178. */
    private static final int SIGNS = 330;

    private static final int MOST_TRIES = 8;

    private final Outlines outlines;
    private final NavigableMap<UnitCode, Geometry> parts = new TreeMap<>();
    private final Envelope extent = new Envelope();
    private final double scale;

    private Drawing(Outlines outlines, Collection<Set<UnitCode>> communes) {
        this.outlines = outlines;
        communes.stream().flatMap(Set::stream).forEach(commune -> {
            Geometry shape = outlines.shapes().get(commune);
            if (shape == null) return;
            parts.put(commune, shape.copy());
            extent.expandToInclude(shape.getEnvelopeInternal());
        });
        scale = (WIDTH - 2 * MARGIN) / extent.getWidth();
        var scaling = new Projection.Scaling(
                scale, scale, MARGIN - extent.getMinX() * scale, MARGIN - extent.getMinY() * scale);
        parts.values().forEach(part -> part.apply(scaling));
    }

    /**
     * Draws units.
     *
     * @param communes by unit: what it is made of
     * @return nothing when no place of all these is known
     */
    static Optional<PlaceMap> of(Outlines outlines, Map<UnitCode, Set<UnitCode>> communes) {
        var drawing = new Drawing(outlines, communes.values());
        return drawing.parts.isEmpty() ? Optional.empty() : Optional.of(drawing.draw(communes));
    }

    private PlaceMap draw(Map<UnitCode, Set<UnitCode>> communes) {
        List<PlaceMap.Shape> shapes = shapes(communes);
        if (outlines.origin() == PlaceMap.Origin.OPERATOR) {
            double tolerance = TOLERANCE;
            int tries = 0;
            do {
                simplify(tolerance);
                shapes = shapes(communes);
                tolerance *= COARSER;
            } while (signs(shapes) > SIGNS * parts.size() && ++tries < MOST_TRIES);
        }
        var missing = new TreeSet<>(communes.keySet());
        shapes.forEach(shape -> missing.remove(shape.unit()));
        return new PlaceMap(
                WIDTH,
                TENTHS.makePrecise(extent.getHeight() * scale + 2 * MARGIN),
                shapes,
                missing,
                outlines.origin(),
                outlines.attribution());
    }

    /** Takes corners away, of a border that two share from both at once. */
    private void simplify(double tolerance) {
        Geometry[] simple = CoverageSimplifier.simplify(parts.values().toArray(Geometry[]::new), tolerance);
        int i = 0;
        for (var part : parts.entrySet()) part.setValue(simple[i++]);
    }

    private List<PlaceMap.Shape> shapes(Map<UnitCode, Set<UnitCode>> communes) {
        var shapes = new ArrayList<PlaceMap.Shape>();
        new TreeMap<>(communes).forEach((unit, made) -> {
            List<Geometry> of =
                    made.stream().filter(parts::containsKey).map(parts::get).toList();
            if (of.isEmpty()) return;
            Geometry shape = of.size() == 1 ? of.getFirst() : UnaryUnionNG.union(of, TENTHS);
            String path = SvgPath.of(shape);
            if (path.isEmpty()) return;
            Coordinate inside = inside(shape, made.size() == 1 ? outlines.point(unit) : null);
            shapes.add(new PlaceMap.Shape(
                    unit,
                    path,
                    TENTHS.makePrecise(inside.x),
                    TENTHS.makePrecise(inside.y),
                    TENTHS.makePrecise(shape.getArea())));
        });
        return List.copyOf(shapes);
    }

    /** @param known a point of the plane, or null */
    private Coordinate inside(Geometry shape, @Nullable Coordinate known) {
        if (known != null)
            return new Coordinate(
                    MARGIN + (known.x - extent.getMinX()) * scale, MARGIN + (known.y - extent.getMinY()) * scale);
        return shape.getInteriorPoint().getCoordinate();
    }

    private static int signs(List<PlaceMap.Shape> shapes) {
        return shapes.stream().mapToInt(shape -> shape.path().length()).sum();
    }
}
