package vn.thucchat.steering.indicators.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.testing.StoreTest;

/** A release's dictionary reaches a province that runs already, and takes nothing from its office. */
@NullMarked
class RoomDictionariesTests extends StoreTest {

    private IndicatorStore indicators;
    private FingerprintStore fingerprints;
    private RoomDictionaries dictionaries;

    @BeforeEach
    void anInstalledProvince() {
        jdbc.sql("DELETE FROM indicators.indicator").update();
        indicators = new IndicatorStore(jdbc);
        fingerprints = new FingerprintStore(jdbc);
        dictionaries = new RoomDictionaries(indicators, fingerprints);
        assertThat(load(entry("one", "Một việc"), entry("two", "Hai việc"))).containsExactly("one", "two");
        assertThat(load(entry("one", "Một việc"), entry("two", "Hai việc")))
                .as("nothing new")
                .isEmpty();
    }

    private List<String> load(Indicator... entries) {
        return dictionaries.load(List.of(entries));
    }

    private String name(String code) {
        return indicators.find(code).orElseThrow().nameVi();
    }

    @Test
    void a_new_entry_is_added_and_a_removed_one_stays() {
        assertThat(load(entry("one", "Một việc"), entry("three", "Ba ba"))).containsExactly("three");
        assertThat(indicators.all()).extracting(Indicator::code).containsExactly("one", "three", "two");
    }

    @Test
    void an_entry_that_nobody_touched_is_brought_up_to_date() {
        assertThat(load(entry("one", "Một mới"))).containsExactly("one");
        assertThat(name("one")).isEqualTo("Một mới");
        assertThat(indicators.find("one").orElseThrow().version())
                .as("a form that is open somewhere is stale")
                .isEqualTo(2);
        assertThat(load(entry("one", "Một nữa"))).as("and again").containsExactly("one");
    }

    @Test
    void an_office_s_edit_is_never_overwritten() {
        assertThat(indicators.update(entry("one", "Của văn phòng"))).isTrue();
        assertThat(load(entry("one", "Một mới"), entry("two", "Hai mới"))).containsExactly("two");
        assertThat(name("one")).isEqualTo("Của văn phòng");
        assertThat(load(entry("one", "Một khác"))).isEmpty();
        assertThat(name("one")).isEqualTo("Của văn phòng");
    }

    @Test
    void an_entry_that_the_office_wrote_itself_is_its_own() {
        assertThat(indicators.insert(entry("own", "Của văn phòng"))).isTrue();
        assertThat(load(entry("own", "Của bản mới"))).isEmpty();
        assertThat(name("own")).isEqualTo("Của văn phòng");
    }

    @Test
    void what_an_earlier_release_loaded_is_known_to_be_untouched() {
        fingerprints.keep("one", RoomDictionaries.LOADED_BEFORE);
        assertThat(load(entry("one", "Một mới"))).containsExactly("one");
        assertThat(name("one")).isEqualTo("Một mới");
    }

    @Test
    void the_files_of_all_rooms_are_read() {
        List<Indicator> all = RoomDictionaries.read();
        assertThat(all).extracting(Indicator::code).contains("adult-smartphone", "market-4.0-value");
        assertThat(load(all.toArray(Indicator[]::new))).hasSize(all.size());
        assertThat(indicators.find("market-4.0-value").flatMap(Indicator::computed))
                .contains(Formula.of("amount(market.payment-received)"));
    }

    private static Indicator entry(String code, String name) {
        return new Indicator(
                code,
                name,
                "In English",
                Indicator.Pillar.SOCIETY,
                "count",
                Indicator.Direction.UP,
                Indicator.Aggregation.SUM,
                Indicator.OverTime.LAST,
                Period.Grain.HALF,
                null,
                "",
                "",
                "",
                "count(test.sold)",
                1,
                true,
                1);
    }
}
