package vn.thucchat.foundation.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells webhooks what they have not been told. Any process may: it takes a webhook up by a time in the database up to
 * which nobody else does, and gives each a turn of its own ({@link WebhookTurns}). A process that dies leaves
 * its webhooks to the others when that time is over; what it had sent but not noted is sent again.
 */
@Component
class WebhookSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /**
     * At once by this process. Nearly all that a turn costs is waiting for the receiver; of the database's connections
     * they hold few together ({@link FewConnections}).
     */
    private static final int MOST = 2_000;
    /** Of them those that failed before: they must not crowd out the others. */
    private static final int MOST_FAILING = 800;

    private static final int MOST_OF_A_HOST = 500;
    /** Taken up in one go; a host can hold so many more than it should. */
    private static final int PORTION = 100;

    /** How often those are looked for whose time has come. */
    private static final long POLL_MS = 1_000;
    /** What a signal would have told, should one be lost. */
    private static final long SWEEP_MS = 30_000;
    /** However much moves, the database is asked no more often. */
    private static final long REST_MS = 50;

    private final WebhookTurnStore store;
    private final WebhookTurns turns;
    private final InstantSource clock;

    private final Set<Integer> moved = ConcurrentHashMap.newKeySet();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private final BusyHosts hosts = new BusyHosts(MOST_OF_A_HOST);
    private volatile boolean anyMoved = true;
    private volatile boolean crowdLess;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    WebhookSender(WebhookTurnStore store, WebhookTurns turns, InstantSource clock, Signals signals) {
        this.store = store;
        this.turns = turns;
        this.clock = clock;
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
            if (now - swept > TimeUnit.MILLISECONDS.toNanos(SWEEP_MS) || (poll && crowdLess)) {
                crowdLess = false;
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
        take(room -> store.claimDue(clock.instant(), false, hosts.crowded(), lease(), room), false);
        take(room -> store.claimDue(clock.instant(), true, hosts.crowded(), lease(), room), true);
    }

    private void lookWhereItMoved() {
        if (anyMoved) {
            anyMoved = false;
            if (take(room -> store.claimBehind(hosts.crowded(), lease(), room), false)) anyMoved = true;
        }
        // marked again while the database is asked, an account is asked about again
        Set<Integer> looked = Set.copyOf(moved);
        moved.removeAll(looked);
        if (!looked.isEmpty() && take(room -> store.claimBehind(looked, hosts.crowded(), lease(), room), false))
            moved.addAll(looked);
    }

    private interface Claim {
        List<WebhookTurnStore.Claimed> upTo(int room);
    }

    /** @return whether there may be more than there was room for */
    private boolean take(Claim claim, boolean again) {
        while (true) {
            int room = Math.min(PORTION, again ? Math.min(room(), MOST_FAILING - failing.get()) : room());
            if (room <= 0) return true;
            List<WebhookTurnStore.Claimed> claimed = claim.upTo(room);
            for (WebhookTurnStore.Claimed webhook : claimed) begin(webhook, again);
            if (claimed.size() < room) return false;
        }
    }

    private void begin(WebhookTurnStore.Claimed webhook, boolean again) {
        String host = BusyHosts.of(webhook.to().url());
        working.incrementAndGet();
        if (again) failing.incrementAndGet();
        hosts.enter(host);
        Thread.ofVirtual().name("webhook-", webhook.to().account()).start(() -> {
            try {
                turns.take(webhook, () -> running);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Webhook {} is left until its time is over: {}",
                        webhook.to().id(),
                        e.toString());
            } finally {
                working.decrementAndGet();
                if (again) failing.decrementAndGet();
                if (hosts.leave(host)) crowdLess = true;
                // what was stored while it was ours had its signal in vain
                heard(Set.of(webhook.to().account()));
            }
        });
    }

    private int room() {
        return MOST - working.get();
    }

    private Instant lease() {
        return clock.instant().plus(WebhookTurns.LEASE).truncatedTo(ChronoUnit.MICROS);
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
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (working.get() > 0 && System.nanoTime() < end) rest();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
