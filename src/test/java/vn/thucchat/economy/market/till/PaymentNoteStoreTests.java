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
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Notes stay in the order in which they were written, each at its own payment. */
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
        UUID key = TraderRows.id();
        store.add(rows.id, stall, payment, key, note(first, "rau sáng"), Actor.PLATFORM);
        store.add(rows.id, stall, payment, TraderRows.id(), note(second, "rau chiều"), Actor.PLATFORM);
        store.add(rows.id, stall, TraderRows.id(), key, note(TraderRows.id(), "khác"), Actor.PLATFORM);
        assertThat(store.sent(rows.id, payment, key)).map(PaymentNote::id).contains(first);
        assertThat(store.sent(rows.id, payment, TraderRows.id())).isEmpty();
        assertThat(store.of(rows.id, payment, 10)).extracting(PaymentNote::id).containsExactly(first, second);
        assertThat(store.of(rows.id, payment, 1)).hasSize(1);
        assertThat(store.first(rows.id, payment))
                .contains(new PaymentNoteStore.Writer(stall, Actor.PLATFORM.account()));
        store.add(rows.id, rows.stall("A2"), payment, TraderRows.id(), note(TraderRows.id(), "chuyển"), Actor.PLATFORM);
        assertThat(store.of(rows.id, payment, 10))
                .as("also what was written when the account was another stall's")
                .hasSize(3);
        assertThat(store.first(rows.id, payment))
                .map(PaymentNoteStore.Writer::stall)
                .contains(stall);
        assertThat(store.first(rows.id, TraderRows.id())).isEmpty();
    }

    @Test
    void a_note_has_words_and_a_stall_of_its_own_market_and_is_never_changed() {
        var store = new PaymentNoteStore(jdbc);
        var rows = new TraderRows(jdbc);
        UUID stall = rows.stall("A1");
        UUID payment = TraderRows.id();
        UUID key = TraderRows.id();
        assertThatThrownBy(() -> store.add(rows.id, stall, payment, key, note(TraderRows.id(), ""), Actor.PLATFORM))
                .isInstanceOf(DataIntegrityViolationException.class);
        UUID elsewhere = new TraderRows(jdbc).stall("A1");
        assertThatThrownBy(
                        () -> store.add(rows.id, elsewhere, payment, key, note(TraderRows.id(), "x"), Actor.PLATFORM))
                .isInstanceOf(DataIntegrityViolationException.class);
        store.add(rows.id, stall, payment, key, note(TraderRows.id(), "x"), Actor.PLATFORM);
        assertThatThrownBy(() -> store.add(rows.id, stall, payment, key, note(TraderRows.id(), "x"), Actor.PLATFORM))
                .as("a key is of one note of the payment")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE market.payment_note SET text = 'y'").update())
                .hasMessageContaining("append");
    }

    private static PaymentNote note(UUID id, String text) {
        return new PaymentNote(id, PaymentNote.Kind.NOTE, text, NOW, "Bích");
    }
}
