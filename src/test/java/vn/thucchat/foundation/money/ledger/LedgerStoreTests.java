package vn.thucchat.foundation.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;

@NullMarked
class LedgerStoreTests extends MoneyStoreTest {

    private LedgerStore store;

    @BeforeAll
    void store() {
        store = new LedgerStore(template());
    }

    @Test
    void balances_are_of_a_day_s_end_and_their_sum_is_nothing() {
        int account = account();
        store.book(List.of(
                transfer(account, NOON, "owed:TCAA", "income", 20_000, "ask"),
                transfer(account, NOON, "bank", "owed:TCAA", 15_000, "pay"),
                transfer(account, NOON.plus(Duration.ofDays(1)), "bank", "owed:TCAA", 5_000, "rest")));
        assertThat(store.balances(account, DAY))
                .containsExactly(new Ledger.Balance("bank", 15_000), new Ledger.Balance("income", -20_000));
        assertThat(store.owed(account, DAY)).isEqualTo(5_000);
        assertThat(store.owed(account, DAY.plusDays(1))).isZero();
        assertThat(store.balances(account, DAY.minusDays(1))).isEmpty();
        assertThat(store.balances(account(), DAY)).isEmpty();
        store.book(List.of(transfer(account, NOON, "out", "bank", 4_000, "out")));
        assertThat(store.atBanks(List.of(account, account()), DAY)).isEqualTo(Map.of(account, 11_000L));
        assertThat(store.atBanks(List.of(account), DAY.minusDays(1))).isEmpty();
    }

    @Test
    void an_entry_is_made_once_has_two_sides_and_an_amount() {
        int account = account();
        store.book(List.of());
        store.book(List.of(transfer(account, NOON, "bank", "suspense", 1, "once")));
        for (Transfer wrong : List.of(
                transfer(account, NOON, "bank", "suspense", 1, "once"),
                transfer(account, NOON, "bank", "bank", 1, "one side"),
                transfer(account, NOON, "bank", "suspense", 0, "nothing"),
                transfer(account, NOON, "bank", "suspense", -1, "less"),
                transfer(account, NOON, "bank", "pocket", 1, "pocket")))
            assertThatThrownBy(() -> store.book(List.of(wrong)))
                    .as(wrong.key())
                    .isInstanceOf(DataIntegrityViolationException.class);
        store.book(List.of(transfer(account(), NOON, "bank", "suspense", 1, "once")));
    }

    private static Transfer transfer(int account, Instant at, String debit, String credit, long amountVnd, String key) {
        return new Transfer(account, UUID.randomUUID(), at, debit, credit, amountVnd, key, null, null, "");
    }
}
