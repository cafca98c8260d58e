package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@NullMarked
class CashReceiptStoreTests extends MoneyStoreTest {

    private static final UUID COLLECTOR = UUID.randomUUID();

    private CashReceiptStore store;

    @BeforeAll
    void store() {
        store = new CashReceiptStore(jdbc);
    }

    @Test
    void receipts_of_an_account_and_year_are_numbered_from_one() {
        int account = account();
        assertThat(store.next(account, 2026)).isEqualTo(1);
        assertThat(store.next(account, 2026)).isEqualTo(2);
        assertThat(store.next(account, 2027)).isEqualTo(1);
        assertThat(store.next(account(), 2026)).isEqualTo(1);
    }

    @Test
    void a_form_makes_one_receipt_and_a_receipt_is_voided_once() {
        int account = account();
        UUID key = UUID.randomUUID();
        CashReceipt receipt = taken(account, 1, NOON, key);
        assertThat(store.find(receipt.id())).contains(receipt);
        assertThat(store.find(account, key)).contains(receipt);
        assertThat(store.find(account(), key)).isEmpty();
        assertThatThrownBy(() -> taken(account, 2, NOON, key)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> taken(account, 1, NOON, UUID.randomUUID())).isInstanceOf(DuplicateKeyException.class);
        CashReceipt later = taken(account, 2, NOON.plusSeconds(1), UUID.randomUUID());
        assertThat(store.latest(COLLECTOR, 10)).containsSubsequence(later, receipt);
        assertThat(store.latest(UUID.randomUUID(), 10)).isEmpty();

        assertThat(store.voided(receipt, NOON, COLLECTOR, "nhầm sạp")).isTrue();
        assertThat(store.voided(receipt, NOON, COLLECTOR, "lần nữa")).isFalse();
        assertThat(store.find(receipt.id()).orElseThrow().voided()).isEqualTo(new CashReceipt.Voided(NOON, "nhầm sạp"));
    }

    private CashReceipt taken(int account, int number, Instant at, UUID key) {
        var receipt = new CashReceipt(
                account, 2026, number, UUID.randomUUID(), 20_000, 0, at, "TCFF", "Tiền thuê", "Thu", false, null);
        store.insert(receipt, COLLECTOR, key);
        return receipt;
    }
}
