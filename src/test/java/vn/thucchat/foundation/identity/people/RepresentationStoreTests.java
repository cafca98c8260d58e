package vn.thucchat.foundation.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Nobody acts for the same twice at once; what has run out is ended; an end is kept. */
@NullMarked
class RepresentationStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final UUID BY = UUID.randomUUID();

    private UUID representative = UUID.randomUUID();
    private UUID whom = UUID.randomUUID();

    @BeforeEach
    void twoPeople() {
        var people = new PersonStore(jdbc);
        representative = UUID.randomUUID();
        whom = UUID.randomUUID();
        for (UUID id : List.of(representative, whom))
            people.insert(
                    id,
                    false,
                    new byte[] {1},
                    new PersonStore.Draft(
                            "Người " + id.toString().substring(0, 4),
                            LocalDate.of(1987, 3, 2),
                            Person.Proof.COUNTER,
                            NOW));
    }

    @Test
    void one_that_goes_on_is_seen_from_both_sides_until_either_ends_it() {
        var store = new RepresentationStore(jdbc);
        Representation made = adult(TODAY.plusDays(30));
        assertThat(store.insert(made, RepresentationStore.SealedCode.NONE, BY, NOW))
                .isTrue();
        assertThat(store.insert(adult(TODAY.plusDays(60)), RepresentationStore.SealedCode.NONE, BY, NOW))
                .as("twice")
                .isFalse();
        assertThat(store.by(representative, TODAY, 9))
                .extracting(Representation::id)
                .containsExactly(made.id());
        assertThat(store.of(whom, TODAY, 9)).extracting(Representation::id).containsExactly(made.id());
        assertThat(store.count(representative)).isEqualTo(1);
        assertThat(store.count(whom)).isEqualTo(1);
        assertThat(store.of(made.id(), whom)).isTrue();
        assertThat(store.of(made.id(), BY)).isFalse();
        assertThat(store.end(made.id(), BY, BY, NOW)).as("a stranger's").isFalse();
        assertThat(store.end(made.id(), whom, BY, NOW)).isTrue();
        assertThat(store.end(made.id(), whom, BY, NOW)).isFalse();
        assertThat(store.count(representative)).isZero();
        assertThat(store.of(made.id(), whom)).as("an end is kept").isTrue();
    }

    @Test
    void one_that_has_run_out_is_ended_and_can_be_made_anew() {
        var store = new RepresentationStore(jdbc);
        Representation made = adult(TODAY);
        store.insert(made, RepresentationStore.SealedCode.NONE, BY, NOW);
        assertThat(store.endRunOut(null, TODAY, BY, NOW))
                .as("it holds all of its last day")
                .isEmpty();
        assertThat(store.by(representative, TODAY.plusDays(1), 9)).isEmpty();
        assertThat(store.insert(adult(TODAY.plusDays(9)), RepresentationStore.SealedCode.NONE, BY, NOW))
                .as("not ended yet")
                .isFalse();
        assertThat(store.endRunOut(whom, TODAY.plusDays(1), BY, NOW))
                .as("another's")
                .isEmpty();
        assertThat(store.endRunOut(null, TODAY.plusDays(1), BY, NOW))
                .containsExactly(new RepresentationStore.Ended(representative, made.id()));
        assertThat(store.endRunOut(representative, TODAY.plusDays(1), BY, NOW)).isEmpty();
        assertThat(store.insert(adult(TODAY.plusDays(9)), RepresentationStore.SealedCode.NONE, BY, NOW))
                .isTrue();
    }

    private Representation adult(LocalDate until) {
        return new Representation(
                UUID.randomUUID(),
                representative,
                "",
                Representation.Kind.ADULT,
                whom,
                "",
                "Người kia",
                "Giấy ủy quyền",
                TODAY.minusDays(1),
                until);
    }
}
