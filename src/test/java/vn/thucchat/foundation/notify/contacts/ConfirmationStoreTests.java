package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Codes are counted by account and by address, and the last one alone is good. */
@NullMarked
class ConfirmationStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));
    private static final String MARK =
            new Seal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").mark("an@example.vn", "notify.address");

    private final UUID account = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();

    @Test
    void the_last_code_is_good_for_so_many_looks_and_once() {
        var store = new ConfirmationStore(jdbc);
        UUID first = new UUID(1, 1);
        UUID last = new UUID(1, 2);
        store.insert(account, first, contact, MARK, NOW, LATER);
        store.insert(account, last, contact, MARK, NOW, LATER);
        assertThat(store.current(account, contact, NOW)).contains(last);
        assertThat(store.look(account, contact, NOW, 2)).contains(last);
        assertThat(store.look(account, contact, LATER, 2)).as("over").isEmpty();
        assertThat(store.look(account, contact, NOW, 2)).contains(last);
        assertThat(store.look(account, contact, NOW, 2)).as("spent").isEmpty();
        store.use(account, last, NOW);
        assertThat(store.current(account, contact, NOW)).isEmpty();
    }

    @Test
    void what_was_sent_is_counted_by_account_and_by_address() {
        var store = new ConfirmationStore(jdbc);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        String mark = MARK.replace(MARK.charAt(0), 'Z');
        store.insert(one, UUID.randomUUID(), contact, mark, NOW, LATER);
        store.insert(other, UUID.randomUUID(), UUID.randomUUID(), mark, NOW.plusSeconds(1), LATER);
        assertThat(store.sent(one, contact, mark, NOW.minusSeconds(1)))
                .isEqualTo(new ConfirmationStore.Sent(1, 2, NOW));
        assertThat(store.sent(one, contact, mark, NOW)).isEqualTo(new ConfirmationStore.Sent(0, 1, NOW));
        transactions.executeWithoutResult(_ -> store.lock(one));
    }
}
