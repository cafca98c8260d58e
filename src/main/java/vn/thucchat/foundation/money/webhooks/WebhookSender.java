package vn.thucchat.foundation.money.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.DispatchPool;
import vn.thucchat.foundation.money.payments.TransactionNotifications;

/**
 * Tells webhooks what they have not been told. Any process may: it takes a webhook up by a time in the database up to
 * which nobody else does, and gives each a turn of its own ({@link WebhookDispatch}). A process that dies leaves
 * its webhooks to the others when that time is over; what it had sent but not noted is sent again.
 */
@Component
class WebhookSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private static final DispatchPool.Limits LIMITS = new DispatchPool.Limits(2_000, 800, 500);

    /** How often those are looked for whose time has come. */
    private static final long POLL_MS = 1_000;
    /** What a signal would have told, should one be lost. */
    private static final long SWEEP_MS = 30_000;
    /** However much moves, the database is asked no more often. */
    private static final long REST_MS = 50;

    private final WebhookLeaseStore store;
    private final InstantSource clock;
    private final DispatchPool<WebhookLeaseStore.Claimed> pool;

    private final Set<Integer> moved = ConcurrentHashMap.newKeySet();
    private volatile boolean anyMoved = true;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    WebhookSender(
            WebhookLeaseStore store, WebhookDispatch turns, InstantSource clock, TransactionNotifications signals) {
        this.store = store;
        this.clock = clock;
        pool = new DispatchPool<>(
                "webhooks",
                LIMITS,
                webhook -> webhook.to().host(),
                webhook -> turns.take(webhook, () -> running),
                // what was stored while it was ours had its signal in vain
                webhook -> heard(Set.of(webhook.to().account())));
        signals.listen(this::heard);
    }

    private void heard(Set<Integer> accounts) {
        if (accounts.isEmpty()) anyMoved = true;
        else moved.addAll(accounts);
        LockSupport.unpark(thread);
    }

    private void work() {
        long swept = System.nanoTime();
        long polled = swept - TimeUnit.MILLISECONDS.toNanos(POLL_MS);
        while (running) {
            if (moved.isEmpty() && !anyMoved) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
            long now = System.nanoTime();
            boolean poll = now - polled >= TimeUnit.MILLISECONDS.toNanos(POLL_MS);
            if (poll) polled = now;
            if (now - swept > TimeUnit.MILLISECONDS.toNanos(SWEEP_MS) || (poll && pool.crowdLess())) {
                anyMoved = true;
                swept = now;
            }
            try {
                if (poll) lookWhoseTimeHasCome();
                lookWhereItMoved();
            } catch (RuntimeException e) {
                LOG.warn("Webhooks wait for the database: {}", e.toString());
                anyMoved = true;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
            }
            rest();
        }
    }

    private void lookWhoseTimeHasCome() {
        pool.take(room -> store.claimDue(clock.instant(), false, pool.crowded(), lease(), room), false);
        pool.take(room -> store.claimDue(clock.instant(), true, pool.crowded(), lease(), room), true);
    }

    private void lookWhereItMoved() {
        if (anyMoved) {
            anyMoved = false;
            if (pool.take(room -> store.claimBehind(pool.crowded(), lease(), room), false)) anyMoved = true;
        }
        // marked again while the database is asked, an account is asked about again
        Set<Integer> looked = Set.copyOf(moved);
        moved.removeAll(looked);
        if (!looked.isEmpty() && pool.take(room -> store.claimBehind(looked, pool.crowded(), lease(), room), false))
            moved.addAll(looked);
    }

    private Instant lease() {
        return clock.instant().plus(WebhookDispatch.LEASE).truncatedTo(ChronoUnit.MICROS);
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        anyMoved = true;
        thread = Thread.ofPlatform().daemon().name("webhooks").unstarted(this::work);
        thread.start();
    }

    /** What is under way may end; what does not is taken up again by whoever runs when its time is over. */
    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        pool.drain(Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
