package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.testing.ApplicationTest;

/** Cells around positions, which are drawn while nobody has loaded boundaries. */
@ApplicationTest
@NullMarked
class MapsTests {

    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final LocalDate IN_2022 = LocalDate.of(2022, 6, 30);
    private static final LocalDate BETWEEN = LocalDate.of(2025, 2, 1);
    private static final LocalDate AFTER = LocalDate.of(2025, 8, 1);

    @Autowired
    Maps maps;

    @Autowired
    Units units;

    @Autowired
    BoundaryPeriods periods;

    @ParameterizedTest
    @CsvSource({"2022-06-30,178,40000", "2025-02-01,172,40000", "2025-08-01,92,40000"})
    void each_commune_of_the_day_has_one_cell_with_its_position_inside(LocalDate on, int communes, int signs) {
        PlaceMap map = maps.below(PROVINCE, UnitKind.Level.COMMUNE, on).orElseThrow();
        assertThat(map.shapes())
                .extracting(PlaceMap.Shape::unit)
                .hasSize(communes)
                .containsExactlyElementsOf(units.below(PROVINCE, UnitKind.Level.COMMUNE, on).stream()
                        .map(Unit::code)
                        .toList());
        assertThat(map.missing()).isEmpty();
        assertThat(map.origin()).isEqualTo(PlaceMap.Origin.CELLS);
        assertThat(map.attribution()).contains("(");
        for (PlaceMap.Shape shape : map.shapes())
            assertThat(Drawn.shape(shape)
                            .buffer(0.1)
                            .contains(Drawn.FACTORY.createPoint(new Coordinate(shape.x(), shape.y()))))
                    .as(shape.unit() + " " + shape.path())
                    .isTrue();
        assertThat(map.shapes().stream()
                        .mapToInt(shape -> shape.path().length())
                        .sum())
                .isLessThan(signs);
    }

    @ParameterizedTest
    @CsvSource({"2022-06-30", "2025-02-01", "2025-08-01"})
    void cells_cover_the_province_once(LocalDate on) {
        PlaceMap map = maps.below(PROVINCE, UnitKind.Level.COMMUNE, on).orElseThrow();
        Geometry all = Drawn.union(map);
        assertThat(map.width()).isEqualTo(450);
        assertThat(all.getEnvelopeInternal().getMinX()).isEqualTo(3, within(0.1));
        assertThat(all.getEnvelopeInternal().getMaxX()).isEqualTo(447, within(0.1));
        assertThat(all.getEnvelopeInternal().getMaxY()).isEqualTo(map.height() - 3, within(0.1));
        double sum = map.shapes().stream().mapToDouble(PlaceMap.Shape::area).sum();
        assertThat(sum).as("overlaps and gaps").isEqualTo(all.getArea(), within(all.getArea() / 500));
        assertThat(all.buffer(0.2).getNumGeometries()).isEqualTo(1);
        assertThat(map.shapes().stream()
                        .mapToDouble(shape -> Drawn.shape(shape).getArea())
                        .sum())
                .as("what is drawn is what was meant")
                .isEqualTo(sum, within(sum / 200));
    }

    @Test
    void the_same_positions_are_drawn_in_the_same_way_each_time() {
        assertThat(cells()).isEqualTo(cells()).hasSize(92);
        PlaceMap map = maps.below(PROVINCE, UnitKind.Level.COMMUNE, AFTER).orElseThrow();
        assertThat(maps.below(PROVINCE, UnitKind.Level.COMMUNE, AFTER.plusDays(40)))
                .as("kept for all days of these boundaries")
                .containsSame(map);
    }

    private static Map<UnitCode, String> cells() {
        Positions positions = Positions.on(AFTER);
        var own = positions.all().keySet().stream().collect(Collectors.toMap(Function.identity(), Set::of));
        var owners = positions.all().keySet().stream().collect(Collectors.toMap(Function.identity(), unit -> unit));
        return Drawing.of(Cells.draw(positions, owners), own).orElseThrow().shapes().stream()
                .collect(Collectors.toMap(PlaceMap.Shape::unit, PlaceMap.Shape::path));
    }

    @Test
    void a_district_is_the_union_of_its_communes() {
        PlaceMap communes =
                maps.below(PROVINCE, UnitKind.Level.COMMUNE, IN_2022).orElseThrow();
        PlaceMap districts =
                maps.below(PROVINCE, UnitKind.Level.DISTRICT, IN_2022).orElseThrow();
        assertThat(districts.shapes()).hasSize(9);
        assertThat(districts.height()).isEqualTo(communes.height());
        for (PlaceMap.Shape district : districts.shapes()) {
            Set<UnitCode> own = units.below(district.unit(), UnitKind.Level.COMMUNE, IN_2022).stream()
                    .map(Unit::code)
                    .collect(Collectors.toSet());
            double sum = communes.shapes().stream()
                    .filter(shape -> own.contains(shape.unit()))
                    .mapToDouble(PlaceMap.Shape::area)
                    .sum();
            assertThat(district.area()).as(district.unit().value()).isEqualTo(sum, within(sum / 200));
            assertThat(Drawn.shape(district)
                            .contains(Drawn.FACTORY.createPoint(new Coordinate(district.x(), district.y()))))
                    .isTrue();
        }
        assertThat(maps.below(UnitCode.NATION, UnitKind.Level.PROVINCE, IN_2022)
                        .orElseThrow()
                        .shapes())
                .extracting(PlaceMap.Shape::unit)
                .containsExactly(new UnitCode("06"), PROVINCE);
    }

    @Test
    void a_commune_is_drawn_with_those_that_touch_it() {
        var ward = new UnitCode("05443");
        Set<UnitCode> near = maps.neighbours(ward, AFTER);
        PlaceMap map = maps.around(ward, AFTER).orElseThrow();
        assertThat(near).as("premise").isNotEmpty().doesNotContain(ward);
        assertThat(map.shapes())
                .extracting(PlaceMap.Shape::unit)
                .hasSize(near.size() + 1)
                .contains(ward)
                .containsAll(near);
        assertThat(Drawn.union(map).getEnvelopeInternal().getMaxX()).isEqualTo(447, within(0.1));
        assertThat(maps.around(ward, AFTER.plusDays(40))).as("kept").containsSame(map);
        assertThat(maps.around(new UnitCode("05437"), AFTER))
                .as("it ended in July")
                .isEmpty();
    }

    @Test
    void there_is_no_map_of_what_was_not_there() {
        assertThat(maps.below(PROVINCE, UnitKind.Level.DISTRICT, AFTER)).isEmpty();
        assertThat(maps.below(PROVINCE, UnitKind.Level.AGENCY, IN_2022)).isEmpty();
        assertThat(maps.below(new UnitCode("77"), UnitKind.Level.COMMUNE, IN_2022))
                .isEmpty();
        assertThat(maps.neighbours(new UnitCode("77"), IN_2022)).isEmpty();
    }

    @Test
    void what_was_merged_belongs_to_its_heir_and_is_divided_where_nobody_knows_it() {
        var merged = new UnitCode("05536");
        var heir = new UnitCode("05569");
        var lost = new UnitCode("05704");
        Map<UnitCode, Double> before = areas(IN_2022);
        Map<UnitCode, Double> since = areas(BETWEEN);
        assertThat(since).doesNotContainKeys(merged, lost).containsKey(heir);
        assertThat(since.get(heir))
                .as("both together; the outline of all is a little different with fewer positions")
                .isEqualTo(
                        Objects.requireNonNull(before.get(heir)) + Objects.requireNonNull(before.get(merged)),
                        within(20.0));
        assertThat(before.keySet().stream()
                        .filter(unit -> since.containsKey(unit)
                                && Objects.requireNonNull(since.get(unit))
                                        > Objects.requireNonNull(before.get(unit)) + 1))
                .as("neighbours of what nobody knows the heir of")
                .containsAnyElementsOf(maps.neighbours(lost, IN_2022));
    }

    private Map<UnitCode, Double> areas(LocalDate on) {
        return maps.below(PROVINCE, UnitKind.Level.COMMUNE, on).orElseThrow().shapes().stream()
                .collect(Collectors.toMap(PlaceMap.Shape::unit, PlaceMap.Shape::area));
    }

    @Test
    void neighbours_touch_each_other() {
        for (Unit commune : units.below(PROVINCE, UnitKind.Level.COMMUNE, IN_2022)) {
            Set<UnitCode> near = maps.neighbours(commune.code(), IN_2022);
            assertThat(near).isNotEmpty().doesNotContain(commune.code());
            for (UnitCode other : near)
                assertThat(maps.neighbours(other, IN_2022)).contains(commune.code());
        }
    }

    @Test
    void only_what_moves_a_boundary_begins_a_new_time() {
        assertThat(periods.of(IN_2022).from()).isEqualTo(LocalDate.MIN);
        assertThat(periods.of(IN_2022).to()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(periods.of(BETWEEN).to())
                .as("agencies were rearranged in March")
                .isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(periods.of(AFTER).from()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(periods.all().getLast().to()).isEqualTo(LocalDate.MAX);
    }
}
