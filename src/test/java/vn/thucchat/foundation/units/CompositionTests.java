package vn.thucchat.foundation.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.Composition.Part;
import vn.thucchat.foundation.units.Composition.Undivided;

@NullMarked
class CompositionTests {

    private static final LocalDate Y2022 = LocalDate.of(2022, 8, 8);
    private static final LocalDate SPRING_2025 = LocalDate.of(2025, 4, 1);
    private static final LocalDate NOW = LocalDate.of(2025, 8, 1);
    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final UnitCode PHAN_DINH_PHUNG = new UnitCode("05443");
    private static final UnitCode GIA_SANG = new UnitCode("05461");

    private final Gazetteer gazetteer = ShippedData.GAZETTEER;

    private static Collection<UnitCode> sources(Composition composition, String target) {
        return composition.partsOf(new UnitCode(target)).stream()
                .map(Part::source)
                .toList();
    }

    @Test
    void in_one_era_a_unit_is_itself_and_all_below() {
        var composition = gazetteer.compose(List.of(new UnitCode("164")), Y2022, Y2022.minusYears(1));
        assertThat(sources(composition, "164"))
                .contains(new UnitCode("164"), new UnitCode("05437"), new UnitCode("H55.164.05437"))
                .doesNotContain(PROVINCE);
        assertThat(composition.unknown()).isEmpty();
        assertThat(composition.undivided().values()).allMatch(List::isEmpty);
    }

    @Test
    void facts_of_2022_in_the_communes_of_2025_follow_the_ward_to_its_heir() {
        var composition = gazetteer.compose(List.of(PHAN_DINH_PHUNG, new UnitCode("05467"), PROVINCE), NOW, Y2022);
        assertThat(sources(composition, "05443"))
                .contains(new UnitCode("05437"), PHAN_DINH_PHUNG, new UnitCode("H55.164.05437"))
                .doesNotContain(GIA_SANG, new UnitCode("164"), PROVINCE);
        assertThat(composition.undividedOf(PHAN_DINH_PHUNG))
                .contains(new Undivided(GIA_SANG, List.of(PHAN_DINH_PHUNG, new UnitCode("05467"))));
        assertThat(composition.undividedOf(PROVINCE)).isEmpty();
        assertThat(sources(composition, "19"))
                .contains(GIA_SANG, new UnitCode("01834"), new UnitCode("164"), new UnitCode("06"), PROVINCE)
                .contains(new UnitCode("05704"))
                .doesNotContain(UnitCode.NATION);
    }

    @Test
    void what_is_the_nations_belongs_only_to_the_nation() {
        var composition = gazetteer.compose(List.of(UnitCode.NATION, PROVINCE), NOW, Y2022);
        assertThat(sources(composition, "VN")).contains(UnitCode.NATION, PROVINCE, GIA_SANG, new UnitCode("H55.01"));
        assertThat(sources(composition, "19")).doesNotContain(UnitCode.NATION);
        assertThat(composition.undividedOf(PROVINCE)).isEmpty();
    }

    @Test
    void two_reforms_are_followed_one_after_the_other() {
        // Chợ Chu (05536) became part of 05569 in January 2025, which went on in July
        var heir = gazetteer
                .successors(new UnitCode("05569"), LocalDate.of(2025, 6, 30))
                .getFirst()
                .to();
        var composition = gazetteer.compose(List.of(heir), NOW, Y2022);
        assertThat(sources(composition, heir.value())).contains(new UnitCode("05536"), new UnitCode("05569"));
    }

    @Test
    void a_commune_whose_heir_nobody_recorded_is_unknown_in_its_neighbours_and_whole_in_its_district() {
        var tanLoi = new UnitCode("05704");
        var dongHy = new UnitCode("169");
        var neighbour = gazetteer
                .below(dongHy, UnitKind.Level.COMMUNE, SPRING_2025)
                .getFirst()
                .code();
        var composition = gazetteer.compose(List.of(neighbour, dongHy, new UnitCode("164")), SPRING_2025, Y2022);
        assertThat(composition.unknown()).containsExactly(tanLoi, new UnitCode("H55.169.05704"));
        assertThat(sources(composition, "169")).contains(tanLoi, dongHy);
        assertThat(sources(composition, neighbour.value())).doesNotContain(tanLoi);
        assertThat(gazetteer.compose(List.of(dongHy), SPRING_2025, Y2022).unknown())
                .isEmpty();
    }

    @Test
    void what_was_merged_cannot_be_divided_back() {
        var tucDuyen = new UnitCode("05437");
        var composition = gazetteer.compose(List.of(tucDuyen, new UnitCode("164"), PROVINCE), Y2022, NOW);
        assertThat(sources(composition, "05437")).isEmpty();
        assertThat(composition.undividedOf(tucDuyen)).anySatisfy(undivided -> {
            assertThat(undivided.source()).isEqualTo(PHAN_DINH_PHUNG);
            assertThat(undivided.heirs()).contains(tucDuyen, PHAN_DINH_PHUNG, GIA_SANG);
        });
        // all it was made of lay in the city
        assertThat(sources(composition, "164")).contains(PHAN_DINH_PHUNG, new UnitCode("H55.05443"));
        assertThat(composition.undividedOf(PROVINCE))
                .contains(new Undivided(PROVINCE, List.of(new UnitCode("06"), PROVINCE)));
        assertThat(sources(composition, "19")).doesNotContain(new UnitCode("01840"), PROVINCE);
    }

    @Test
    void agencies_follow_their_own_successions_and_the_place_they_belong_to() {
        var finance = new UnitCode("H55.05");
        var composition = gazetteer.compose(
                List.of(finance, new UnitCode("H55.14"), new UnitCode("H55.05443"), PROVINCE), NOW, Y2022);
        assertThat(sources(composition, "H55.05")).containsExactly(new UnitCode("H55.04"), finance);
        assertThat(sources(composition, "H55.14")).containsExactly(new UnitCode("H55.14"));
        assertThat(composition.undividedOf(new UnitCode("H55.14")))
                .containsExactly(
                        new Undivided(new UnitCode("H55.11"), List.of(new UnitCode("H55.13"), new UnitCode("H55.14"))));
        assertThat(sources(composition, "H55.05443"))
                .contains(new UnitCode("H55.164.05437"), new UnitCode("H55.164.05443"))
                .doesNotContain(new UnitCode("05437"));
        assertThat(sources(composition, "19"))
                .contains(new UnitCode("H55.11"), new UnitCode("H55.164.05437"), new UnitCode("H03.058.01834"));
    }

    @Test
    void a_target_that_does_not_exist_in_the_boundaries_has_no_parts() {
        assertThat(sources(gazetteer.compose(List.of(new UnitCode("164")), NOW, Y2022), "164"))
                .isEmpty();
        assertThat(sources(gazetteer.compose(List.of(new UnitCode("164")), NOW, NOW), "164"))
                .isEmpty();
    }

    @Test
    void decided_shares_divide_a_split_unit() {
        var split = gazetteer("""
                2025-07-01,01001,01002,0.25,x,V
                2025-07-01,01001,01003,0.75,x,V
                """);
        var composition =
                split.compose(List.of(new UnitCode("01002"), new UnitCode("01003"), new UnitCode("01")), NOW, Y2022);
        assertThat(composition.parts())
                .containsEntry(new UnitCode("01002"), List.of(new Part(new UnitCode("01001"), new BigDecimal("0.25"))));
        assertThat(composition.partsOf(new UnitCode("01003")))
                .containsExactly(new Part(new UnitCode("01001"), new BigDecimal("0.75")));
        assertThat(composition.partsOf(new UnitCode("01")))
                .containsExactly(new Part(new UnitCode("01"), null), new Part(new UnitCode("01001"), null));
        assertThat(composition.undivided().values()).allMatch(List::isEmpty);
    }

    @Test
    void every_commune_of_2022_is_in_exactly_one_commune_of_2025_or_said_to_be_undivided_or_unknown() {
        var targets = gazetteer.below(PROVINCE, UnitKind.Level.COMMUNE, NOW).stream()
                .map(Unit::code)
                .toList();
        var composition = gazetteer.compose(targets, NOW, Y2022);
        var undivided = new TreeSet<UnitCode>();
        composition.undivided().values().forEach(list -> list.forEach(entry -> undivided.add(entry.source())));
        int whole = 0;
        for (Unit commune : gazetteer.below(UnitCode.NATION, UnitKind.Level.COMMUNE, Y2022)) {
            long times = targets.stream()
                    .filter(target -> sources(composition, target.value()).contains(commune.code()))
                    .count();
            boolean told =
                    undivided.contains(commune.code()) || composition.unknown().contains(commune.code());
            assertThat(times).as(commune.name()).isEqualTo(told ? 0 : 1);
            whole += (int) times;
        }
        assertThat(whole).isEqualTo(286 - 3 - 2);
    }

    private static Gazetteer gazetteer(String successions) {
        var files = UnitFiles.read(
                """
                code,name,name_en,kind,parent,valid_from,valid_to,source,checked
                VN,Việt Nam,,nation,,,,x,V
                01,Tỉnh,,province,VN,,,x,V
                01001,Xã Một,,commune,01,,2025-06-30,x,V
                01002,Xã Hai,,commune,01,2025-07-01,,x,V
                01003,Xã Ba,,commune,01,2025-07-01,,x,V
                """.getBytes(StandardCharsets.UTF_8),
                ("effective,old_code,new_code,share,source,checked\n" + successions).getBytes(StandardCharsets.UTF_8),
                List.of());
        UnitRules.check(files, List.of(), List.of());
        assertThat(files.sound()).isTrue();
        return ShippedData.gazetteer(files);
    }
}
