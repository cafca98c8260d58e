package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.testing.StoreTest;

@NullMarked
class SaleStoreTests extends StoreTest {

    @Test
    void a_sale_is_known_by_its_id_with_where_it_was_made() {
        var store = new SaleStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        UUID sale = TraderRows.id();
        UUID other = TraderRows.id();
        store.insert(rows.id, sale, stall);
        assertThat(store.find(sale)).contains(new SaleStore.Place(rows.id, stall));
        assertThat(store.find(other)).isEmpty();
        assertThat(store.stalls(List.of(sale, other))).isEqualTo(Map.of(sale, stall));
        assertThat(store.stalls(List.of())).isEmpty();
    }

    @Test
    void it_is_made_once_at_a_stall_of_its_own_market() {
        var store = new SaleStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        UUID sale = TraderRows.id();
        store.insert(rows.id, sale, stall);
        assertThatThrownBy(() -> store.insert(rows.id, sale, stall)).isInstanceOf(DuplicateKeyException.class);
        UUID elsewhere = new TraderRows(jdbc).stall("A1");
        assertThatThrownBy(() -> store.insert(rows.id, TraderRows.id(), elsewhere))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
