package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.aLevel;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;

/** What facts come to, counted where they are logged. */
class TalliesTests extends StoreTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 15);
    private static final String SOLD = FactFixture.SALE.code();
    private static final String LEVEL = FactFixture.LEVEL.code();
    private static final Map<String, String> ONLINE = Map.of("channel", "online");
    private static final Map<String, String> DESK = Map.of("channel", "desk");

    private Facts facts;
    private Tallies tallies;

    @BeforeAll
    void log() {
        facts = new Facts(pool, FactFixture.KINDS);
        tallies = new Tallies(new TallyStore(jdbc));
    }

    private void record(Fact... all) {
        transactions.executeWithoutResult(_ -> facts.record(List.of(all)));
    }

    private static Tallies.Of of(String unit, Map<String, String> filter) {
        return new Tallies.Of(new UnitCode(unit), filter, false);
    }

    @Test
    void a_kind_is_counted_whole_and_by_what_its_facts_say() {
        UUID stall = UUID.randomUUID();
        var online = aFact().unit("05440").subject(stall).count(2).amount(30);
        record(
                online.build(),
                online.id(FactFixture.newId()).day(DAY.plusDays(1)).build(),
                aFact().unit("05440")
                        .subject(UUID.randomUUID())
                        .facets(DESK)
                        .amount(5)
                        .build(),
                aFact().unit("05440").day(DAY.minusDays(1)).build(),
                aFact().unit("05440").synthetic(true).build(),
                aFact().unit("05443").build());
        var sums = tallies.sums(of("05440", Map.of()), List.of(SOLD, LEVEL), "channel", DAY, DAY.plusDays(1));
        assertThat(sums.of(SOLD)).isEqualTo(new Tally(5, 65, 2));
        assertThat(sums.of(SOLD, "online")).isEqualTo(new Tally(4, 60, 1));
        assertThat(sums.of(SOLD, "desk")).isEqualTo(new Tally(1, 5, 1));
        assertThat(sums.of(SOLD, "by post")).isEqualTo(Tally.NONE);
        assertThat(sums.of(LEVEL)).isEqualTo(Tally.NONE);
        assertThat(tallies.sums(of("05440", DESK), List.of(SOLD), "channel", DAY, DAY)
                        .of(SOLD))
                .isEqualTo(new Tally(1, 5, 1));
        assertThat(tallies.sums(of("05440", Map.of()).with("channel", "desk"), List.of(SOLD), "no facet", DAY, DAY)
                        .of(SOLD))
                .isEqualTo(new Tally(1, 5, 1));
    }

    @Test
    void what_was_corrected_does_not_count() {
        Fact wrong = aFact().unit("05446").facets(ONLINE).amount(30).build();
        Fact voided = aFact().unit("05446").facets(DESK).amount(7).build();
        record(wrong, voided);
        record(
                correctionOf(wrong).amount(20).build(),
                correctionOf(voided).subject(null).count(0).amount(0).build());
        assertThat(tallies.sums(of("05446", Map.of()), List.of(SOLD), "channel", DAY, DAY)
                        .of(SOLD))
                .isEqualTo(new Tally(1, 20, 0));
    }

    @Test
    void a_day_runs_by_the_hour_of_viet_nam_and_by_subject() {
        UUID small = UUID.randomUUID();
        UUID large = UUID.randomUUID();
        // 23:30 UTC is half past six of the next morning
        Instant morning = Instant.parse("2022-03-14T23:30:00Z");
        record(
                aFact().unit("05449").at(morning).subject(small).amount(5).build(),
                aFact().unit("05449")
                        .at(morning.plusSeconds(7_200))
                        .subject(large)
                        .amount(9)
                        .build(),
                aFact().unit("05449")
                        .at(morning.plusSeconds(7_300))
                        .subject(small)
                        .amount(1)
                        .build());
        var course = tallies.course(of("05449", Map.of()), SOLD, DAY);
        assertThat(course.hours()).containsExactly(Map.entry(6, new Tally(1, 5, 1)), Map.entry(8, new Tally(2, 10, 2)));
        assertThat(course.subjects())
                .containsExactly(Map.entry(large, new Tally(1, 9, 1)), Map.entry(small, new Tally(2, 6, 1)));
    }

    @Test
    void how_things_stand_is_what_was_stated_last_of_each() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Fact mistaken = aLevel().unit("05452")
                .subject(other)
                .day(DAY.plusDays(1))
                .amount(9)
                .build();
        record(
                aLevel().unit("05452").subject(one).amount(1).build(),
                aLevel().unit("05452").subject(other).amount(1).build(),
                aLevel().unit("05452")
                        .subject(one)
                        .day(DAY.plusDays(2))
                        .amount(0)
                        .build(),
                mistaken);
        record(correctionOf(mistaken).subject(null).count(0).amount(0).build());
        var place = of("05452", Map.of());
        assertThat(tallies.standing(place, List.of(LEVEL), DAY.minusDays(1))).isEmpty();
        assertThat(tallies.standing(place, List.of(LEVEL), DAY)).containsEntry(LEVEL, 2L);
        assertThat(tallies.standing(place, List.of(LEVEL), DAY.plusDays(1)))
                .as("the mistake is void")
                .containsEntry(LEVEL, 2L);
        assertThat(tallies.standing(place, List.of(LEVEL), DAY.plusDays(2))).containsEntry(LEVEL, 1L);
    }
}
