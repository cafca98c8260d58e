package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Addresses are opened where there is a key, and have one holder whatever happens at once. */
@NullMarked
class ContactStoreTests extends StoreTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String LOST = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    private final UUID person = UUID.randomUUID();

    @Test
    void what_a_lost_key_sealed_is_left_out_and_said_once() {
        var before = new ContactStore(jdbc, new Seal(LOST));
        var store = new ContactStore(jdbc, new Seal(KEY));
        UUID lost = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        before.insert(person, lost, AddressKind.EMAIL, "an@example.vn", NOW);
        before.verify(person, lost, NOW);
        assertThat(before.confirmed(person)).as("premise: it can be opened").hasSize(1);
        store.insert(person, kept, AddressKind.EMAIL, "binh@example.vn", NOW);
        store.verify(person, kept, NOW);
        assertThat(store.list(person)).extracting(Contact::id).containsExactly(kept);
        assertThat(store.confirmed(person)).extracting(Contact::address).containsExactly("binh@example.vn");
        assertThat(store.find(person, lost)).isEmpty();
        assertThat(store.tellLostKeys(NOW)).hasSize(1);
        assertThat(store.tellLostKeys(NOW)).as("again").isEmpty();
    }

    @Test
    void an_address_is_lost_once_and_found_by_its_mark_while_it_is_live() {
        var store = new ContactStore(jdbc, new Seal(KEY));
        UUID id = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        assertThat(store.insert(account, id, AddressKind.PHONE, "+84912345678", NOW))
                .isTrue();
        assertThat(store.insert(account, UUID.randomUUID(), AddressKind.PHONE, "+84912345678", NOW))
                .isFalse();
        assertThat(store.live(account, store.mark("+84912345678"))).isPresent();
        assertThat(store.lose(account, id, Contact.Lost.REMOVED, NOW)).isTrue();
        assertThat(store.lose(account, id, Contact.Lost.BROKEN, NOW)).isFalse();
        assertThat(store.verify(account, id, NOW)).as("what was lost").isEmpty();
        assertThat(store.live(account, store.mark("+84912345678"))).isEmpty();
    }

    @Test
    void a_holder_that_lets_go_at_the_same_moment_stops_nobody() throws Exception {
        var store = new ContactStore(jdbc, new Seal(KEY));
        String mark = store.mark("chung@example.vn");
        var former = new Contact(
                UUID.randomUUID(), UUID.randomUUID(), AddressKind.EMAIL, "chung@example.vn", NOW, null, null);
        var done = new AtomicBoolean();
        Thread removal = Thread.ofVirtual().start(() -> {
            while (!done.get()) store.letGo(former);
        });
        for (int i = 0; i < 300; i++) {
            UUID next = UUID.randomUUID();
            hold(store, mark, former.account(), former.id());
            hold(store, mark, next, next);
            assertThat(store.holder(mark)).contains(new ContactStore.Holder(next, next));
        }
        done.set(true);
        removal.join();
    }

    private void hold(ContactStore store, String mark, UUID account, UUID contact) {
        transactions.executeWithoutResult(_ -> store.hold(mark, account, contact, NOW));
    }

    @Test
    void one_address_is_locked_at_a_time() {
        var store = new ContactStore(jdbc, new Seal(KEY));
        transactions.executeWithoutResult(_ -> store.lock(store.mark("a@example.vn")));
    }
}
