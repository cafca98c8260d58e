package vn.thucchat.economy.market.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.testing.StoreTest;

@NullMarked
class StallStoreTests extends StoreTest {

    private StallStore store;
    private TraderRows rows;

    @BeforeEach
    void market() {
        store = new StallStore(jdbc);
        rows = new TraderRows(jdbc);
    }

    private List<String> page(Stalls.Filter filter, int limit) {
        return store.page(rows.id, filter, DAY, limit).stream()
                .map(StallLine::number)
                .toList();
    }

    private static Stalls.Filter after(String number) {
        return new Stalls.Filter("", null, false, number);
    }

    @Test
    void a_number_that_is_taken_is_left_as_it_is() {
        Stall there = rows.draft("A1");
        assertThat(store.insert(rows.id, List.of(there))).isEqualTo(1);
        assertThat(store.insert(rows.id, List.of(rows.draft("A1"), rows.draft("A2"))))
                .isEqualTo(1);
        assertThat(store.find(rows.id, "A1")).contains(there);
    }

    @Test
    void a_page_goes_on_behind_the_stall_seen_last_as_people_count() {
        for (String number : List.of("A10", "A2", "B/7", "A1")) rows.stall(number);
        assertThat(page(Stalls.Filter.ALL, 2)).containsExactly("A1", "A2");
        assertThat(page(after("A2"), 2)).containsExactly("A10", "B/7");
        assertThat(page(after("B/7"), 2)).isEmpty();
        assertThat(page(after("A5"), 9)).as("one that is not there").containsExactly("A10", "B/7");
    }

    @Test
    void a_number_is_found_with_and_without_the_signs_in_it() {
        for (String number : List.of("K-7", "B/7")) rows.stall(number);
        for (String typed : List.of("k7", "K-7", "k 7", "k"))
            assertThat(page(new Stalls.Filter(typed, null, false, ""), 9))
                    .as(typed)
                    .containsExactly("K-7");
    }

    @Test
    void a_stall_is_listed_with_the_banks_where_it_takes_money() {
        UUID stall = rows.stall("A1");
        UUID trader = rows.trader("Lê Thị Hoa");
        assertThat(store.page(rows.id, Stalls.Filter.ALL, DAY, 9))
                .extracting(StallLine::ways)
                .containsExactly("");
        rows.acceptance(stall, trader, null, DAY);
        rows.endAcceptance(rows.acceptance(stall, trader, 7, DAY), DAY);
        assertThat(store.page(rows.id, Stalls.Filter.ALL, DAY, 9))
                .extracting(StallLine::ways)
                .containsExactly("Ngân hàng");
    }

    @Test
    void a_stall_is_listed_with_who_rents_it_on_the_day() {
        UUID stall = rows.stall("A1");
        UUID trader = rows.trader("Lê Thị Hoa");
        rows.contract(stall, trader, DAY, DAY);
        for (var expected : Map.of(DAY.minusDays(1), false, DAY, true, DAY.plusDays(1), false)
                .entrySet())
            assertThat(store.page(rows.id, Stalls.Filter.ALL, expected.getKey(), 9))
                    .as(expected.getKey().toString())
                    .singleElement()
                    .matches(line -> (line.traderName() != null) == expected.getValue());
        assertThat(page(new Stalls.Filter("thị hoa", null, false, ""), 9)).containsExactly("A1");
        assertThat(page(new Stalls.Filter("hoà 1", null, false, ""), 9)).isEmpty();
        assertThat(page(new Stalls.Filter("", TraderRows.id(), false, ""), 9)).isEmpty();
    }

    @Test
    void bare_are_those_that_are_open_and_cannot_be_paid_without_cash() {
        UUID trader = rows.trader("Hoa");
        UUID ended = rows.stall("A1");
        UUID equipped = rows.stall("A2");
        LocalDate opened = DAY.minusYears(1);
        store.insert(
                rows.id, List.of(new Stall(rows.id, TraderRows.id(), rows.zone, "", "A3", null, "", opened, opened)));
        UUID way = rows.acceptance(ended, trader, 1, DAY);
        rows.acceptance(equipped, trader, 1, DAY);
        var bare = new Stalls.Filter("", null, true, "");
        assertThat(page(bare, 9)).as("premise").isEmpty();
        rows.endAcceptance(way, DAY);
        assertThat(page(bare, 9)).containsExactly("A1");
    }

    @Test
    void a_change_reaches_no_other_market_and_no_number_that_is_taken() {
        Stall stall = rows.draft("A1");
        store.insert(rows.id, List.of(stall));
        rows.stall("A2");
        Stall moved = new Stall(
                rows.id, stall.id(), rows.zone, "Khu A", "A3", new BigDecimal("4.50"), "Cá", DAY.minusYears(1), DAY);
        assertThat(store.update(new TraderRows(jdbc).id, List.of(moved))).isZero();
        assertThat(store.find(stall.id())).contains(stall);
        assertThat(store.update(rows.id, List.of(moved))).isEqualTo(1);
        assertThat(store.find(rows.id, stall.id())).contains(moved);

        Stall taken = new Stall(rows.id, stall.id(), rows.zone, "", "A2", null, "", DAY.minusYears(1), null);
        assertThatThrownBy(() -> store.update(rows.id, List.of(taken))).isInstanceOf(DuplicateKeyException.class);
        assertThat(store.find(new TraderRows(jdbc).id, stall.id())).isEmpty();
    }

    @Test
    void numbers_and_all_are_of_one_market() {
        UUID stall = rows.stall("A1");
        UUID other = new TraderRows(jdbc).stall("A1");
        assertThat(store.numbers(rows.id, List.of(stall, other))).isEqualTo(Map.of(stall, "A1"));
        assertThat(store.all(rows.id)).extracting(Stall::id).containsExactly(stall);
    }

    @Test
    void a_stall_is_found_by_the_beginning_of_its_number_in_the_units_asked_for() {
        var market = new TraderRows(jdbc, "05476", false);
        for (String number : List.of("K-10", "K-1", "B/7")) market.stall(number);
        new TraderRows(jdbc, "05476", true).stall("K-1");
        new TraderRows(jdbc, "05899", false).stall("K-1");
        var units = Set.of("05476");
        assertThat(store.search(units, false, "K1", 9))
                .extracting(Stalls.Hit::number)
                .containsExactly("K-1", "K-1", "K-10");
        assertThat(store.search(units, false, "K1", 9).getFirst())
                .isEqualTo(new Stalls.Hit(
                        market.code,
                        "Chợ " + market.code,
                        store.find(market.id, "K-1").orElseThrow().id(),
                        "K-1",
                        "Khu A",
                        true,
                        false));
        assertThat(store.search(units, true, "K1", 9))
                .as("invented ones for a demonstration account")
                .hasSize(1);
        assertThat(store.search(units, false, "7", 9)).isEmpty();
        assertThat(store.search(Set.of(), false, "K1", 9)).isEmpty();
    }
}
