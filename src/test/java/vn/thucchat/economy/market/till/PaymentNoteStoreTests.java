package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Notes stay in the order in which they were written, each at the payment of its own stall. */
@NullMarked
class PaymentNoteStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void notes_of_a_payment_are_read_in_order_and_no_others() {
        var store = new PaymentNoteStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        UUID payment = TraderRows.id();
        UUID first = TraderRows.id();
        UUID second = TraderRows.id();
        store.add(rows.id, first, stall, payment, PaymentNote.Kind.NOTE, "rau sáng", NOW, Actor.PLATFORM);
        store.add(rows.id, second, stall, payment, PaymentNote.Kind.REFUND_ASKED, "", NOW, Actor.PLATFORM);
        store.add(rows.id, TraderRows.id(), stall, TraderRows.id(), PaymentNote.Kind.NOTE, "khác", NOW, Actor.PLATFORM);
        assertThat(store.of(rows.id, stall, payment, 10))
                .extracting(PaymentNote::id)
                .containsExactly(first, second);
        assertThat(store.of(rows.id, stall, payment, 1)).hasSize(1);
        assertThat(store.of(rows.id, rows.stall("A2"), payment, 10))
                .as("another stall")
                .isEmpty();
    }

    @Test
    void a_note_has_words_and_a_stall_of_its_own_market_and_is_never_changed() {
        var store = new PaymentNoteStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        UUID payment = TraderRows.id();
        assertThatThrownBy(() -> store.add(
                        rows.id, TraderRows.id(), stall, payment, PaymentNote.Kind.NOTE, "", NOW, Actor.PLATFORM))
                .isInstanceOf(DataIntegrityViolationException.class);
        UUID elsewhere = new TraderRows(jdbc).stall("A1");
        assertThatThrownBy(() -> store.add(
                        rows.id, TraderRows.id(), elsewhere, payment, PaymentNote.Kind.NOTE, "x", NOW, Actor.PLATFORM))
                .isInstanceOf(DataIntegrityViolationException.class);
        store.add(rows.id, TraderRows.id(), stall, payment, PaymentNote.Kind.NOTE, "x", NOW, Actor.PLATFORM);
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE market.payment_note SET text = 'y'").update())
                .hasMessageContaining("append");
    }
}
