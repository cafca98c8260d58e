package vn.thucchat.foundation.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** "The last time" is the visit before this one, however often this one is loaded. */
@NullMarked
class BriefStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    private BriefStore store;

    @BeforeAll
    void wire() {
        store = new BriefStore(jdbc);
    }

    @Test
    void loading_a_page_again_is_one_visit_and_coming_back_another() {
        UUID account = UUID.randomUUID();
        assertThat(store.find(account)).isEmpty();
        Instant week = NOW.minus(7, ChronoUnit.DAYS);
        read(account, NOW);
        assertThat(store.find(account)).contains(new BriefStore.Visit(NOW, week));
        read(account, NOW.plusSeconds(60));
        assertThat(store.find(account)).as("the same visit").contains(new BriefStore.Visit(NOW, week));
        Instant later = NOW.plus(2, ChronoUnit.HOURS);
        read(account, later);
        assertThat(store.find(account)).contains(new BriefStore.Visit(later, NOW));
    }

    private void read(UUID account, Instant at) {
        store.seen(account, at, at.minus(7, ChronoUnit.DAYS), at.minus(30, ChronoUnit.MINUTES));
    }
}
