package vn.thucchat.foundation.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class GazetteerTests {

    private static final LocalDate SESSION = LocalDate.of(2022, 8, 8);
    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);
    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);
    private static final UnitCode THAI_NGUYEN = new UnitCode("19");

    private final Gazetteer gazetteer = ShippedData.GAZETTEER;

    @Test
    void the_shipped_files_are_in_order() {
        UnitRules.check(ShippedData.FILES, List.of(), List.of());
        assertThat(ShippedData.FILES.sound()).isTrue();
    }

    @Test
    void the_province_had_178_communes_then_172_and_has_92() {
        assertThat(gazetteer.below(THAI_NGUYEN, UnitKind.Level.COMMUNE, SESSION))
                .hasSize(178);
        assertThat(gazetteer.below(THAI_NGUYEN, UnitKind.Level.COMMUNE, LocalDate.of(2025, 1, 1)))
                .hasSize(172);
        assertThat(gazetteer.below(THAI_NGUYEN, UnitKind.Level.COMMUNE, LAST_DAY_OF_DISTRICTS))
                .hasSize(172);
        assertThat(gazetteer.below(THAI_NGUYEN, UnitKind.Level.COMMUNE, TWO_TIERS))
                .hasSize(92);
        assertThat(gazetteer.below(THAI_NGUYEN, UnitKind.Level.DISTRICT, LAST_DAY_OF_DISTRICTS))
                .hasSize(9);
        assertThat(gazetteer.below(THAI_NGUYEN, UnitKind.Level.DISTRICT, TWO_TIERS))
                .isEmpty();
    }

    @Test
    void a_code_that_lasts_has_a_version_for_each_name() {
        assertThat(gazetteer.history(new UnitCode("05443")))
                .extracting(Unit::name, Unit::parent, Unit::validFrom, Unit::validTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Phường Trưng Vương", new UnitCode("164"), null, LAST_DAY_OF_DISTRICTS),
                        org.assertj.core.groups.Tuple.tuple("Phường Phan Đình Phùng", THAI_NGUYEN, TWO_TIERS, null));
    }

    @Test
    void the_last_day_is_included() {
        var ward = new UnitCode("05437");
        assertThat(gazetteer.find(ward, LAST_DAY_OF_DISTRICTS))
                .get()
                .extracting(Unit::nameEn)
                .isEqualTo("Túc Duyên Ward");
        assertThat(gazetteer.find(ward, TWO_TIERS)).isEmpty();
        assertThat(gazetteer.nearest(ward, TWO_TIERS))
                .get()
                .extracting(Unit::name)
                .isEqualTo("Phường Túc Duyên");
        assertThat(gazetteer.nearest(new UnitCode("99999"), TWO_TIERS)).isEmpty();
    }

    @Test
    void tuc_duyen_went_whole_to_phan_dinh_phung_and_gia_sang_was_split() {
        assertThat(gazetteer.successors(new UnitCode("05437"), SESSION))
                .singleElement()
                .satisfies(succession -> {
                    assertThat(succession.to()).isEqualTo(new UnitCode("05443"));
                    assertThat(succession.effective()).isEqualTo(TWO_TIERS);
                    assertThat(succession.whole()).isTrue();
                });
        assertThat(gazetteer.successors(new UnitCode("05437"), TWO_TIERS)).isEmpty();
        assertThat(gazetteer.successors(new UnitCode("05461"), SESSION))
                .satisfiesExactlyInAnyOrder(
                        succession -> assertThat(succession)
                                .returns(new UnitCode("05443"), Succession::to)
                                .returns(false, Succession::whole)
                                .returns(null, Succession::share),
                        succession -> assertThat(succession)
                                .returns(new UnitCode("05467"), Succession::to)
                                .returns(false, Succession::whole));
        assertThat(gazetteer.predecessors(new UnitCode("05443")))
                .extracting(Succession::from)
                .contains(new UnitCode("05437"), new UnitCode("05461"), new UnitCode("05443"));
    }

    @Test
    void an_unknown_heir_stays_unknown() {
        assertThat(gazetteer.heirUnknown(new UnitCode("05704"))).isTrue();
        assertThat(gazetteer.successors(new UnitCode("05704"), SESSION)).isEmpty();
        assertThat(gazetteer.heirUnknown(new UnitCode("05437"))).isFalse();
    }

    @Test
    void a_path_leads_from_the_nation_down() {
        assertThat(gazetteer.path(new UnitCode("05437"), SESSION))
                .extracting(unit -> unit.code().value())
                .containsExactly("VN", "19", "164", "05437");
        assertThat(gazetteer.path(new UnitCode("05437"), LocalDate.of(2026, 1, 1)))
                .extracting(unit -> unit.code().value())
                .containsExactly("VN", "19", "164", "05437");
        assertThat(gazetteer.path(new UnitCode("05443"), TWO_TIERS))
                .extracting(unit -> unit.code().value())
                .containsExactly("VN", "19", "05443");
    }

    @Test
    void a_role_reaches_what_ever_was_below_at_the_same_time() {
        var province = gazetteer.reach(THAI_NGUYEN);
        assertThat(province)
                .contains(
                        THAI_NGUYEN,
                        new UnitCode("164"),
                        new UnitCode("05437"),
                        new UnitCode("01840"),
                        new UnitCode("H55.164.05437"))
                .doesNotContain(new UnitCode("06"), new UnitCode("01834"), UnitCode.NATION);
        assertThat(gazetteer.reach(new UnitCode("164")))
                .contains(new UnitCode("05443"), new UnitCode("H55.164.05443"))
                .doesNotContain(new UnitCode("H55.05443"), THAI_NGUYEN);
        assertThat(gazetteer.reach(new UnitCode("77"))).containsExactly(new UnitCode("77"));
    }

    @Test
    void eras_end_where_something_changes() {
        assertThat(gazetteer.eras(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)))
                .containsExactly(new Units.Era(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)));
        assertThat(gazetteer.eras(LocalDate.of(2024, 12, 31), TWO_TIERS))
                .containsExactly(
                        new Units.Era(LocalDate.of(2024, 12, 31), LocalDate.of(2024, 12, 31)),
                        new Units.Era(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 28)),
                        new Units.Era(LocalDate.of(2025, 3, 1), LAST_DAY_OF_DISTRICTS),
                        new Units.Era(TWO_TIERS, TWO_TIERS));
        assertThat(gazetteer.eras(TWO_TIERS, SESSION)).isEmpty();
    }

    @Test
    void names_are_found_with_and_without_diacritics_and_by_older_names() {
        assertThat(gazetteer.search("túc duyên")).extracting(Unit::code).contains(new UnitCode("05437"));
        assertThat(gazetteer.search("TUC DUYEN")).isEqualTo(gazetteer.search("túc duyên"));
        assertThat(gazetteer.search("dinh hoa")).extracting(Unit::code).contains(new UnitCode("167"));
        assertThat(gazetteer.search("trung vuong")).extracting(Unit::name).contains("Phường Phan Đình Phùng");
        assertThat(gazetteer.search("05437")).extracting(Unit::name).contains("Phường Túc Duyên");
        assertThat(gazetteer.search("không có nơi này")).isEmpty();
    }
}
