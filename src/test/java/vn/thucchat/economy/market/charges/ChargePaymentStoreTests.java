package vn.thucchat.economy.market.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.economy.market.charges.ChargePaymentStore.Paid;
import vn.thucchat.testing.StoreTest;

@NullMarked
class ChargePaymentStoreTests extends StoreTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private ChargePaymentStore store;
    private ChargeStore charges;
    private ChargeRows rows;
    private UUID charge;

    @BeforeEach
    void market() {
        store = new ChargePaymentStore(jdbc);
        charges = new ChargeStore(jdbc);
        rows = new ChargeRows(jdbc);
        charge = rows.charge(rows.stall("A1"), rows.trader("Hoa"), MARCH);
    }

    @Test
    void who_pays_first_has_paid() {
        assertThat(store.lockPaid(charge)).isFalse();
        assertThat(store.pay(List.of(new Paid(charge, MARCH, "cashless")))).containsExactly(charge);
        assertThat(store.pay(List.of(new Paid(charge, MARCH.plusDays(1), "cash"))))
                .isEmpty();
        assertThat(store.lockPaid(charge)).isTrue();
        assertThat(charges.find(charge))
                .get()
                .matches(it -> MARCH.equals(it.paidOn()) && "cashless".equals(it.channel()));
    }

    @Test
    void what_was_called_off_is_not_paid() {
        assertThat(charges.cancel(rows.id, charge, MARCH)).as("premise").isTrue();
        UUID other = rows.charge(rows.stall("A2"), rows.trader("Lan"), MARCH);
        assertThat(store.pay(List.of(new Paid(charge, MARCH, "cash"), new Paid(other, MARCH, "cash"))))
                .containsExactly(other);
        assertThat(store.lockPaid(charge)).isFalse();
    }

    @Test
    void a_payment_taken_back_leaves_it_owed_and_it_can_be_paid_again() {
        rows.paid(charge, MARCH, "cash");
        store.unpay(charges.find(charge).orElseThrow());
        assertThat(charges.find(charge)).get().matches(Charge::open);
        assertThat(store.lockPaid(charge)).isFalse();
        assertThat(store.pay(List.of(new Paid(charge, MARCH, "cashless")))).hasSize(1);
    }

    @Test
    void money_comes_by_a_known_channel() {
        assertThatThrownBy(() -> rows.paid(charge, MARCH, "barter"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
