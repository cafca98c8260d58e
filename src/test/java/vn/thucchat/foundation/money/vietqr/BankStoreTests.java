package vn.thucchat.foundation.money.vietqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;

@NullMarked
class BankStoreTests extends StoreTest {

    private static final LocalDate RENAMED = LocalDate.of(2024, 12, 17);

    @Test
    void a_number_belongs_to_whoever_held_it_on_the_day() {
        var store = new BankStore(jdbc);
        store.add(List.of(
                new BankLine("970414", "OceanBank", null, RENAMED.minusDays(1), "a test"),
                new BankLine("970414", "MBV", RENAMED, null, "a test")));

        assertThat(store.find("970414", LocalDate.of(2022, 8, 8)))
                .map(Bank::name)
                .contains("OceanBank");
        assertThat(store.find("970414", RENAMED.minusDays(1))).map(Bank::name).contains("OceanBank");
        assertThat(store.find("970414", RENAMED)).map(Bank::name).contains("MBV");
        assertThat(store.find("970499", RENAMED)).isEmpty();
        assertThat(store.all(RENAMED.minusDays(1)))
                .extracting(Bank::name)
                .contains("OceanBank")
                .doesNotContain("MBV");
        assertThat(store.all(RENAMED)).extracting(Bank::name).contains("MBV").doesNotContain("OceanBank");
    }

    @Test
    void a_list_taken_again_leaves_corrections_alone() {
        var store = new BankStore(jdbc);
        var line = new BankLine("970406", "DongA Bank", null, null, "a test");
        assertThat(store.add(List.of(line))).isEqualTo(1);
        jdbc.sql("UPDATE payments.bank SET name = 'Vikki' WHERE bin = '970406'").update();

        assertThat(store.add(List.of(line))).isZero();

        assertThat(store.find("970406", RENAMED)).map(Bank::name).contains("Vikki");
    }

    @Test
    void a_change_ends_the_name_before_on_the_day_before() {
        var store = new BankStore(jdbc);
        store.add(List.of(new BankLine("970444", "CBBank", null, null, "a test")));

        store.put(new Bank("970444", "VCBNeo", "a decision"), RENAMED);
        store.put(new Bank("970444", "VCBNeo Bank", "a better decision"), RENAMED);

        assertThat(store.lines())
                .filteredOn(line -> line.bin().equals("970444"))
                .containsExactly(
                        new BankLine("970444", "CBBank", null, RENAMED.minusDays(1), "a test"),
                        new BankLine("970444", "VCBNeo Bank", RENAMED, null, "a better decision"));
    }
}
