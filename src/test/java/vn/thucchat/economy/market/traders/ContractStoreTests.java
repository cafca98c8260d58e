package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.testing.StoreTest;

@NullMarked
class ContractStoreTests extends StoreTest {

    private ContractStore store;
    private TraderRows rows;
    private UUID stall;
    private UUID trader;

    @BeforeEach
    void market() {
        store = new ContractStore(jdbc);
        rows = new TraderRows(jdbc);
        stall = rows.stall("A1");
        trader = rows.trader("Hoa");
    }

    @Test
    void two_at_a_time_at_one_stall_are_refused_by_the_table() {
        UUID first = rows.contract(stall, trader, DAY, DAY.plusDays(9));
        assertThatThrownBy(() -> rows.contract(stall, trader, DAY.plusDays(9), null))
                .as("the last day is a day of it")
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_contract_at_a_time");
        assertThatThrownBy(() -> rows.contract(stall, trader, DAY.minusDays(5), null))
                .isInstanceOf(DataIntegrityViolationException.class);
        rows.contract(stall, trader, DAY.plusDays(10), null);
        rows.contract(stall, trader, DAY.minusDays(5), DAY.minusDays(1));
        rows.contract(rows.stall("A2"), trader, DAY, null);
        assertThat(store.ofStall(rows.id, stall))
                .extracting(Contract::fromOn)
                .as("the latest first")
                .containsExactly(DAY.plusDays(10), DAY, DAY.minusDays(5));
        assertThat(store.ofTrader(rows.id, trader)).hasSize(4);
        assertThat(store.overlaps(rows.id, stall, first, DAY, DAY.plusDays(9)))
                .as("with itself alone")
                .isFalse();
    }

    @Test
    void an_overlap_is_told_up_to_its_edges() {
        rows.contract(stall, trader, DAY, DAY.plusDays(9));
        UUID other = TraderRows.id();
        assertThat(store.overlaps(rows.id, stall, other, DAY.plusDays(9), null)).isTrue();
        assertThat(store.overlaps(rows.id, stall, other, DAY.plusDays(10), null))
                .isFalse();
        assertThat(store.overlaps(rows.id, stall, other, DAY.minusDays(9), DAY)).isTrue();
        assertThat(store.overlaps(rows.id, stall, other, DAY.minusDays(9), DAY.minusDays(1)))
                .isFalse();
        assertThat(store.overlaps(rows.id, rows.stall("A2"), other, DAY, null)).isFalse();
    }

    @Test
    void one_ends_once_and_not_before_it_begins() {
        UUID contract = rows.contract(stall, trader, DAY, null);
        assertThat(store.end(rows.id, contract, DAY.minusDays(1))).isFalse();
        assertThat(store.end(new TraderRows(jdbc).id, contract, DAY))
                .as("elsewhere")
                .isFalse();
        assertThat(store.end(rows.id, contract, DAY)).isTrue();
        assertThat(store.end(rows.id, contract, DAY)).as("again").isFalse();
        assertThat(store.end(rows.id, contract, DAY.plusDays(1))).as("later").isFalse();
    }

    @Test
    void with_a_trader_end_all_that_go_on_and_those_to_come_on_their_first_day() {
        UUID other = rows.trader("Lan");
        rows.contract(stall, trader, DAY.minusDays(9), DAY.minusDays(1));
        rows.contract(stall, trader, DAY, null);
        UUID second = rows.stall("A2");
        rows.contract(second, trader, DAY.plusDays(5), DAY.plusDays(20));
        rows.contract(rows.stall("A3"), other, DAY, null);
        assertThat(store.endOfTrader(rows.id, trader, DAY)).isEqualTo(2);
        assertThat(store.ofTrader(rows.id, trader))
                .extracting(Contract::toOn)
                .containsExactly(DAY.plusDays(5), DAY, DAY.minusDays(1));
        assertThat(store.ofTrader(rows.id, other)).singleElement().matches(it -> it.toOn() == null);
        assertThat(store.endOfTrader(rows.id, trader, DAY.plusDays(5))).isZero();
    }

    @Test
    void in_force_is_what_has_not_ended_before_the_day_also_what_is_to_come() {
        rows.contract(stall, trader, DAY.minusDays(9), DAY);
        rows.contract(stall, trader, DAY.plusDays(30), null);
        assertThat(store.inForce(rows.id, DAY)).hasSize(2).first().matches(it -> DAY.equals(it.toOn()));
        assertThat(store.inForce(rows.id, DAY.plusDays(1))).hasSize(1);
        assertThat(store.inForce(new TraderRows(jdbc).id, DAY)).isEmpty();
    }
}
