package vn.thucchat.steering.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A person is reminded once a day by each unit that calls for figures. */
@NullMarked
class ReminderStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate DAY = LocalDate.of(2022, 8, 8);

    @Test
    void whoever_was_reminded_on_a_day_is_not_again_and_both_rounds_know_their_own() {
        var store = new ReminderStore(jdbc);
        Round round = round("19");
        var one = reminder(UUID.randomUUID());
        var other = reminder(UUID.randomUUID());
        assertThat(store.insert(round, DAY, List.of(one), Actor.PLATFORM, NOW)).containsExactly(one.recipient());
        assertThat(store.insert(round, DAY, List.of(one, other), Actor.PLATFORM, NOW))
                .as("the one of them who was not")
                .containsExactly(other.recipient());
        assertThat(store.insert(round, DAY.plusDays(1), List.of(one), Actor.PLATFORM, NOW.plusSeconds(86_400)))
                .containsExactly(one.recipient());
        assertThat(store.insert(round("19"), DAY, List.of(one), Actor.PLATFORM, NOW))
                .as("another round of the same office")
                .isEmpty();
        assertThat(store.insert(round("164"), DAY, List.of(one), Actor.PLATFORM, NOW))
                .as("a round of another office")
                .containsExactly(one.recipient());
        assertThat(store.ofRound(round.id()))
                .extracting(Rounds.Reminder::recipient)
                .hasSize(3)
                .startsWith(one.recipient());
        assertThat(store.ofRound(round.id()).getFirst().units()).isEqualTo(one.units());
        assertThat(store.ofRound(UUID.randomUUID())).isEmpty();
    }

    private static Round round(String above) {
        return new Round(
                UUID.randomUUID(),
                "Một đợt của " + above,
                Period.of("2022S1"),
                new UnitCode(above),
                UnitKind.Level.COMMUNE,
                DAY.plusDays(7),
                false,
                NOW,
                List.of("household-fibre"));
    }

    private static Rounds.Reminder reminder(UUID recipient) {
        return new Rounds.Reminder(recipient, "Người được nhắc", List.of("05437", "05440"), NOW, "Thực Chất");
    }
}
