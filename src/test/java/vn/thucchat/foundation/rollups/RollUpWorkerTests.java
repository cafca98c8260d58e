package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.thucchat.foundation.facts.FactFixture.aFact;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class RollUpWorkerTests extends StoreTest {

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

    private long counted() {
        return jdbc.sql("SELECT facts FROM rollups.roll_up_position")
                .query(Long.class)
                .single();
    }
}
