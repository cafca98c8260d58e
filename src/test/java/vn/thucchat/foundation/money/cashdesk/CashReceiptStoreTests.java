package vn.thucchat.foundation.money.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;

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

    @Test
    void receipts_are_found_by_number_code_and_account() {
        int account = account();
        CashReceipt first = taken(account, 1, NOON, UUID.randomUUID(), "TCB1");
        CashReceipt second = taken(account, 2, NOON.plusSeconds(1), UUID.randomUUID(), "TCB1");
        assertThat(store.ofAccount(account, 9)).containsExactly(second, first);
        String[] unit = jdbc.sql(
                        "SELECT ARRAY[unit, 'none'] FROM payments.account WHERE number = :number AND purpose = 'CHARGES'")
                .param("number", account)
                .query((row, number) -> (String[]) row.getArray(1).getArray())
                .single();
        assertThat(store.numbered(unit, false, first.year(), 1, 99))
                .contains(first)
                .doesNotContain(second);
        assertThat(store.numbered(new String[] {"none"}, false, first.year(), 1, 99))
                .isEmpty();
        assertThat(CashReceipt.number(" tm 2026.12")).contains(new CashReceipt.Numbered(2026, 12));
        assertThat(CashReceipt.number(first.printed())).contains(new CashReceipt.Numbered(first.year(), 1));
        assertThat(CashReceipt.number("TM2026")).isEmpty();
        assertThat(CashReceipt.number("TM-2026-9999999999")).isEmpty();
    }

    @Test
    void a_code_is_paid_in_cash_as_long_as_one_receipt_for_it_is_not_void() {
        int account = account();
        CashReceipt first = taken(account, 1, NOON, UUID.randomUUID(), "TCA1");
        CashReceipt second = taken(account, 2, NOON, UUID.randomUUID(), "TCA1");
        taken(account, 3, NOON, UUID.randomUUID(), "TCA2");
        assertThat(store.takenFor(List.of("TCA1", "TCA3"))).containsExactly("TCA1");
        store.voided(first, NOON, COLLECTOR, "nhầm sạp");
        assertThat(store.takenFor(List.of("TCA1"))).containsExactly("TCA1");
        store.voided(second, NOON, COLLECTOR, "nhầm sạp");
        assertThat(store.takenFor(List.of("TCA1", "TCA2"))).containsExactly("TCA2");
    }

    @Test
    void receipts_for_a_code_are_read_in_their_order_with_who_paid() {
        int account = account();
        CashReceipt second = taken(account, 1, NOON.plusSeconds(1), UUID.randomUUID(), "TCB1");
        CashReceipt first = taken(account, 2, NOON, UUID.randomUUID(), "TCB1");
        taken(account, 3, NOON, UUID.randomUUID(), "TCB2");
        assertThat(store.forCode("TCB1")).containsExactly(first, second);
        assertThat(store.forCode("TCB1")).extracting(CashReceipt::payer).containsOnly("Nguyễn Thị Bích");
    }

    private CashReceipt taken(int account, int number, Instant at, UUID key) {
        return taken(account, number, at, key, "TCFF");
    }

    private CashReceipt taken(int account, int number, Instant at, UUID key, String code) {
        var receipt = new CashReceipt(
                account,
                2026,
                number,
                UUID.randomUUID(),
                20_000,
                0,
                at,
                code,
                "Tiền thuê",
                "Thu",
                "Nguyễn Thị Bích",
                CashReceipt.Received.CASH,
                false,
                null);
        store.insert(receipt, COLLECTOR, key);
        return receipt;
    }
}
