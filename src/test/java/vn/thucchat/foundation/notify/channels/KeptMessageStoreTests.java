package vn.thucchat.foundation.notify.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class KeptMessageStoreTests extends StoreTest {

    private static final UUID LAST = new UUID(-1, -1);
    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void a_message_is_kept_once_and_forgotten_when_it_is_old() {
        var store = new KeptMessageStore(jdbc);
        UUID account = UUID.randomUUID();
        var message = new KeptMessages.Kept(
                account, UUID.randomUUID(), Medium.EMAIL, "a•••@example.vn", "Việc đến hạn", "Còn 3 việc", NOW);
        store.insert(message);
        store.insert(message);
        assertThat(store.list(LAST, 50)).containsOnlyOnce(message);
        store.forget(account, NOW);
        assertThat(store.list(LAST, 50)).contains(message);
        store.forget(account, NOW.plusSeconds(1));
        assertThat(store.list(LAST, 50)).doesNotContain(message);
    }
}
