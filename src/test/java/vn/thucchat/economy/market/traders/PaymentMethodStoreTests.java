package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.testing.StoreTest;

@NullMarked
class PaymentMethodStoreTests extends StoreTest {

    private static final AtomicInteger ACCOUNT = new AtomicInteger(100);

    private int account;
    private PaymentMethodStore store;
    private TraderRows rows;
    private UUID stall;
    private UUID trader;

    @BeforeEach
    void market() {
        store = new PaymentMethodStore(jdbc);
        rows = new TraderRows(jdbc);
        stall = rows.stall("A1");
        trader = rows.trader("Hoa");
        account = ACCOUNT.incrementAndGet();
    }

    @Test
    void one_ends_once_and_not_before_it_began() {
        UUID way = rows.acceptance(stall, trader, account, DAY);
        UUID wallet = rows.acceptance(stall, trader, null, DAY);
        assertThat(store.end(new TraderRows(jdbc).id, List.of(way), DAY))
                .as("elsewhere")
                .isZero();
        assertThat(store.end(rows.id, List.of(way), DAY.minusDays(9))).isEqualTo(1);
        assertThat(store.end(rows.id, List.of(way), DAY)).as("again").isZero();
        assertThat(store.find(way)).get().extracting(PaymentMethod::toOn).isEqualTo(DAY);
        assertThat(store.open(rows.id)).extracting(PaymentMethod::id).containsExactly(wallet);
        assertThat(store.ofStall(rows.id, stall))
                .extracting(PaymentMethod::id)
                .as("those in use first")
                .containsExactly(wallet, way);
    }

    @Test
    void of_two_stalls_with_one_account_the_day_s_money_is_of_the_one_that_had_it_last() {
        UUID second = rows.stall("A2");
        UUID way = rows.acceptance(stall, trader, account, DAY);
        rows.acceptance(second, trader, account, DAY.plusDays(5));
        store.end(rows.id, List.of(way), DAY.plusDays(9));
        assertThat(store.on(rows.id, DAY.minusDays(1))).isEmpty();
        assertThat(store.on(rows.id, DAY)).isEqualTo(Map.of(account, stall));
        assertThat(store.on(rows.id, DAY.plusDays(4))).isEqualTo(Map.of(account, stall));
        assertThat(store.on(rows.id, DAY.plusDays(5))).isEqualTo(Map.of(account, second));
        assertThat(store.on(new TraderRows(jdbc).id, DAY)).isEmpty();
    }

    @Test
    void an_account_tells_all_its_stalls_the_latest_first_also_those_of_earlier() {
        UUID way = rows.acceptance(stall, trader, account, DAY);
        rows.acceptance(rows.stall("A2"), trader, account, DAY.plusDays(1));
        store.end(rows.id, List.of(way), DAY);
        assertThat(store.served(List.of(account)))
                .extracting(StallAccount::number)
                .containsExactly("A2", "A1");
        assertThat(store.served(List.of(account + 1_000_000))).isEmpty();
    }

    @Test
    void a_person_sees_the_open_accounts_of_the_own_stalls_until_leaving() {
        UUID person = UUID.randomUUID();
        UUID own = rows.signingIn("Lan", person);
        UUID ended = rows.acceptance(stall, own, account, DAY);
        rows.acceptance(rows.stall("A10"), own, account, DAY);
        rows.acceptance(rows.stall("A2"), own, account, DAY);
        rows.acceptance(rows.stall("A3"), own, null, DAY);
        rows.acceptance(rows.stall("A4"), trader, account, DAY);
        store.end(rows.id, List.of(ended), DAY);
        assertThat(store.served(person)).extracting(StallAccount::number).containsExactly("A2", "A10");
        assertThat(store.served(UUID.randomUUID())).isEmpty();
        rows.leave(own, DAY);
        assertThat(store.served(person)).isEmpty();
    }

    @Test
    void a_person_goes_on_knowing_where_the_own_money_came_with_its_days() {
        UUID person = UUID.randomUUID();
        UUID own = rows.signingIn("Lan", person);
        UUID ended = rows.acceptance(stall, own, account, DAY);
        store.end(rows.id, List.of(ended), DAY.plusDays(9));
        rows.acceptance(stall, own, account + 500_000, DAY.plusDays(5));
        rows.acceptance(stall, own, null, DAY);
        rows.acceptance(stall, trader, account, DAY);
        rows.leave(own, DAY.plusDays(20));
        UUID again = rows.signingIn("Lan", person);
        rows.acceptance(rows.stall("A2"), again, account, DAY.plusDays(30));
        assertThat(store.everServed(person))
                .extracting(StallAccount::number, StallAccount::account, StallAccount::fromOn, StallAccount::toOn)
                .containsExactly(
                        tuple("A1", account + 500_000, DAY.plusDays(5), null),
                        tuple("A1", account, DAY, DAY.plusDays(9)),
                        tuple("A2", account, DAY.plusDays(30), null));
        assertThat(store.everServed(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_sign_is_found_by_its_mark_and_a_vietqr_has_an_account() {
        UUID way = rows.acceptance(stall, trader, account, DAY);
        jdbc.sql("UPDATE market.acceptance SET mark = 'ZZZZZ9' WHERE id = :id")
                .param("id", way)
                .update();
        assertThat(store.marked("ZZZZZ9")).extracting(PaymentMethod::id).containsExactly(way);
        assertThat(store.marked("ZZZZZ8")).isEmpty();
        var bare = new PaymentMethod(
                rows.id,
                TraderRows.id(),
                stall,
                trader,
                PaymentMethod.Kind.VIETQR,
                "970436",
                null,
                "B",
                "ABCDEF",
                DAY,
                null);
        assertThatThrownBy(() -> store.insert(rows.id, List.of(bare)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
