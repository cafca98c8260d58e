package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.aLevel;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.DayBreakdown;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Formulas of one unit, by the roll-ups of its facts. */
@NullMarked
class SumsTests extends StoreTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 15);
    private static final Map<String, String> DESK = Map.of("channel", "desk");

    private Facts facts;
    private RollUps rollUps;
    private Sums sums;

    @BeforeAll
    void log() {
        facts = new Facts(pool, FactFixture.KINDS);
        rollUps = new RollUps(pool, facts, TestTime.CLOCK, new SimpleMeterRegistry());
        sums = new Sums(new RollUpStore(jdbc), new StateStore(jdbc));
    }

    private void record(Fact... all) {
        transactions.executeWithoutResult(_ -> facts.record(List.of(all)));
        rollUps.catchUp();
    }

    private @Nullable BigDecimal value(String formula, String unit, LocalDate from, LocalDate to) {
        return result(Formula.of(formula), unit, from, to).value();
    }

    private Formula.Value result(Formula formula, String unit, LocalDate from, LocalDate to) {
        return java.util.Objects.requireNonNull(sums.values(List.of(formula), new UnitCode(unit), false, from, to)
                .get(formula));
    }

    @Test
    void a_kind_is_counted_whole_and_with_one_facet_more() {
        UUID stall = UUID.randomUUID();
        var online = aFact().unit("05440").subject(stall).count(2).amount(30);
        record(
                online.build(),
                online.id(FactFixture.newId())
                        .day(DAY.plusDays(1))
                        .provenance(Provenance.REPORTED)
                        .build(),
                aFact().unit("05440")
                        .subject(UUID.randomUUID())
                        .facets(DESK)
                        .amount(5)
                        .build(),
                aFact().unit("05440").day(DAY.minusDays(1)).build(),
                aFact().unit("05440").synthetic(true).build(),
                aFact().unit("05443").build());
        LocalDate next = DAY.plusDays(1);
        assertThat(value("count(test.sold)", "05440", DAY, next)).isEqualByComparingTo("5");
        assertThat(value("amount(test.sold)", "05440", DAY, next)).isEqualByComparingTo("65");
        assertThat(value("subjects(test.sold)", "05440", DAY, next))
                .as("one of them seen and reported")
                .isEqualByComparingTo("2");
        Formula share = Formula.of("100 * count(test.sold; channel=desk) / count(test.sold)");
        assertThat(result(share, "05440", DAY, next))
                .isEqualTo(new Formula.Value(new BigDecimal("20.000000"), new BigDecimal("1"), new BigDecimal("5")));
        assertThat(value("count(test.sold; channel=desk)", "05440", DAY, DAY)).isEqualByComparingTo("1");
        assertThat(Formula.of("count(test.sold)").with("channel", "desk"))
                .isEqualTo(Formula.of("count(test.sold; channel=desk)"));
        assertThat(value("count(test.sold; channel=by post)", "05440", DAY, next))
                .isNull();
        assertThat(result(Formula.of("count(test.sold)"), "05455", DAY, next).whole())
                .isZero();
    }

    @Test
    void what_was_corrected_does_not_count() {
        Fact wrong = aFact().unit("05446").amount(30).build();
        Fact voided = aFact().unit("05446").facets(DESK).amount(7).build();
        record(wrong, voided);
        record(
                correctionOf(wrong).amount(20).build(),
                correctionOf(voided).subject(null).count(0).amount(0).build());
        assertThat(value("amount(test.sold)", "05446", DAY, DAY)).isEqualByComparingTo("20");
        DayBreakdown course = course("05446");
        assertThat(course.hours().values()).containsExactly(new Evidence.Total(1, 1, 20, 0));
        assertThat(course.subjects()).isEmpty();
    }

    private DayBreakdown course(String unit) {
        return rollUps.course(new Cell(new UnitCode(unit), FactFixture.SALE.code(), DAY), Map.of(), false);
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
        // in the log, and not counted yet
        transactions.executeWithoutResult(
                _ -> facts.record(aFact().unit("05449").amount(2).build()));
        DayBreakdown course = course("05449");
        assertThat(course.hours())
                .containsExactly(
                        Map.entry(6, new Evidence.Total(1, 1, 5, 1)), Map.entry(8, new Evidence.Total(2, 2, 10, 2)));
        assertThat(course.subjects())
                .containsExactly(
                        Map.entry(large, new Evidence.Total(1, 1, 9, 1)),
                        Map.entry(small, new Evidence.Total(2, 2, 6, 1)));
        assertThat(value("amount(test.sold)", "05449", DAY, DAY)).isEqualByComparingTo("15");
        rollUps.catchUp();
        assertThat(course("05449").hours().values().stream()
                        .mapToLong(Evidence.Total::amount)
                        .sum())
                .isEqualTo(17);
        assertThat(value("amount(test.sold)", "05449", DAY, DAY)).isEqualByComparingTo("17");
    }

    @Test
    void days_add_up_by_the_hour_of_viet_nam_and_hours_of_few_are_left_out() {
        var all = new ArrayList<Fact>();
        // 02:30Z is half past nine in Viet Nam
        for (int i = 0; i < 6; i++) all.add(sold(0, "02:30", 10));
        for (int i = 0; i < 4; i++) all.add(sold(0, "16:59", 1));
        for (int i = 0; i < 5; i++) all.add(sold(1, "02:10", 100));
        all.add(sold(2, "02:10", 1_000));
        record(all.toArray(Fact[]::new));
        record(all.getFirst().voided(FactFixture.newId(), all.getFirst().at().plusSeconds(9_000), DAY));
        assertThat(byHour(true)).contains(Map.of(9, 5 * 10 + 500 + 1_000L, 23, 4L));
        assertThat(byHour(false))
                .as("four people at eleven, and one on the third day, are their own affair")
                .contains(Map.of(9, 550L));
        // of the five on the next day, one again and through another channel: still five
        record(aFact().unit("05461")
                .day(DAY.plusDays(1))
                .at(all.get(10).at())
                .subject(all.get(10).subject())
                .facets(DESK)
                .amount(7)
                .build());
        record(correctionOf(all.get(11)).subject(all.get(10).subject()).build());
        assertThat(byHour(false)).as("now four").contains(Map.of(9, 50L));
        jdbc.sql("UPDATE rollups.roll_up SET hours = NULL WHERE unit = '05461' AND start = :day")
                .param("day", DAY)
                .update();
        assertThat(byHour(true)).as("of days that have all their hours").isEmpty();
    }

    private Optional<Map<Integer, Long>> byHour(boolean each) {
        var sales = new Term(FactFixture.SALE.code(), Map.of("channel", "online"), Measure.AMOUNT);
        return sums.byHour(sales, false, List.of(new UnitCode("05461")), DAY, DAY.plusDays(2), each)
                .map(Map::copyOf);
    }

    private static Fact sold(int later, String time, long amount) {
        LocalDate day = DAY.plusDays(later);
        return aFact().unit("05461")
                .day(day)
                .at(Instant.parse(day + "T" + time + ":00Z"))
                .subject(UUID.randomUUID())
                .amount(amount)
                .build();
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
        assertThat(value("last(test.level)", "05452", DAY, DAY.minusDays(1))).isNull();
        assertThat(value("last(test.level)", "05452", DAY, DAY)).isEqualByComparingTo("2");
        assertThat(value("last(test.level)", "05452", DAY, DAY.plusDays(1)))
                .as("the mistake is void")
                .isEqualByComparingTo("2");
        assertThat(value("last(test.level)", "05452", DAY, DAY.plusDays(2))).isEqualByComparingTo("1");
    }
}
