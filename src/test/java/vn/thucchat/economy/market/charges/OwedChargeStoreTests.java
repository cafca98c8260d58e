package vn.thucchat.economy.market.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.economy.market.charges.OwedChargeStore.After;
import vn.thucchat.economy.market.charges.OwedChargeStore.Wanted;
import vn.thucchat.economy.market.charges.OwedCharges.Owed;
import vn.thucchat.testing.StoreTest;

@NullMarked
class OwedChargeStoreTests extends StoreTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final String UNIT = "05440";

    private List<Owed> find(ChargeRows in, String number, String words) {
        return new OwedChargeStore(jdbc).find(new Wanted(List.of(UNIT), false, in.code, number, words), After.NONE, 99);
    }

    private static List<String> numbers(List<Owed> found) {
        return found.stream().map(owed -> owed.charge().number()).toList();
    }

    @Test
    void a_number_is_found_by_its_beginning_and_a_trader_by_a_part_of_the_name() {
        var rows = new ChargeRows(jdbc, UNIT, false);
        UUID hoa = rows.trader("Lê Thị Hoa");
        UUID lan = rows.trader("Đỗ Lan");
        for (String number : List.of("A1", "A10", "A2", "B1"))
            rows.charge(rows.stall(number), number.equals("A2") ? lan : hoa, MARCH);
        assertThat(numbers(find(rows, "A1", "a1"))).containsExactly("A1", "A10");
        assertThat(numbers(find(rows, "A2", "thi hoa")))
                .as("either, and each once")
                .containsExactly("A1", "A2", "A10", "B1");
        assertThat(numbers(find(rows, "LAN", "lan"))).containsExactly("A2");
        assertThat(numbers(find(rows, "", ""))).as("all").hasSize(4);
        assertThat(find(rows, "~", "")).isEmpty();
    }

    @Test
    void only_what_is_open_in_ones_own_units_and_world_is_found() {
        var rows = new ChargeRows(jdbc, UNIT, false);
        var elsewhere = new ChargeRows(jdbc, "05467", false);
        var invented = new ChargeRows(jdbc, UNIT, true);
        UUID stall = rows.stall("K1");
        UUID trader = rows.trader("Hoa");
        rows.charge(stall, trader, MARCH);
        for (ChargeRows each : List.of(elsewhere, invented)) each.charge(each.stall("K1"), each.trader("Hoa"), MARCH);
        var store = new OwedChargeStore(jdbc);
        assertThat(store.find(new Wanted(List.of(UNIT), false, "", "K1", "hoa"), After.NONE, 9))
                .extracting(Owed::marketCode)
                .containsExactly(rows.code);
        assertThat(store.find(new Wanted(List.of(), false, "", "K1", "hoa"), After.NONE, 9))
                .isEmpty();
        rows.paid(rows.charge(stall, trader, MARCH.plusMonths(1)), MARCH, "cash");
        new ChargeStore(jdbc).cancel(rows.id, rows.charge(stall, trader, MARCH.plusMonths(2)), MARCH);
        assertThat(find(rows, "K1", "hoa")).hasSize(1);
    }

    @Test
    void a_page_goes_on_behind_the_charge_seen_last() {
        var rows = new ChargeRows(jdbc, UNIT, false);
        UUID trader = rows.trader("Hoa");
        UUID second = rows.stall("A10");
        UUID first = rows.stall("A2");
        for (int i = 0; i < 3; i++) {
            rows.charge(second, trader, MARCH.plusMonths(i));
            rows.charge(first, trader, MARCH.plusMonths(i));
        }
        var store = new OwedChargeStore(jdbc);
        var wanted = new Wanted(List.of(UNIT), false, rows.code, "A", "");
        List<Owed> all = store.find(wanted, After.NONE, 9);
        assertThat(numbers(all)).containsExactly("A2", "A2", "A2", "A10", "A10", "A10");
        for (int i = 0; i < all.size(); i++) {
            Charge seen = all.get(i).charge();
            var after = new After(rows.code, seen.number(), seen.dueOn(), seen.id());
            assertThat(store.find(wanted, after, 2)).isEqualTo(all.subList(i + 1, Math.min(i + 3, all.size())));
        }
    }

    @Test
    void a_number_is_looked_up_by_indexes() throws Exception {
        jdbc.sql("""
                INSERT INTO market.market (id, code, name, unit, address, opened_on, synthetic)
                SELECT gen_random_uuid(), 'cho-nhieu-' || i, 'Chợ', (20000 + i)::text, '', '2022-01-01', false
                FROM generate_series(1, 50) AS i""").update();
        jdbc.sql("""
                INSERT INTO market.zone (market, id, name, sort)
                SELECT id, id, 'Khu', 1 FROM market.market WHERE code LIKE 'cho-nhieu-%'""").update();
        jdbc.sql("""
                INSERT INTO market.stall (market, id, zone, number, goods, opened_on)
                SELECT z.market, gen_random_uuid(), z.id, 'A' || i, '', '2022-01-01'
                FROM market.zone z, generate_series(1, 200) AS i WHERE z.id = z.market""").update();
        jdbc.sql("""
                INSERT INTO market.trader (market, id, kind, name, sought, joined_on, synthetic)
                SELECT market, id, 'PERSON', 'A', 'a', '2022-01-01', false FROM market.stall WHERE zone = market""").update();
        jdbc.sql("""
                INSERT INTO market.charge (market, id, stall, trader, month, kind, amount_vnd, due_on, account, code)
                SELECT market, gen_random_uuid(), id, id, '2026-03-01', 'RENT', 1, '2026-03-20', 7, id::text
                FROM market.stall WHERE zone = market""").update();
        jdbc.sql("ANALYZE market.market, market.stall, market.trader, market.charge")
                .update();

        Field find = OwedChargeStore.class.getDeclaredField("FIND");
        find.setAccessible(true);
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN " + Objects.requireNonNull(find.get(null)))
                        .param("units", new String[] {"20007"})
                        .param("synthetic", false)
                        .param("market", "")
                        .param("from", "A17")
                        .param("to", "A17~")
                        .param("words", "")
                        .param("code", "")
                        .param("place", "")
                        .param("number", "")
                        .param("due", LocalDate.EPOCH)
                        .param("id", new UUID(0, 0))
                        .param("limit", 51)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("Index").doesNotContain("Seq Scan on charge", "Seq Scan on stall");
    }
}
