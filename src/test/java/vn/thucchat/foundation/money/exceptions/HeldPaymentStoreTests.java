package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class HeldPaymentStoreTests extends MoneyStoreTest {

    private static final UnitCode HELD = new UnitCode("05440");
    private static final byte[] SEALED = {1, 2, 3};

    private HeldPaymentStore store;

    @BeforeAll
    void store() {
        store = new HeldPaymentStore(jdbc);
    }

    private static HeldPayment held(@Nullable Integer account, String id) {
        return new HeldPayment(
                new UUID(1, id.hashCode()),
                HELD,
                HeldPayment.Reason.UNKNOWN_ACCOUNT,
                new HeldPayment.Said(
                        "sepay-1",
                        List.of("VA1", "1"),
                        "VCB",
                        Movement.Source.SEPAY,
                        id,
                        true,
                        15_000,
                        NOON,
                        DAY,
                        "FT1"),
                account,
                null,
                false,
                NOON,
                null,
                1);
    }

    @Test
    void a_message_is_held_once_and_decided_once() {
        HeldPayment payment = held(null, "17");
        assertThat(store.hold(payment, SEALED)).isTrue();
        assertThat(store.hold(
                        new HeldPayment(
                                UUID.randomUUID(),
                                HELD,
                                payment.reason(),
                                payment.said(),
                                null,
                                null,
                                false,
                                NOON,
                                null,
                                1),
                        SEALED))
                .as("sent again")
                .isFalse();
        assertThat(store.hold(held(account(), "18"), SEALED)).isTrue();
        assertThat(store.find(payment.id())).contains(payment);
        assertThat(store.waiting(List.of(-1), DAY, DAY)).isEqualTo(new Payments.Total(0, 0));
        assertThat(store.open(new String[] {HELD.value()}, false, HeldPayments.FIRST, 1))
                .hasSize(1);
        assertThat(store.open(new String[] {HELD.value()}, true, HeldPayments.FIRST, 1))
                .as("real")
                .isEmpty();
        assertThat(store.open(new String[] {"05443"}, false, HeldPayments.FIRST, 9))
                .isEmpty();
        assertThat(store.sealed(payment)).contains(SEALED);

        var decided = new HeldPayment.Decided(
                HeldPayment.Decision.REJECTED, "Không phải của đơn vị", NOON, UUID.randomUUID(), null);
        assertThat(store.forget(NOON.plusSeconds(1))).as("nobody has decided").isZero();
        assertThat(store.decide(payment, decided, null)).isTrue();
        assertThat(store.decide(payment, decided, null)).isFalse();
        assertThat(store.find(payment.id()).orElseThrow().decided()).isEqualTo(decided);
        assertThat(store.forget(NOON)).isZero();
        assertThat(store.forget(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(store.sealed(payment)).isEmpty();
    }
}
