package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import vn.thucchat.foundation.units.UnitCode;

/** Files of boundaries against three communes, two of them of one province. */
@NullMarked
class BoundaryCheckTests {

    private static final UnitCode A = new UnitCode("00001");
    private static final UnitCode B = new UnitCode("00002");
    private static final UnitCode ELSEWHERE = new UnitCode("00009");
    private static final Map<UnitCode, UnitCode> PROVINCES =
            Map.of(A, new UnitCode("19"), B, new UnitCode("19"), ELSEWHERE, new UnitCode("20"));
    private static final Positions POSITIONS = new Positions(
            LocalDate.EPOCH,
            Map.of(A, new Positions.Position(105.5, 21.5, "x"), B, new Positions.Position(106, 21.5, "x")));

    private static final String LEFT = "[[105.5,21],[106,21],[106,21.8],[105.5,21.8],[105.5,21]]";
    private static final String RIGHT = "[[106,21],[106.4,21],[106.4,21.8],[106,21.8],[106,21]]";

    private BoundaryFaults faults = new BoundaryFaults();

    private Map<UnitCode, Geometry> read(String file) {
        return new BoundaryCheck(PROVINCES, POSITIONS, faults)
                .check(new GeoJson("code", faults).read(file.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> told() {
        return faults.all().stream()
                .map(fault -> fault.feature() + " " + fault.code() + " " + fault.key())
                .toList();
    }

    private static String two(String first, String second) {
        return BoundarySamples.collection(
                List.of(BoundarySamples.feature("00001", first), BoundarySamples.feature("00002", second)));
    }

    private static String polygon(String rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
    }

    @Test
    void a_sound_file_gives_all_communes_of_the_provinces_that_it_touches() {
        String hole = "[[105.7,21.2],[105.7,21.3],[105.8,21.3],[105.7,21.2]]";
        var shapes =
                read(two(polygon(LEFT + "," + hole), "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + RIGHT + "]]}"));
        assertThat(told()).isEmpty();
        assertThat(shapes).containsOnlyKeys(A, B);
        assertThat(Objects.requireNonNull(shapes.get(A)).getArea())
                .as("without its hole")
                .isLessThan(0.4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[105.5,21],[106,21],[106,21.8],[105.5,21.8]] | maps.fault.open",
                "[[105.5,21],[106,21],[105.5,21]] | maps.fault.short",
                "[[105.5,21],[106,21.8],[106,21],[105.5,21.8],[105.5,21]] | maps.fault.crosses",
                "[[105.5,21],[106,21],[106,\"x\"],[105.5,21.8],[105.5,21]] | maps.fault.position",
                "[[105.5,21],[106,21],[106],[105.5,21.8],[105.5,21]] | maps.fault.position",
                "[[105.5,21],[106,21],[106,1e999],[105.5,21.8],[105.5,21]] | maps.fault.position",
                "[[21,105.5],[21,106],[21.8,106],[21.8,105.5],[21,105.5]] | maps.fault.swapped",
                "[[425000,2350000],[435000,2350000],[435000,2360000],[425000,2350000]] | maps.fault.metres",
                "{\"a\":[105.5,21],\"b\":[106,21],\"c\":[106,21.8],\"d\":[105.5,21]} | maps.fault.position",
                "[{\"0\":105.5,\"1\":21},[106,21],[106,21.8],[105.5,21.8],[105.5,21]] | maps.fault.position",
                "[[103,21],[103.5,21],[103.5,21.8],[103,21]] | maps.fault.outside",
                "[[105.5,21],[106.3,21],[106.3,21.8],[105.5,21.8],[105.5,21]] | maps.fault.overlap"
            })
    void what_is_wrong_with_a_shape_is_told_with_its_place(String ring, String key) {
        read(two(polygon(ring), polygon(RIGHT)));
        String place = key.endsWith("overlap") ? "2 00002 " : "1 00001 ";
        assertThat(told()).containsExactly(place + key);
    }

    @Test
    void rings_that_do_not_fit_together_are_told() {
        read(two(polygon(LEFT + ",[[106.1,21.2],[106.1,21.3],[106.2,21.3],[106.1,21.2]]"), polygon(RIGHT)));
        assertThat(told()).containsExactly("1 00001 maps.fault.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":{\"a\":" + LEFT + "}}",
                "{\"type\":\"MultiPolygon\"}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":{\"a\":[" + LEFT + "]}}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + LEFT + "],{\"a\":" + LEFT + "}]}"
            })
    void coordinates_are_lists_in_lists(String geometry) {
        read(two(geometry, polygon(RIGHT)));
        assertThat(told()).containsExactly("1 00001 maps.fault.position");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"type\":\"Point\",\"coordinates\":[105.5,21.5]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]}"
            })
    void other_geometries_are_not_taken(String geometry) {
        read(two(geometry, polygon(RIGHT)));
        assertThat(told()).containsExactly("1 00001 maps.fault.geometry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"FeatureCollection\" | maps.fault.json",
                "PK\u0003\u0004 | maps.fault.json",
                "{} {} | maps.fault.json",
                "{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]} | maps.fault.json",
                "[] | maps.fault.collection",
                "{\"type\":\"Topology\",\"features\":[]} | maps.fault.collection",
                "{\"type\":\"FeatureCollection\",\"features\":{}} | maps.fault.collection",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | maps.fault.empty",
            })
    void what_is_no_collection_of_features_is_told(String file, String key) {
        assertThat(read(file)).isEmpty();
        assertThat(told()).containsExactly("0  " + key);
    }

    @Test
    void a_name_that_stands_twice_in_a_feature_is_told() {
        read(two(polygon(LEFT), polygon(RIGHT)).replace("\"code\":", "\"code\":\"00009\",\"code\":"));
        assertThat(told()).containsExactly("0  maps.fault.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[],"})
    void parts_without_end_are_told(String part) {
        read("[" + part.repeat(GeoJson.MOST_BYTES / part.length() - 1));
        assertThat(told()).containsExactly("0  maps.fault.parts");
    }

    @Test
    void more_features_than_a_nation_has_are_refused_at_once() {
        read(BoundarySamples.collection(Collections.nCopies(GeoJson.MOST_FEATURES + 1, "{}")));
        assertThat(told()).containsExactly("0  maps.fault.features");
    }

    @Test
    void no_more_faults_are_told_than_somebody_reads() {
        read(BoundarySamples.collection(Collections.nCopies(BoundaryFaults.MOST / 2, "{}")));
        assertThat(told()).hasSize(BoundaryFaults.MOST);
        assertThat(faults.more()).isFalse();
        faults = new BoundaryFaults();
        read(BoundarySamples.collection(Collections.nCopies(BoundaryFaults.MOST / 2 + 1, "{}")));
        assertThat(told()).hasSize(BoundaryFaults.MOST);
        assertThat(faults.more()).isTrue();
    }

    @Test
    void a_fault_repeats_little_of_the_file() {
        read(two("{\"type\":\"" + "x".repeat(100_000) + "\"}", polygon(RIGHT)));
        assertThat(told()).containsExactly("1 00001 maps.fault.geometry");
        assertThat(faults.all().getFirst().arguments().getFirst()).hasSize(40);
    }

    @Test
    void a_file_or_a_shape_that_is_too_large_is_told() {
        new GeoJson("code", faults).read(new byte[GeoJson.MOST_BYTES + 1]);
        assertThat(told()).containsExactly("0  maps.fault.large");
        faults = new BoundaryFaults();
        String many = "[" + String.join(",", Collections.nCopies(GeoJson.MOST_POINTS + 1, "[105.5,21.5]")) + "]";
        read(two(polygon(many), polygon(RIGHT)));
        assertThat(told()).containsExactly("0  maps.fault.points");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(read(BoundarySamples.collection(List.of(
                        BoundarySamples.feature("00001", polygon(LEFT)),
                        BoundarySamples.feature("00001", polygon(RIGHT)),
                        BoundarySamples.feature("19", polygon(RIGHT)),
                        BoundarySamples.feature("xã", polygon(RIGHT)),
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":" + polygon(RIGHT) + "}",
                        "{\"type\":\"Feature\",\"properties\":{\"code\":2},\"geometry\":" + polygon(RIGHT) + "}",
                        "{\"type\":\"feature\",\"properties\":{\"code\":\"00009\"},\"geometry\":null}"))))
                .containsOnlyKeys(A);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "2 00001 maps.fault.code-twice",
                        "3 19 maps.fault.code-unknown",
                        "4 xã maps.fault.code-unknown",
                        "5  maps.fault.code-none",
                        "6 2 maps.fault.code-unknown",
                        "7 00009 maps.fault.feature",
                        "7 00009 maps.fault.geometry",
                        "0 00002 maps.fault.missing");
    }

    @Test
    void without_known_positions_a_shape_may_be_anywhere_in_the_nation() {
        var shapes = read(BoundarySamples.collection(
                List.of(BoundarySamples.feature("00009", polygon("[[103,21],[103.5,21],[103.5,21.8],[103,21]]")))));
        assertThat(told()).isEmpty();
        assertThat(new TreeMap<>(shapes)).containsOnlyKeys(ELSEWHERE);
    }
}
