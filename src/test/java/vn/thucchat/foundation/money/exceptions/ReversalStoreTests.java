package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;
import vn.thucchat.foundation.money.payments.Movement;

@NullMarked
class ReversalStoreTests extends MoneyStoreTest {

    private ReversalStore store;

    @BeforeAll
    void store() {
        store = new ReversalStore(jdbc);
    }

    @Test
    void what_came_in_is_found_by_any_of_its_references_and_its_amount() {
        int account = account();
        Movement first = moved(account, aMovement().of(20_000).referring("FT1"));
        Movement second = moved(account, aMovement().of(20_000).from(Movement.Source.SEPAY, "17"));
        moved(account, aMovement().of(20_000).referring("FT1").out());
        moved(account(), aMovement().of(20_000).referring("FT1"));
        jdbc.sql("""
                        INSERT INTO payments.told (number, told_at, account, source, source_id, reference)
                        VALUES (:number, '2022-01-01T00:00Z', :account, 'CASSO', '18', 'FT2')""").param("number", second.number()).param("account", account).update();
        assertThat(store.byReference(account, 20_000, List.of("FT1"), DAY.minusDays(9), DAY))
                .containsExactly(first);
        assertThat(store.byReference(account, 20_000, List.of("FT2"), DAY.minusDays(9), DAY))
                .containsExactly(second);
        assertThat(store.byReference(account, 20_000, List.of("FT1", "FT2"), DAY.minusDays(9), DAY))
                .containsExactly(first, second);
        assertThat(store.byReference(account, 19_999, List.of("FT1", "FT2"), DAY.minusDays(9), DAY))
                .isEmpty();
        assertThat(store.byReference(account, 20_000, List.of("FT1", "FT2"), DAY.minusDays(9), DAY.minusDays(1)))
                .isEmpty();
    }

    @Test
    void what_came_in_is_found_by_its_code_on_some_days() {
        int account = account();
        Movement named = moved(account, aMovement().of(20_000).naming("TCR1"));
        moved(account, aMovement().of(20_000).naming("TCR2"));
        assertThat(store.byCode(account, 20_000, List.of("TCR1", "TCR9"), DAY, DAY))
                .containsExactly(named);
        assertThat(store.byCode(account, 20_000, List.of("TCR1"), DAY.plusDays(1), DAY.plusDays(9)))
                .isEmpty();
        assertThat(store.byCode(account, 20_001, List.of("TCR1"), DAY, DAY)).isEmpty();
    }

    @Test
    void a_payment_is_given_back_once_and_then_no_more_found() {
        int account = account();
        Movement payment =
                moved(account, aMovement().of(20_000).referring("FT1").naming("TCR1"));
        Movement back = moved(account, aMovement().of(20_000).referring("FT7").out());
        assertThat(store.giveBack(payment, back.number(), NOON)).isTrue();
        assertThat(store.giveBack(payment, back.number(), NOON)).isFalse();
        assertThat(new PaymentExceptionStore(jdbc).find(account, payment.number()))
                .get()
                .satisfies(finding -> {
                    assertThat(finding.decision()).isEqualTo(PaymentException.Decision.REFUNDED);
                    assertThat(finding.refundVnd()).isEqualTo(20_000);
                    assertThat(finding.returned()).isEqualTo(back.number());
                });
        assertThat(store.byReference(account, 20_000, List.of("FT1"), DAY.minusDays(9), DAY))
                .isEmpty();
        assertThat(store.byCode(account, 20_000, List.of("TCR1"), DAY, DAY)).isEmpty();
    }
}
