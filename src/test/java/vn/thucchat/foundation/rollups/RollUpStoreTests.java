package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.aLevel;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class RollUpStoreTests extends StoreTest {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 20);
    private static final List<UnitCode> UNITS = List.of(new UnitCode("U0"), new UnitCode("U1"));
    private static final Term SALES = new Term("test.sold", Map.of(), Measure.COUNT);
    private static final Term ONLINE = new Term("test.sold", Map.of("channel", "online"), Measure.AMOUNT);
    private static final Term BUYERS = new Term("test.sold", Map.of(), Measure.SUBJECTS);
    private static final Term LEVEL = new Term("test.level", Map.of(), Measure.LAST);

    private Facts facts;
    private RollUps rollUps;
    private RollUpStore store;

    @BeforeAll
    void open() {
        facts = new Facts(pool, FactFixture.KINDS);
        rollUps = new RollUps(pool, facts, TestTime.CLOCK, new SimpleMeterRegistry());
        store = new RollUpStore(jdbc);
    }

    @BeforeEach
    void startFromNothing() {
        rewritable("facts.fact");
        jdbc.sql("TRUNCATE facts.fact, rollups.roll_up, rollups.state").update();
    }

    @Test
    void sums_are_those_of_the_facts_between_two_days() {
        var log = new RandomFacts(21).next(800);
        record(log);
        NaiveRecount days = NaiveRecount.of(log);
        var random = new Random(1);
        for (int i = 0; i < 40; i++) {
            LocalDate from = DAY.minusDays(30).plusDays(random.nextInt(60));
            LocalDate to = from.plusDays(random.nextInt(60));
            Map<String, Long> sums = new HashMap<>();
            Map<String, Set<UUID>> buyers = new HashMap<>();
            days.cells().forEach((key, total) -> {
                if (key.grain() != RollUpGrain.D
                        || key.start().isBefore(from)
                        || key.start().isAfter(to)) return;
                if (!key.kind().equals("test.sold") || !UNITS.contains(key.unit())) return;
                String of = key.unit() + " " + key.provenance() + " " + key.synthetic();
                sums.merge("0 " + of, total.count(), Long::sum);
                if ("online".equals(key.facets().get("channel"))) sums.merge("1 " + of, total.amount(), Long::sum);
                buyers.computeIfAbsent("2 " + of, _ -> new HashSet<>()).addAll(total.subjects());
            });
            buyers.forEach((of, people) -> {
                if (!people.isEmpty()) sums.put(of, (long) people.size());
            });
            assertThat(written(store.sums(List.of(SALES, ONLINE, BUYERS), UNITS, from, to)))
                    .as("%s to %s", from, to)
                    .isEqualTo(sums);
        }
    }

    @Test
    void days_are_summed_and_those_of_few_subjects_left_out() {
        var log = new ArrayList<Fact>();
        for (int buyer = 0; buyer < 6; buyer++) {
            var one = new UUID(7, buyer);
            log.add(aFact().unit("U0").day(DAY).subject(one).amount(10).build());
            if (buyer < 4)
                log.add(aFact().unit("U1").day(DAY).subject(one).amount(100).build());
        }
        log.add(aFact().unit("U0").day(DAY.plusDays(2)).amount(7).build());
        log.add(aFact().unit("U0")
                .day(DAY.plusDays(2))
                .facets(Map.of("channel", "counter"))
                .amount(1000)
                .build());
        record(log);
        assertThat(store.days(ONLINE, false, UNITS, DAY.minusDays(3), DAY.plusDays(9), 0))
                .containsExactly(Map.entry(DAY, 460L), Map.entry(DAY.plusDays(2), 7L));
        assertThat(store.days(ONLINE, false, UNITS, DAY, DAY.plusDays(9), 5))
                .as("four buyers at U1, none known on the other day")
                .containsExactly(Map.entry(DAY, 60L));
        assertThat(store.days(ONLINE, true, UNITS, DAY, DAY, 0)).isEmpty();
    }

    @Test
    void distinct_subjects_can_be_united_over_units() {
        UUID both = UUID.randomUUID();
        record(List.of(
                aFact().unit("U0").subject(both).build(),
                aFact().unit("U1").subject(both).build(),
                aFact().unit("U1").subject(UUID.randomUUID()).build()));
        List<Sums.Sum> sums = store.sums(List.of(BUYERS), UNITS, DAY.minusYears(1), DAY.plusYears(1));
        assertThat(sums).extracting(Sums.Sum::value).containsExactlyInAnyOrder(1L, 2L);
        var all = new org.roaringbitmap.RoaringBitmap();
        for (Sums.Sum sum : sums) all.or(java.util.Objects.requireNonNull(sum.subjects()));
        assertThat(all.getLongCardinality()).isEqualTo(2);
    }

    @Test
    void the_last_state_of_each_subject_counts_whoever_stated_it() {
        UUID tower = UUID.randomUUID();
        record(List.of(
                aLevel().unit("U0").day(DAY.minusDays(400)).amount(5).build(),
                aLevel().unit("U0")
                        .day(DAY)
                        .amount(7)
                        .provenance(Provenance.REPORTED)
                        .build(),
                aLevel().unit("U0").day(DAY.plusDays(1)).amount(100).build(),
                aLevel().unit("U0")
                        .subject(tower)
                        .day(DAY.minusDays(3))
                        .amount(30)
                        .build(),
                aLevel().unit("U0").day(DAY).amount(1_000).synthetic(true).build()));
        var states = new StateStore(jdbc);
        assertThat(states.last(List.of("test.level"), UNITS, DAY))
                .extracting(row -> row.unit() + " " + row.provenance() + " " + row.synthetic() + " " + row.amount())
                .containsExactlyInAnyOrder("U0 REPORTED false 7", "U0 MEASURED false 30", "U0 MEASURED true 1000");
        assertThat(states.last(List.of("test.level"), UNITS, DAY.minusDays(401)))
                .isEmpty();
        assertThat(states.last(List.of(), UNITS, DAY)).isEmpty();
        assertThat(states.last(List.of("test.level"), List.of(), DAY)).isEmpty();
        assertThat(store.sums(List.of(LEVEL), UNITS, DAY, DAY)).isEmpty();
    }

    @Test
    void where_there_are_no_facts_there_is_no_sum() {
        assertThat(store.sums(List.of(SALES, BUYERS, LEVEL), UNITS, DAY, DAY)).isEmpty();
        assertThat(store.sums(List.of(), UNITS, DAY, DAY)).isEmpty();
        assertThat(store.sums(List.of(SALES), List.of(), DAY, DAY)).isEmpty();
    }

    private static Map<String, Long> written(List<Sums.Sum> sums) {
        var written = new HashMap<String, Long>();
        for (Sums.Sum sum : sums)
            written.put(sum.term() + " " + sum.unit() + " " + sum.provenance() + " " + sum.synthetic(), sum.value());
        assertThat(written).hasSameSizeAs(sums);
        return written;
    }

    private void record(List<Fact> all) {
        transactions.executeWithoutResult(_ -> facts.record(all));
        rollUps.catchUp();
    }
}
