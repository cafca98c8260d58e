package vn.thucchat.foundation.rollups;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Facts;

/**
 * Counts on about every second, and at once after a fact was recorded in this process. After a failure it waits,
 * twice as long each time; the roll-ups stay whole, only older, and the lag shows it. First adds what an upgrade left
 * without hours, and counts new facts between any two days; a day that fails is tried again after pauses of its own.
 */
@Component
class RollUpWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RollUpWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Acts come in swarms: what is recorded within this time is counted together. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private final RollUps rollUps;
    private final Counter failures;
    private boolean hoursMissing = true;
    private Duration hoursPause = EVERY;
    /** When hours may be added again, as {@link System#nanoTime} says it. */
    private long hoursDue = System.nanoTime();

    private final Semaphore recorded = new Semaphore(0);
    private CountDownLatch stop = new CountDownLatch(0);
    private @Nullable Thread thread;

    RollUpWorker(RollUps rollUps, Facts facts, MeterRegistry meters) {
        this.rollUps = rollUps;
        this.failures = Counter.builder("thucchat.rollups.failures")
                .description("Batches of facts that could not be counted and are tried again")
                .register(meters);
        facts.afterCommit(recorded::release);
    }

    @Override
    public synchronized void start() {
        var stopped = new CountDownLatch(1);
        stop = stopped;
        thread = Thread.ofVirtual().name("roll-ups").start(() -> work(stopped));
    }

    @Override
    public synchronized void stop() {
        stop.countDown();
        recorded.release();
        if (thread == null) return;
        try {
            // The batch under way ends whole; should it take too long, its transaction dies with the process.
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work(CountDownLatch stopped) {
        Duration pause = EVERY;
        try {
            while (stopped.getCount() > 0) {
                try {
                    rollUps.catchUp();
                    while (stopped.getCount() > 0 && addHours()) rollUps.catchUp();
                    pause = EVERY;
                    boolean woken = recorded.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                    if (woken && stopped.await(GATHER.toMillis(), TimeUnit.MILLISECONDS)) return;
                    recorded.drainPermits();
                } catch (RuntimeException | Error e) {
                    failures.increment();
                    pause = longer(pause);
                    LOG.warn("Roll-ups stand still; next try in {} s", pause.toSeconds(), e);
                    if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds the sums by hour to one day; tells whether another day may follow at once. */
    private boolean addHours() {
        if (!hoursMissing || System.nanoTime() - hoursDue < 0) return false;
        try {
            RollUpBackfill.Outcome outcome = rollUps.addHours();
            hoursMissing = outcome != RollUpBackfill.Outcome.NOTHING_LEFT;
            hoursPause = EVERY;
            return outcome == RollUpBackfill.Outcome.ADDED;
        } catch (RuntimeException | Error e) {
            failures.increment();
            hoursPause = longer(hoursPause);
            hoursDue = System.nanoTime() + hoursPause.toNanos();
            LOG.warn("Hours cannot be added to a day; next try in {} s", hoursPause.toSeconds(), e);
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }
}
