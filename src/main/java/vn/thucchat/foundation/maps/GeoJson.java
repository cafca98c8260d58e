package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the polygons of a GeoJSON FeatureCollection (RFC 7946), in degrees. Everything wrong with its form is told at
 * once; a height behind a position, a box and foreign members are passed over.
 */
final class GeoJson {

    static final int MOST_BYTES = 8_000_000;
    static final int MOST_POINTS = 200_000;
    static final int MOST_FEATURES = 20_000;

    /** Brackets, names and values: ten for each point and its share of the rest. */
    private static final int MOST_TOKENS = 10 * MOST_POINTS;

    private static final int DEPTH = 40;

    /** Signs of a text of the file that a fault repeats. */
    private static final int SHOWN = 40;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxDocumentLength(MOST_BYTES)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    // of two members of one name readers choose differently
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final GeometryFactory DEGREES = new GeometryFactory();

    /**
     * One feature.
     *
     * @param number its place in the file, from 1
     * @param code of the unit as it is written; empty when there is none
     * @param shape null when it could not be read
     * @param extent of all positions that could be read
     */
    record Feature(int number, String code, @Nullable Geometry shape, Envelope extent) {

        BoundaryFault fault(String key, String... arguments) {
            return new BoundaryFault(number, code, key, List.of(arguments));
        }
    }

    private final String property;
    private final BoundaryFaults faults;
    private int points;

    /**
     * @param property that names the unit
     * @param faults to which all that is wrong is added, each once
     */
    GeoJson(String property, BoundaryFaults faults) {
        this.property = property;
        this.faults = faults;
    }

    List<Feature> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            faults.add(BoundaryFault.ofFile("maps.fault.large", Integer.toString(MOST_BYTES / 1_000_000)));
            return List.of();
        }
        try {
            return features(JSON.readTree(file));
        } catch (JacksonException e) {
            var at = e.getLocation();
            faults.add(BoundaryFault.ofFile(
                    e instanceof StreamConstraintsException ? "maps.fault.parts" : "maps.fault.json",
                    at == null ? "?" : Integer.toString(at.getLineNr()),
                    at == null ? "?" : Integer.toString(at.getColumnNr())));
            return List.of();
        }
    }

    private List<Feature> features(JsonNode tree) {
        JsonNode array = tree.path("features");
        if (!type(tree).equals("FeatureCollection") || !array.isArray()) {
            faults.add(BoundaryFault.ofFile("maps.fault.collection"));
            return List.of();
        }
        if (array.size() > MOST_FEATURES) {
            faults.add(BoundaryFault.ofFile("maps.fault.features", Integer.toString(MOST_FEATURES / 1000)));
            return List.of();
        }
        var features = new ArrayList<Feature>();
        for (JsonNode node : array) {
            features.add(feature(features.size() + 1, node));
            if (points > MOST_POINTS) {
                faults.add(BoundaryFault.ofFile("maps.fault.points", Integer.toString(MOST_POINTS / 1000)));
                return List.of();
            }
        }
        if (features.isEmpty()) faults.add(BoundaryFault.ofFile("maps.fault.empty"));
        return features;
    }

    private Feature feature(int number, JsonNode node) {
        JsonNode named = node.path("properties").path(property);
        String code = named.isString() || named.isNumber() ? named.asString().strip() : "";
        var feature = new Feature(number, shown(code), null, new Envelope());
        if (!type(node).equals("Feature")) faults.add(feature.fault("maps.fault.feature"));
        else if (code.isEmpty()) faults.add(feature.fault("maps.fault.code-none", property));
        return new Feature(number, feature.code(), shape(feature, node.path("geometry")), feature.extent());
    }

    private @Nullable Geometry shape(Feature feature, JsonNode geometry) {
        JsonNode places = geometry.path("coordinates");
        var polygons = new ArrayList<@Nullable Polygon>();
        switch (type(geometry)) {
            case "Polygon" -> polygons.add(polygon(feature, places));
            case "MultiPolygon" -> {
                if (!places.isArray() || places.isEmpty()) faults.add(feature.fault("maps.fault.position"));
                else places.forEach(each -> polygons.add(polygon(feature, each)));
            }
            case String other ->
                faults.add(feature.fault("maps.fault.geometry", other.isEmpty() ? "null" : shown(other)));
        }
        var whole = new ArrayList<Polygon>();
        for (Polygon polygon : polygons) {
            if (polygon == null) return null;
            whole.add(polygon);
        }
        if (whole.isEmpty()) return null;
        return whole.size() == 1 ? whole.getFirst() : DEGREES.createMultiPolygon(whole.toArray(Polygon[]::new));
    }

    private @Nullable Polygon polygon(Feature feature, JsonNode rings) {
        var read = new ArrayList<LinearRing>();
        if (!rings.isArray() || rings.isEmpty()) {
            faults.add(feature.fault("maps.fault.position"));
            return null;
        }
        boolean whole = true;
        for (JsonNode ring : rings) {
            LinearRing line = ring(feature, ring);
            if (line == null) whole = false;
            else read.add(line);
        }
        if (!whole) return null;
        return DEGREES.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private @Nullable LinearRing ring(Feature feature, JsonNode positions) {
        if (!positions.isArray()) {
            faults.add(feature.fault("maps.fault.position"));
            return null;
        }
        var line = new ArrayList<Coordinate>();
        for (JsonNode position : positions) {
            if (++points > MOST_POINTS) return null;
            double x = position.path(0).asDouble(Double.NaN);
            double y = position.path(1).asDouble(Double.NaN);
            if (!position.path(0).isNumber() || !position.path(1).isNumber() || !Double.isFinite(x + y)) {
                faults.add(feature.fault("maps.fault.position"));
                return null;
            }
            line.add(new Coordinate(x, y));
            feature.extent().expandToInclude(x, y);
        }
        if (line.size() < 4) faults.add(feature.fault("maps.fault.short"));
        else if (!line.getFirst().equals2D(line.getLast())) faults.add(feature.fault("maps.fault.open"));
        else return DEGREES.createLinearRing(line.toArray(Coordinate[]::new));
        return null;
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }
}
