package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A person is away once at a time, and a delegation ends by its last day or when it is taken back. */
@NullMarked
class DelegationStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate FIRST = LocalDate.of(2022, 8, 8);
    private static final UUID LATEST = new UUID(-1, -1);

    private DelegationStore store;

    @BeforeAll
    void wire() {
        store = new DelegationStore(jdbc);
    }

    @Test
    void two_absences_of_one_person_do_not_overlap() {
        UUID person = UUID.randomUUID();
        Delegation made = delegation(person, FIRST, FIRST.plusDays(4));
        assertThat(store.add(made)).isTrue();
        assertThat(store.add(delegation(person, FIRST.plusDays(4), FIRST.plusDays(9))))
                .isFalse();
        assertThat(store.add(delegation(UUID.randomUUID(), FIRST, FIRST))).isTrue();
        assertThat(store.ofPerson(person, LATEST, 10)).containsExactly(made);
        assertThat(store.ofPerson(person, made.id(), 10)).as("before it").isEmpty();
        assertThat(store.ofDeputy(made.deputy(), FIRST.plusDays(4))).containsExactly(made);
        assertThat(store.ofDeputy(made.deputy(), FIRST.plusDays(5))).isEmpty();
        assertThat(store.onDay(FIRST.minusDays(1))).doesNotContain(made);
        assertThat(store.onDay(FIRST)).contains(made);
    }

    @Test
    void only_who_made_it_takes_it_back_and_only_once() {
        UUID person = UUID.randomUUID();
        Delegation made = delegation(person, FIRST, FIRST.plusDays(4));
        store.add(made);
        assertThat(store.withdraw(made.id(), made.deputy(), NOW, FIRST)).isFalse();
        assertThat(store.withdraw(made.id(), person, NOW, FIRST.plusDays(5)))
                .as("when it has ended")
                .isFalse();
        assertThat(store.withdraw(made.id(), person, NOW, FIRST)).isTrue();
        assertThat(store.withdraw(made.id(), person, NOW, FIRST)).isFalse();
        assertThat(store.ofDeputy(made.deputy(), FIRST)).isEmpty();
        assertThat(store.add(delegation(person, FIRST, FIRST)))
                .as("the days are free again")
                .isTrue();
    }

    private static Delegation delegation(UUID person, LocalDate first, LocalDate last) {
        return new Delegation(
                new UnitCode("05443"),
                UUID.randomUUID(),
                "REPORTER",
                person,
                UUID.randomUUID(),
                first,
                last,
                NOW,
                null);
    }
}
