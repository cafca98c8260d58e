package vn.thucchat.economy.market.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.testing.StoreTest;

@NullMarked
class MarketStoreTests extends StoreTest {

    private MarketStore store() {
        return new MarketStore(jdbc);
    }

    @Test
    void a_code_is_taken_once() {
        Market there = store().find(new TraderRows(jdbc).id).orElseThrow();
        Market again = new Market(
                TraderRows.id(), there.code(), "Khác", there.unit(), null, "", null, null, DAY, null, false, 1);
        assertThat(store().insert(again)).isFalse();
        assertThat(store().find(there.code())).contains(there);
        assertThat(store().find(again.id())).isEmpty();
    }

    @Test
    void of_two_who_saw_the_same_version_one_changes_it() {
        Market seen = store().find(new TraderRows(jdbc).id).orElseThrow();
        assertThat(store().update(seen.withClosed(DAY))).isTrue();
        assertThat(store().update(seen.withCharges(9))).isFalse();
        Market now = store().find(seen.id()).orElseThrow();
        assertThat(now.closedOn()).isEqualTo(DAY);
        assertThat(now.chargesAccount()).isNull();
        assertThat(now.version()).isEqualTo(seen.version() + 1);
    }

    @Test
    void a_page_is_of_the_units_asked_for_after_the_code_and_no_longer_than_its_limit() {
        var here = new TraderRows(jdbc, "05440", false);
        var elsewhere = new TraderRows(jdbc, "05467", false);
        var last = new TraderRows(jdbc, "05440", true);
        var units = List.of("05440");
        assertThat(store().page(units, "", "", 9)).extracting(Market::code).containsExactly(here.code, last.code);
        assertThat(store().page(units, "", here.code, 9))
                .extracting(Market::code)
                .containsExactly(last.code);
        assertThat(store().page(units, "", "", 1)).extracting(Market::code).containsExactly(here.code);
        assertThat(store().page(List.of(), "", "", 9)).as("who reaches nothing").isEmpty();
        assertThat(store().page(null, elsewhere.code, "", 9))
                .extracting(Market::code)
                .containsExactly(elsewhere.code);
    }

    @Test
    void markets_come_in_the_order_of_vietnamese_names_page_by_page() {
        List<String> names = List.of("Chợ Ba Hàng", "Chợ Bách Quang", "Chợ Dân Tiến", "Chợ Đán", "Chợ Đồng Quang");
        for (String name : List.of(names.get(3), names.get(1), names.get(4), names.get(0), names.get(2))) {
            var rows = new TraderRows(jdbc, "05470", false);
            jdbc.sql("UPDATE market.market SET name = :name WHERE code = :code")
                    .param("name", name)
                    .param("code", rows.code)
                    .update();
        }
        var listed = new java.util.ArrayList<String>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            var found = store().page(List.of("05470"), "", after, 2);
            found.forEach(market -> listed.add(market.name()));
            after = found.getLast().code();
        }
        assertThat(listed).isEqualTo(names);
        assertThat(store().page(List.of("05470"), "", after, 2)).isEmpty();
        assertThat(store().page(List.of("05470"), "", "khong-con", 1))
                .as("after a market that is not there any more")
                .extracting(Market::name)
                .containsExactly("Chợ Ba Hàng");
    }

    @Test
    void what_was_closed_ended_or_left_is_not_counted() {
        var rows = new TraderRows(jdbc);
        UUID trader = rows.trader("Hoa");
        UUID gone = rows.trader("Lan");
        UUID open = rows.stall("A1");
        UUID closed = rows.stall("A2");
        rows.acceptance(open, trader, 1, DAY);
        rows.acceptance(open, trader, 2, DAY);
        rows.acceptance(closed, trader, 3, DAY);
        assertThat(counts(rows)).as("premise").isEqualTo(new Market.Counts(2, 2, 2));

        jdbc.sql("UPDATE market.stall SET closed_on = opened_on WHERE id = :id")
                .param("id", closed)
                .update();
        rows.leave(gone, DAY);
        assertThat(counts(rows)).isEqualTo(new Market.Counts(1, 1, 1));
        assertThat(store().zones(rows.id))
                .singleElement()
                .extracting(Zone::stalls)
                .isEqualTo(1);
        assertThat(store().counts(List.of(TraderRows.id()))).isEmpty();
    }

    private Market.Counts counts(TraderRows rows) {
        return java.util.Objects.requireNonNull(store().counts(List.of(rows.id)).get(rows.id));
    }

    @Test
    void markets_that_share_an_account_are_named_to_each_other() {
        var one = new TraderRows(jdbc);
        var two = new TraderRows(jdbc);
        var three = new TraderRows(jdbc);
        for (TraderRows rows : List.of(one, two))
            assertThat(store().update(store().find(rows.id).orElseThrow().withCharges(77)))
                    .isTrue();
        assertThat(store().sharing(one.id, List.of(77))).containsExactly("Chợ " + two.code);
        assertThat(store().sharing(three.id, List.of(76))).isEmpty();
        assertThat(store().namesByAccount(List.of(76, 77)).keySet()).containsExactly(77);
        assertThat(store().namesByAccount().get(77)).contains("Chợ " + one.code);
        assertThat(store().namesByAccount(List.of(77)).get(77)).contains("Chợ " + one.code, "Chợ " + two.code);
    }

    @Test
    void zones_come_in_the_order_they_were_made_and_a_name_once() {
        var rows = new TraderRows(jdbc);
        var fresh = List.of(
                new Zone(rows.id, TraderRows.id(), "Khu C", 0, 0),
                new Zone(rows.id, TraderRows.id(), "Khu A", 0, 0),
                new Zone(rows.id, TraderRows.id(), "Khu B", 0, 0));
        assertThat(store().insertZones(rows.id, fresh)).isEqualTo(2);
        assertThat(store().zones(rows.id)).extracting(Zone::name).containsExactly("Khu A", "Khu C", "Khu B");
        assertThat(store().renameZone(rows.id, rows.zone, "Khu D")).isTrue();
        assertThat(store().renameZone(new TraderRows(jdbc).id, rows.zone, "Khu E"))
                .as("of another market")
                .isFalse();
    }

    @Test
    void markets_are_named_by_their_codes_as_far_as_they_are_known() {
        Market there = store().find(new TraderRows(jdbc).id).orElseThrow();
        assertThat(store().names(List.of(there.code(), "cho-khong-co")))
                .containsOnly(Map.entry(there.code(), there.name()));
    }

    @Test
    void who_holds_a_market_makes_others_wait() throws Exception {
        var rows = new TraderRows(jdbc);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            transactions.executeWithoutResult(_ -> {
                store().lock(rows.id);
                var waiting = other.submit(() -> transactions.execute(_ -> {
                    jdbc.sql("SET LOCAL lock_timeout = '50ms'").update();
                    store().lock(rows.id);
                    return true;
                }));
                assertThatThrownBy(waiting::get).hasMessageContaining("lock timeout");
            });
        }
        assertThatThrownBy(() -> store().lock(TraderRows.id())).isInstanceOf(EmptyResultDataAccessException.class);
    }
}
