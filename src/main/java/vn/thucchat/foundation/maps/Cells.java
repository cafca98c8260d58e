package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Draws the cells around positions: to each commune belongs what is nearer to it than to any other (Voronoi), within a
 * soft outline of all. The outline is the union of discs around the positions, wide where communes are wide, with its
 * bays filled and few corners.
 */
final class Cells {

    /** A disc's radius, in mean distances to the three nearest neighbours. */
    private static final double REACH = 0.6;

    private static final int NEAREST = 3;

    /** A quarter of a disc has this many sides. */
    private static final int SIDES = 4;

    /** Bays narrower than twice this are filled, in kilometres. */
    private static final double BAY = 4;

    /** What the outline may be moved by, so that it has few corners, in kilometres. */
    private static final double SMOOTH = 0.5;

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** The plane's grid for unions: a metre. */
    static final PrecisionModel METRES = new PrecisionModel(1000);

    private Cells() {}

    /**
     * Draws the cells.
     *
     * @param owners whose cell the cell of a position is: another unit's where the one that lay there was merged into it
     */
    static Outlines draw(Positions positions, Map<UnitCode, UnitCode> owners) {
        var projection = new Projection(positions.all().values().stream()
                .mapToDouble(Positions.Position::latitude)
                .average()
                .orElse(0));
        var sites = new TreeMap<UnitCode, Coordinate>();
        owners.keySet().forEach(unit -> {
            Positions.Position position = positions.all().get(unit);
            if (position != null) sites.put(unit, projection.point(position.longitude(), position.latitude()));
        });
        Geometry outline = outline(List.copyOf(sites.values()));
        PreparedGeometry inside = PreparedGeometryFactory.prepare(outline);
        var byPoint = new HashMap<Coordinate, Polygon>();
        for (Polygon cell : voronoi(sites.values(), outline.getEnvelopeInternal()))
            byPoint.put((Coordinate) cell.getUserData(), cell);
        var pieces = new TreeMap<UnitCode, List<Geometry>>();
        sites.forEach((unit, site) -> {
            Polygon cell = byPoint.get(site);
            if (cell != null)
                pieces.computeIfAbsent(owners.get(unit), code -> new ArrayList<>())
                        .add(inside.contains(cell) ? cell : around(site, cell.intersection(outline)));
        });
        var shapes = new HashMap<UnitCode, Geometry>();
        pieces.forEach((unit, parts) ->
                shapes.put(unit, parts.size() == 1 ? parts.getFirst() : UnaryUnionNG.union(parts, METRES)));
        sites.keySet().retainAll(shapes.keySet());
        return new Outlines(shapes, sites, PlaceMap.Origin.CELLS, positions.sources());
    }

    private static List<Polygon> voronoi(Iterable<Coordinate> sites, Envelope within) {
        var builder = new VoronoiDiagramBuilder();
        var all = new ArrayList<Coordinate>();
        sites.forEach(all::add);
        builder.setSites(all);
        builder.setClipEnvelope(within);
        return polygons(builder.getDiagram(PLANE)).toList();
    }

    /** Of a cell that a bay of the outline parts, the part with the position in it. */
    private static Geometry around(Coordinate site, Geometry cell) {
        return polygons(cell)
                .filter(part -> new IndexedPointInAreaLocator(part).locate(site) != Location.EXTERIOR)
                .findFirst()
                .<Geometry>map(part -> part)
                .orElse(cell);
    }

    private static Geometry outline(List<Coordinate> sites) {
        List<Geometry> discs = sites.stream()
                .map(site -> PLANE.createPoint(site).buffer(REACH * spacing(site, sites) + BAY, SIDES))
                .toList();
        Geometry land = UnaryUnionOp.union(discs).buffer(-BAY, SIDES);
        Geometry smooth = TopologyPreservingSimplifier.simplify(land, SMOOTH);
        return PLANE.createMultiPolygon(polygons(smooth)
                .map(part -> PLANE.createPolygon(part.getExteriorRing()))
                .toArray(Polygon[]::new));
    }

    /** The mean distance to the nearest neighbours. */
    private static double spacing(Coordinate site, List<Coordinate> sites) {
        return sites.stream()
                .mapToDouble(site::distance)
                .filter(distance -> distance > 0)
                .sorted()
                .limit(NEAREST)
                .average()
                .orElse(BAY);
    }

    static Stream<Polygon> polygons(Geometry geometry) {
        return Stream.iterate(0, i -> i < geometry.getNumGeometries(), i -> i + 1)
                .map(geometry::getGeometryN)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast);
    }
}
