package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.thucchat.foundation.units.UnitCode;

/** Two communes like combs, in the square of half a degree: whose check would take minutes were it not for its limits. */
@NullMarked
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IntricateShapesTests {

    private static final GeometryFactory DEGREES = new GeometryFactory();
    private static final Map<UnitCode, UnitCode> PROVINCES =
            Map.of(new UnitCode("00001"), new UnitCode("19"), new UnitCode("00002"), new UnitCode("19"));
    private static final double SIZE = 0.5;
    private static final double MIDDLE = SIZE / 2;

    /** Teeth leave free three fifths of the comb, and are thin at their ends. */
    private static final double WIDE = 0.4;

    private static List<String> check(Geometry... shapes) {
        var features = new ArrayList<GeoJson.Feature>();
        for (Geometry shape : shapes)
            features.add(new GeoJson.Feature(
                    features.size() + 1, "0000" + (features.size() + 1), shape, shape.getEnvelopeInternal()));
        var faults = new BoundaryFaults();
        new BoundaryCheck(PROVINCES, new Positions(LocalDate.EPOCH, Map.of()), faults).check(features);
        return faults.all().stream()
                .map(fault -> fault.feature() + " " + fault.key())
                .toList();
    }

    /**
     * A comb whose teeth point north.
     *
     * @param slant how far east of its foot a tooth ends
     * @param shift how far east the teeth begin, in teeth
     */
    private static Polygon comb(int teeth, double slant, double shift) {
        double each = SIZE / teeth;
        var corners = new ArrayList<Coordinate>();
        corners.add(new Coordinate(105, 21));
        for (int i = 0; i < teeth; i++) {
            double west = 105 + (i + shift) * each;
            corners.add(new Coordinate(west, 21.01));
            corners.add(new Coordinate(west + WIDE / 2 * each + slant, 21.49));
            corners.add(new Coordinate(west + WIDE * each, 21.01));
        }
        corners.add(new Coordinate(105 + SIZE, 21));
        corners.add(corners.getFirst());
        return DEGREES.createPolygon(corners.toArray(Coordinate[]::new));
    }

    private static Geometry turned(Geometry shape, int quarters) {
        return AffineTransformation.rotationInstance(quarters * Math.PI / 2, 105 + MIDDLE, 21 + MIDDLE)
                .transform(shape);
    }

    private static Geometry elsewhere() {
        return AffineTransformation.translationInstance(1, 0).transform(comb(20, 0, 0));
    }

    /** A polygon with as many holes as teeth fit below its north. */
    private static Polygon sieve(int holes, int corners) {
        var rings = new ArrayList<LinearRing>();
        for (int i = 0; i < holes; i++) {
            double west = 105.1 + i * 0.3 / holes;
            double east = west + 0.1 / holes;
            rings.add(DEGREES.createLinearRing(new Coordinate[] {
                new Coordinate(west, 21.1),
                new Coordinate(east, 21.1),
                new Coordinate(east, 21.1001),
                new Coordinate(west, 21.1)
            }));
        }
        LinearRing around = comb(corners / 3, 0, 0).getExteriorRing();
        var shell = new ArrayList<>(List.of(around.getCoordinates()));
        shell.removeLast();
        shell.replaceAll(at -> new Coordinate(at.x, at.y + 0.4));
        shell.set(0, new Coordinate(105, 21));
        shell.set(shell.size() - 1, new Coordinate(105 + SIZE, 21));
        shell.add(shell.getFirst());
        return DEGREES.createPolygon(
                DEGREES.createLinearRing(shell.toArray(Coordinate[]::new)), rings.toArray(LinearRing[]::new));
    }

    @ParameterizedTest
    @CsvSource({"20,0", "5000,0", "30000,0", "500,0.3"})
    void combs_with_their_teeth_between_each_other_do_not_overlap(int teeth, double slant) {
        assertThat(check(comb(teeth, slant, 0.05), turned(comb(teeth, slant, 0.05), 2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20,0", "5000,0", "30000,0", "500,0.3"})
    void combs_with_their_teeth_over_each_other_do(int teeth, double slant) {
        assertThat(check(comb(teeth, slant, 0), comb(teeth, slant, 0.1))).containsExactly("2 maps.fault.overlap");
    }

    @Test
    void some_crossings_are_looked_at() {
        assertThat(check(comb(100, 0, 0), turned(comb(100, 0, 0), 1))).containsExactly("2 maps.fault.overlap");
    }

    @ParameterizedTest
    @CsvSource({"300", "2000", "30000"})
    void more_crossings_than_any_real_borders_have_are_refused(int teeth) {
        assertThat(check(comb(teeth, 0, 0), turned(comb(teeth, 0, 0), 1))).containsExactly("2 maps.fault.intricate");
    }

    @ParameterizedTest
    @CsvSource({"5000", "60000"})
    void a_shape_whose_every_part_lies_near_every_other_is_refused(int teeth) {
        assertThat(check(comb(teeth, 0.4, 0), turned(comb(20, 0, 0), 2))).containsExactly("1 maps.fault.intricate");
    }

    @Test
    void a_shape_may_have_many_holes_but_not_so_many_that_each_is_sought_for_long() {
        assertThat(check(sieve(300, 3000), elsewhere())).isEmpty();
        assertThat(check(sieve(20_000, 60_000), elsewhere())).containsExactly("1 maps.fault.intricate");
    }
}
