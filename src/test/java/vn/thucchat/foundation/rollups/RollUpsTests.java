package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.foundation.facts.FactFixture.aFact;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class RollUpsTests extends StoreTest {

    private Facts facts;
    private RollUps rollUps;
    private SimpleMeterRegistry meters;

    @BeforeEach
    void startFromNothing() {
        rewritable("facts.fact");
        jdbc.sql("TRUNCATE facts.fact, rollups.roll_up, rollups.state, rollups.subject")
                .update();
        jdbc.sql("UPDATE rollups.roll_up_position SET position = '0.0', facts = 0, without_hours = NULL")
                .update();
        facts = new Facts(pool, FactFixture.KINDS);
        meters = new SimpleMeterRegistry();
        rollUps = new RollUps(pool, facts, TestTime.CLOCK, meters);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void counted_in_pieces_is_counted_at_once_is_counted_by_hand(long seed) {
        var random = new RandomFacts(seed);
        var log = new ArrayList<Fact>();
        for (int round = 0; round < 25; round++) {
            List<Fact> some = random.next(1 + random.below(30));
            record(some);
            log.addAll(some);
            if (random.below(3) > 0) rollUps.catchUp(1 + random.below(40));
        }
        rollUps.catchUp();
        NaiveRecount byHand = NaiveRecount.of(log);
        assertThat(byHand.cells()).hasSizeGreaterThan(100);
        assertThat(byHand.states()).hasSizeGreaterThan(20);
        assertThat(byHand.hours().values()).anyMatch(day -> day.size() > 1);
        assertStored(byHand);
        assertThat(rollUps.verify()).isZero();

        rollUps.rebuild((_, _) -> {});
        assertStored(byHand);
        assertThat(rollUps.verify()).isZero();

        List<Fact> more = random.next(50);
        record(more);
        log.addAll(more);
        rollUps.catchUp(7);
        assertStored(NaiveRecount.of(log));
    }

    @Test
    void receipts_are_read_past_and_not_summed() {
        var stated = new FactKind(
                        "test.stated", Set.of(), false, "millionths", FactKind.Disclosure.OPEN, id -> "/stated/" + id)
                .asReceipt();
        var log = new Facts(pool, List.of(FactFixture.SALE, stated));
        var counting = new RollUps(pool, log, TestTime.CLOCK, new SimpleMeterRegistry());
        Fact receipt = FactFixture.aLevel().kind("test.stated").amount(5).build();
        transactions.executeWithoutResult(_ -> log.record(List.of(
                receipt,
                FactFixture.correctionOf(receipt).amount(6).build(),
                FactFixture.aFact().build())));
        counting.catchUp();
        assertThat(jdbc.sql("SELECT DISTINCT kind FROM rollups.roll_up")
                        .query(String.class)
                        .list())
                .containsExactly(FactFixture.SALE.code());
        assertThat(jdbc.sql("SELECT facts FROM rollups.roll_up_position")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(counting.verify()).isZero();
    }

    @Test
    void what_is_counted_on_behalf_of_an_open_transaction_is_there_for_all() {
        record(List.of(aFact().build()));
        transactions.executeWithoutResult(status -> {
            rollUps.catchUp();
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT facts FROM rollups.roll_up_position")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_fault_in_the_roll_ups_is_found_and_mended() {
        var random = new RandomFacts(9);
        record(random.next(200));
        rollUps.catchUp();
        assertThat(rollUps.verify()).isZero();
        jdbc.sql("UPDATE rollups.roll_up SET count = count + 1 WHERE grain = 'S'")
                .update();
        jdbc.sql("DELETE FROM rollups.state").update();
        assertThat(rollUps.verify()).isPositive();
        rollUps.rebuild((_, _) -> {});
        assertThat(rollUps.verify()).isZero();
    }

    @Test
    void days_counted_before_hours_were_kept_get_them_one_by_one_whatever_comes_meanwhile() {
        var random = new RandomFacts(14);
        var log = new ArrayList<>(random.next(600));
        record(log);
        rollUps.catchUp();
        // as an upgrade finds them
        jdbc.sql("UPDATE rollups.roll_up SET hours = NULL").update();
        jdbc.sql("UPDATE rollups.roll_up_position SET without_hours = (SELECT max(start) FROM rollups.roll_up)")
                .update();
        assertThat(rollUps.verify()).as("hours that are still to come").isZero();
        int days = 0;
        for (; rollUps.addHours() == RollUpBackfill.Outcome.ADDED; days++) {
            List<Fact> more = random.next(5);
            record(more);
            log.addAll(more);
            if (days % 2 == 0) rollUps.catchUp();
            // one that takes over from a process that died
            if (days == 20)
                rollUps = new RollUps(
                        pool, new Facts(pool, FactFixture.KINDS), TestTime.CLOCK, new SimpleMeterRegistry());
        }
        rollUps.catchUp();
        assertThat(days).isGreaterThan(40);
        assertStored(NaiveRecount.of(log));
        assertThat(rollUps.verify()).isZero();
        jdbc.sql("UPDATE rollups.roll_up SET hours = NULL WHERE grain = 'D' AND start = '2022-06-01'")
                .update();
        assertThat(rollUps.verify()).as("hours that are gone").isPositive();
    }

    @Test
    void hours_are_not_added_while_another_process_holds_the_position() {
        record(new RandomFacts(16).next(5));
        rollUps.catchUp();
        jdbc.sql("UPDATE rollups.roll_up_position SET without_hours = (SELECT max(start) FROM rollups.roll_up)")
                .update();
        transactions.executeWithoutResult(_ -> {
            new RollUpPositionStore(jdbc).hold();
            // whoever waited for it would have it before the other's new facts
            assertThat(CompletableFuture.supplyAsync(rollUps::addHours))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(RollUpBackfill.Outcome.HELD);
        });
        assertThat(rollUps.addHours()).isEqualTo(RollUpBackfill.Outcome.ADDED);
    }

    @Test
    void subjects_of_a_long_day_are_numbered_before_they_fill_the_memory() {
        var batch = new RollUpBatch(RollUpKinds.of(facts), new RollUpSubjects(new RollUpSubjectStore(jdbc)));
        Fact fact = aFact().subject(new UUID(7, 7)).build();
        int many = RollUpBatch.UNNUMBERED + 5;
        for (int i = 0; i < many; i++) batch.count(fact);
        assertThat(batch.unnumbered()).isEmpty();
        assertThat(batch.days().values()).singleElement().satisfies(cell -> {
            assertThat(cell.count()).isEqualTo(many);
            assertThat(cell.subjects()).hasSize(many);
        });
    }

    @Test
    void a_rebuild_has_all_hours() {
        record(new RandomFacts(15).next(50));
        rollUps.catchUp();
        jdbc.sql("UPDATE rollups.roll_up SET hours = NULL").update();
        jdbc.sql("UPDATE rollups.roll_up_position SET without_hours = '2022-06-30'")
                .update();
        rollUps.rebuild((_, _) -> {});
        assertThat(rollUps.addHours()).isEqualTo(RollUpBackfill.Outcome.NOTHING_LEFT);
        assertThat(rollUps.verify()).isZero();
    }

    @Test
    void readers_never_see_half_of_a_rebuild() throws Exception {
        var random = new RandomFacts(10);
        record(random.next(3_000));
        rollUps.catchUp();
        long whole = total();
        assertThat(whole).isPositive();
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reading = threads.submit(() -> {
                while (!done.get()) assertThat(total()).isEqualTo(whole);
            });
            for (int i = 0; i < 5; i++) rollUps.rebuild((_, _) -> {});
            done.set(true);
            reading.get();
        }
    }

    @Test
    void a_rebuild_tells_how_far_it_is() {
        record(new RandomFacts(11).next(100));
        rollUps.catchUp();
        var told = new ArrayList<Long>();
        rollUps.rebuild((now, of) -> {
            assertThat(of).isEqualTo(100);
            told.add(now);
        });
        assertThat(told).endsWith(100L);
    }

    @Test
    void two_processes_together_count_once() throws Exception {
        var other = new RollUps(pool, new Facts(pool, FactFixture.KINDS), TestTime.CLOCK, new SimpleMeterRegistry());
        var random = new RandomFacts(12);
        var log = new ArrayList<Fact>();
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counting = new ArrayList<Future<?>>();
            for (RollUps one : List.of(rollUps, other))
                counting.add(threads.submit(() -> {
                    while (!done.get()) one.catchUp(20);
                }));
            for (int i = 0; i < 60; i++) {
                List<Fact> some = random.next(20);
                record(some);
                log.addAll(some);
            }
            done.set(true);
            for (Future<?> one : counting) one.get();
        }
        rollUps.catchUp();
        assertStored(NaiveRecount.of(log));
        assertThat(jdbc.sql("SELECT facts FROM rollups.roll_up_position")
                        .query(Long.class)
                        .single())
                .isEqualTo(log.size());
    }

    @Test
    void subjects_numbered_in_a_transaction_that_failed_are_numbered_again() {
        record(new RandomFacts(13).next(100));
        jdbc.sql("ALTER TABLE rollups.state ADD CONSTRAINT broken CHECK (amount > 100000)")
                .update();
        assertThatThrownBy(rollUps::catchUp).isInstanceOf(DataIntegrityViolationException.class);
        jdbc.sql("ALTER TABLE rollups.state DROP CONSTRAINT broken").update();
        rollUps.catchUp();
        assertThat(rollUps.verify()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM rollups.subject")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void as_of_stands_still_while_something_waits_to_be_counted() {
        rollUps.catchUp();
        Instant before = rollUps.asOf();
        record(List.of(aFact().build()));
        Instant waiting = rollUps.asOf();
        assertThat(waiting).isBefore(TestTime.now());
        assertThat(rollUps.asOf()).isEqualTo(waiting);
        assertThat(meters.get("thucchat.rollups.lag.seconds").gauge().value()).isPositive();
        rollUps.catchUp();
        assertThat(rollUps.asOf()).isAfter(waiting).isAfter(before);
        assertThat(meters.get("thucchat.rollups.facts").counter().count()).isEqualTo(1);
    }

    private void assertStored(NaiveRecount expected) {
        NaiveRecount stored = NaiveRecount.asStored(jdbc);
        assertThat(stored.cells()).containsExactlyInAnyOrderEntriesOf(expected.cells());
        assertThat(stored.states()).containsExactlyInAnyOrderEntriesOf(expected.states());
        assertThat(stored.hours()).containsExactlyInAnyOrderEntriesOf(expected.hours());
    }

    private long total() {
        return jdbc.sql("SELECT coalesce(sum(count), 0) FROM rollups.roll_up")
                .query(Long.class)
                .single();
    }

    private void record(List<Fact> all) {
        transactions.executeWithoutResult(_ -> facts.record(all));
    }
}
