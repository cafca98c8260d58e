package vn.thucchat.foundation.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.people.Person.Proof;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A number has one person, a weaker proof never takes the place of a stronger one, an account is one person's. */
@NullMarked
class PersonStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate BORN = LocalDate.of(1987, 3, 2);

    @Test
    void a_weaker_or_older_proof_changes_nothing_whatever_was_read_before() {
        var store = new PersonStore(jdbc);
        UUID id = person(store, "Lê Thị Cúc", Proof.COUNTER, NOW);
        assertThat(store.proven(id, draft("Cúc Lê", Proof.COUNTER, NOW.minusSeconds(1))))
                .as("older")
                .isFalse();
        assertThat(store.proven(id, draft("Lê Thị Cúc", Proof.VNEID_2, NOW.minusSeconds(1))))
                .as("stronger, on its way for longer")
                .isTrue();
        assertThat(store.proven(id, draft("Le Thi Cuc", Proof.COUNTER, NOW.plusSeconds(9))))
                .as("weaker, later")
                .isFalse();
        var kept = store.find(id, false).orElseThrow();
        assertThat(kept.proof()).isEqualTo(Proof.VNEID_2);
        assertThat(kept.name()).isEqualTo("Lê Thị Cúc");
        assertThat(store.find(id, true)).as("an invented one").isEmpty();
    }

    @Test
    void two_who_register_a_number_at_once_find_one_person() {
        var store = new PersonStore(jdbc);
        UUID id = UUID.randomUUID();
        var first = transactions.execute(_ -> {
            boolean inserted = store.insert(id, false, new byte[] {1}, draft("Một", Proof.COUNTER, NOW));
            // waits for this transaction to end
            var second = CompletableFuture.supplyAsync(
                    () -> store.insert(id, false, new byte[] {1}, draft("Hai", Proof.COUNTER, NOW)));
            assertThat(inserted).isTrue();
            return second;
        });
        assertThat(first).isNotNull();
        assertThat(first.join()).isFalse();
        assertThat(store.find(id, false).orElseThrow().name()).isEqualTo("Một");
    }

    @Test
    void an_account_is_linked_once() {
        var store = new PersonStore(jdbc);
        UUID account = account();
        UUID one = person(store, "Người Một", Proof.VNEID_2, NOW);
        UUID other = person(store, "Người Hai", Proof.VNEID_2, NOW);
        assertThat(store.personOf(account)).isEmpty();
        var second = transactions.execute(_ -> {
            assertThat(store.link(account, one, Person.Proof.COUNTER, NOW)).isTrue();
            return CompletableFuture.supplyAsync(() -> store.link(account, other, Person.Proof.COUNTER, NOW));
        });
        assertThat(second).isNotNull();
        assertThat(second.join()).isFalse();
        assertThat(store.personOf(account)).contains(one);
        assertThat(store.ofAccount(account).orElseThrow().name()).isEqualTo("Người Một");
        transactions.executeWithoutResult(_ -> store.lock(List.of(one, other)));
    }

    private static UUID person(PersonStore store, String name, Proof proof, Instant at) {
        UUID id = UUID.randomUUID();
        assertThat(store.insert(id, false, new byte[] {1}, draft(name, proof, at)))
                .isTrue();
        return id;
    }

    private static PersonStore.Draft draft(String name, Proof proof, Instant at) {
        return new PersonStore.Draft(name, BORN, proof, at);
    }

    private UUID account() {
        UUID id = Ids.next(() -> NOW);
        jdbc.sql(
                        "INSERT INTO identity.account (id, username, name, synthetic, created_at) VALUES (:id, :u, 'Người Thử', false, :at)")
                .param("id", id)
                .param("u", "u" + id.toString().substring(24))
                .param("at", java.sql.Timestamp.from(NOW))
                .update();
        return id;
    }
}
