package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.thucchat.foundation.facts.FactFixture.aFact;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class RollUpWorkerTests extends StoreTest {

    @BeforeEach
    void startFromNothing() {
        rewritable("facts.fact");
        jdbc.sql("TRUNCATE facts.fact, rollups.roll_up, rollups.state, rollups.subject")
                .update();
        jdbc.sql("UPDATE rollups.roll_up_position SET position = '0.0', facts = 0, without_hours = NULL")
                .update();
    }

    @Test
    void an_act_is_counted_within_seconds_and_again_after_a_failure() {
        var facts = new Facts(pool, FactFixture.KINDS);
        var meters = new SimpleMeterRegistry();
        var rollUps = new RollUps(pool, facts, TestTime.CLOCK, meters);
        var worker = new RollUpWorker(rollUps, facts, meters);
        // as an upgrade finds a day that was counted before hours were kept
        transactions.executeWithoutResult(_ -> facts.record(aFact().build()));
        rollUps.catchUp();
        jdbc.sql("UPDATE rollups.roll_up SET hours = NULL").update();
        jdbc.sql("UPDATE rollups.roll_up_position SET without_hours = '2022-03-15', facts = 0")
                .update();
        worker.start();
        try {
            assertThat(worker.isRunning()).isTrue();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> jdbc.sql("SELECT count(hours) FROM rollups.roll_up")
                                    .query(Long.class)
                                    .single()
                            == 1);
            transactions.executeWithoutResult(_ -> facts.record(aFact().build()));
            await().atMost(Duration.ofSeconds(5)).until(() -> counted() == 1);

            jdbc.sql("ALTER TABLE rollups.roll_up RENAME TO gone").update();
            transactions.executeWithoutResult(_ -> facts.record(aFact().build()));
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            meters.get("thucchat.rollups.failures").counter().count() > 0);
            jdbc.sql("ALTER TABLE rollups.gone RENAME TO roll_up").update();
            await().atMost(Duration.ofSeconds(20)).until(() -> counted() == 2);
        } finally {
            worker.stop();
        }
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void a_day_whose_hours_cannot_be_added_does_not_hold_up_new_acts() {
        var facts = new Facts(pool, FactFixture.KINDS);
        var meters = new SimpleMeterRegistry();
        var rollUps = new RollUps(pool, facts, TestTime.CLOCK, meters);
        var worker = new RollUpWorker(rollUps, facts, meters);
        transactions.executeWithoutResult(
                _ -> facts.record(aFact().day(LocalDate.of(2021, 4, 1)).build()));
        rollUps.catchUp();
        jdbc.sql("UPDATE rollups.roll_up SET hours = NULL WHERE start = '2021-04-01'")
                .update();
        jdbc.sql("UPDATE rollups.roll_up_position SET without_hours = '2021-04-01', facts = 0")
                .update();
        jdbc.sql("ALTER TABLE rollups.roll_up ADD CONSTRAINT broken CHECK (start <> '2021-04-01') NOT VALID")
                .update();
        worker.start();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            meters.get("thucchat.rollups.failures").counter().count() == 2);
            transactions.executeWithoutResult(
                    _ -> facts.record(aFact().day(LocalDate.of(2021, 6, 1)).build()));
            await().atMost(Duration.ofSeconds(3)).until(() -> counted() == 1);
            jdbc.sql("ALTER TABLE rollups.roll_up DROP CONSTRAINT broken").update();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> jdbc.sql("""
                                    SELECT count(hours) FROM rollups.roll_up
                                    WHERE grain = 'D' AND start = '2021-04-01'
                                    """).query(Long.class).single() == 1);
        } finally {
            worker.stop();
        }
    }

    @Test
    void counting_goes_on_after_memory_ran_out_in_the_middle_of_a_batch() {
        var facts = new Facts(pool, FactFixture.KINDS);
        var meters = new SimpleMeterRegistry();
        var asked = new AtomicInteger();
        var rollUps = new RollUps(
                pool,
                facts,
                () -> {
                    if (asked.incrementAndGet() == 2) throw new OutOfMemoryError("before the batch is committed");
                    return TestTime.now();
                },
                meters);
        var worker = new RollUpWorker(rollUps, facts, meters);
        var subject = new UUID(3, 14);
        transactions.executeWithoutResult(
                _ -> facts.record(aFact().subject(subject).build()));
        worker.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> counted() == 1);
        } finally {
            worker.stop();
        }
        assertThat(asked).hasValueGreaterThan(2);
        assertThat(meters.get("thucchat.rollups.failures").counter().count()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM rollups.subject WHERE subject = :subject")
                        .param("subject", subject)
                        .query(Long.class)
                        .single())
                .as("numbers given in what was rolled back are given again")
                .isEqualTo(1);
    }

    private long counted() {
        return jdbc.sql("SELECT facts FROM rollups.roll_up_position")
                .query(Long.class)
                .single();
    }
}
