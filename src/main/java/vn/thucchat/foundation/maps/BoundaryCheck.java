package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Checks the features of a file against the communes of a day: each of them once, within the province, and none over
 * another. A file has all communes of each province that it has one of.
 */
final class BoundaryCheck {

    /** Viet Nam with its islands, for provinces of whose communes no position is known. */
    private static final Envelope NATION = new Envelope(102, 118, 6, 24);

    /** How far from a commune's position a border may be, in degrees. */
    private static final double MARGIN = 0.5;

    /** How much of the smaller of two units may lie in the other: borders that were drawn twice do not fit. */
    private static final double OVERLAP = 0.05;

    /** A feature of a known unit whose shape is sound. */
    private record Placed(GeoJson.Feature feature, Geometry shape) {}

    private final Map<UnitCode, UnitCode> provinces;
    private final Positions positions;
    private final BoundaryFaults faults;
    private final CheckCost cost = new CheckCost();
    private final NavigableMap<UnitCode, GeoJson.Feature> found = new TreeMap<>();

    /**
     * @param provinces of all communes of the day, by commune
     * @param faults to which all that is wrong is added
     */
    BoundaryCheck(Map<UnitCode, UnitCode> provinces, Positions positions, BoundaryFaults faults) {
        this.provinces = provinces;
        this.positions = positions;
        this.faults = faults;
    }

    /** The shapes by unit; all that were asked for only when nothing is wrong. */
    NavigableMap<UnitCode, Geometry> check(List<GeoJson.Feature> features) {
        features.forEach(this::name);
        var touched = new HashSet<UnitCode>();
        found.keySet().forEach(unit -> touched.add(provinces.get(unit)));
        Envelope land = land(touched);
        var sound = new ArrayList<Placed>();
        for (GeoJson.Feature feature : features) {
            place(feature, land);
            Geometry shape = feature.shape();
            if (shape != null && valid(feature, shape)) sound.add(new Placed(feature, shape));
        }
        Set<Integer> named =
                found.values().stream().map(GeoJson.Feature::number).collect(Collectors.toSet());
        sound.removeIf(one -> !named.contains(one.feature.number()));
        overlaps(sound);
        var shapes = new TreeMap<UnitCode, Geometry>();
        sound.forEach(one -> shapes.put(new UnitCode(one.feature.code()), one.shape));
        new TreeMap<>(provinces).forEach((unit, province) -> {
            if (touched.contains(province) && !found.containsKey(unit))
                faults.add(new BoundaryFault(0, unit.value(), "maps.fault.missing", List.of()));
        });
        return shapes;
    }

    private void name(GeoJson.Feature feature) {
        if (feature.code().isEmpty()) return;
        UnitCode unit =
                UnitCode.read(feature.code()).filter(provinces::containsKey).orElse(null);
        if (unit == null) {
            faults.add(feature.fault("maps.fault.code-unknown", feature.code()));
            return;
        }
        GeoJson.Feature before = found.putIfAbsent(unit, feature);
        if (before != null) faults.add(feature.fault("maps.fault.code-twice", Integer.toString(before.number())));
    }

    /** Where shapes may lie. */
    private Envelope land(Set<UnitCode> touched) {
        var land = new Envelope();
        positions.all().forEach((unit, position) -> {
            if (touched.contains(provinces.get(unit))) land.expandToInclude(position.longitude(), position.latitude());
        });
        if (land.isNull()) return NATION;
        land.expandBy(MARGIN);
        return land;
    }

    private void place(GeoJson.Feature feature, Envelope land) {
        Envelope extent = feature.extent();
        if (extent.isNull() || land.contains(extent)) return;
        var swapped = new Envelope(extent.getMinY(), extent.getMaxY(), extent.getMinX(), extent.getMaxX());
        if (land.contains(swapped)) faults.add(feature.fault("maps.fault.swapped"));
        else if (extent.getMaxX() > 180 || extent.getMaxY() > 180) faults.add(feature.fault("maps.fault.metres"));
        else
            faults.add(feature.fault(
                    "maps.fault.outside",
                    at(new Coordinate(extent.getMinX(), extent.getMinY())),
                    at(new Coordinate(extent.getMaxX(), extent.getMaxY()))));
    }

    /** Whether checking on would take too long; told once, at the feature that takes it beyond the limit. */
    private boolean intricate(GeoJson.Feature feature, Runnable adding) {
        if (cost.exceeded()) return true;
        adding.run();
        if (cost.exceeded()) faults.add(feature.fault("maps.fault.intricate"));
        return cost.exceeded();
    }

    private boolean valid(GeoJson.Feature feature, Geometry shape) {
        if (intricate(feature, () -> cost.add(shape))) return false;
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) return true;
        boolean crosses = error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
        faults.add(feature.fault(crosses ? "maps.fault.crosses" : "maps.fault.invalid", at(error.getCoordinate())));
        return false;
    }

    private void overlaps(List<Placed> placed) {
        var index = new STRtree();
        placed.forEach(one -> index.insert(one.shape.getEnvelopeInternal(), one));
        for (Placed first : placed)
            for (Object candidate : index.query(first.shape.getEnvelopeInternal())) {
                // each pair once
                if (!(candidate instanceof Placed second) || second.feature.number() <= first.feature.number())
                    continue;
                if (intricate(second.feature, () -> cost.add(first.shape, second.shape))) return;
                double common = OverlayNGRobust.overlay(first.shape, second.shape, OverlayNG.INTERSECTION)
                        .getArea();
                if (common > OVERLAP * Math.min(first.shape.getArea(), second.shape.getArea()))
                    faults.add(second.feature.fault("maps.fault.overlap", first.feature.code()));
            }
    }

    private static String at(Coordinate point) {
        return String.format(Locale.ROOT, "%.4f, %.4f", point.x, point.y);
    }
}
