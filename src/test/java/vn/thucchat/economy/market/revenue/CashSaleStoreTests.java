package vn.thucchat.economy.market.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.economy.market.revenue.CashSaleStore.Owner;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.testing.StoreTest;

@NullMarked
class CashSaleStoreTests extends StoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final Instant NOON = Instant.parse("2026-11-28T05:00:00Z");
    private static final CashSaleStore.Place START =
            new CashSaleStore.Place(DAY.plusDays(1), Instant.EPOCH, new UUID(0, 0));

    @Test
    void a_key_counts_once_and_what_is_taken_back_counts_no_more() {
        var store = new CashSaleStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        var owner = new Owner(rows.id, rows.trader("Hoa"));
        UUID key = TraderRows.id();
        UUID first = TraderRows.id();
        assertThat(store.add(owner, first, stall, key, DAY, NOON, 35_000)).isTrue();
        assertThat(store.add(owner, TraderRows.id(), stall, key, DAY, NOON, 35_000))
                .as("sent twice")
                .isFalse();
        assertThat(store.find(owner, stall, key)).contains(new CashSaleStore.Recorded(first, 35_000));
        UUID second = TraderRows.id();
        store.add(owner, second, stall, TraderRows.id(), DAY, NOON.plusSeconds(1), 20_000);
        store.add(owner, TraderRows.id(), stall, TraderRows.id(), DAY.plusDays(1), NOON, 5_000);
        assertThat(store.byDay(owner, DAY, DAY.plusDays(1)))
                .containsExactly(
                        new CashSaleStore.OfDay(DAY, 2, 55_000), new CashSaleStore.OfDay(DAY.plusDays(1), 1, 5_000));

        assertThat(store.takeBack(owner, TraderRows.id(), second, NOON)).isTrue();
        assertThat(store.takeBack(owner, TraderRows.id(), second, NOON))
                .as("once")
                .isFalse();
        assertThat(store.byDay(owner, DAY, DAY)).containsExactly(new CashSaleStore.OfDay(DAY, 1, 35_000));
        assertThat(store.of(owner, DAY, DAY, START, 10))
                .containsExactly(
                        new CashSale(second, stall, DAY, NOON.plusSeconds(1), 20_000, true),
                        new CashSale(first, stall, DAY, NOON, 35_000, false));
        assertThat(store.of(owner, DAY, DAY, START, 1)).hasSize(1);
        assertThat(store.of(owner, DAY, DAY, new CashSaleStore.Place(DAY, NOON.plusSeconds(1), second), 10))
                .extracting(CashSale::id)
                .containsExactly(first);
        assertThat(store.find(owner, first)).isPresent();
    }

    @Test
    void another_trader_of_the_stall_neither_sees_nor_takes_back() {
        var store = new CashSaleStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        var owner = new Owner(rows.id, rows.trader("Hoa"));
        var next = new Owner(rows.id, rows.trader("Lan"));
        UUID entry = TraderRows.id();
        UUID key = TraderRows.id();
        store.add(owner, entry, stall, key, DAY, NOON, 35_000);
        assertThat(store.find(next, entry)).isEmpty();
        assertThat(store.find(next, stall, key)).isEmpty();
        assertThat(store.takeBack(next, TraderRows.id(), entry, NOON)).isFalse();
        assertThat(store.byDay(next, DAY, DAY)).isEmpty();
        assertThat(store.of(next, DAY, DAY, START, 10)).isEmpty();
    }
}
