package vn.thucchat.foundation.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.thucchat.foundation.delivery.DeliveryChannel.Attempt;

/**
 * Hands messages of the outbox to their channels. Every process does: it claims a message by a lease in the database, so
 * that no other hands it over meanwhile; a process that dies leaves its messages to the others when the leases end.
 */
@Component
class OutboxDispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    private static final DispatchPool.Limits LIMITS = new DispatchPool.Limits(200, 80, 50);
    private static final int MOST_CONNECTIONS = 4;
    /** Longer than any channel takes for one message, and the time to note it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final long POLL_MS = 1_000;

    private final OutboxStore store;
    private final Map<String, DeliveryChannel> channels;
    private final DatabaseBulkhead database;
    private final InstantSource clock;
    private final DispatchPool<DeliveryLease> pool =
            new DispatchPool<>("outbox", LIMITS, DeliveryLease::host, this::deliver, _ -> ended());
    private final Semaphore written = new Semaphore(0);
    /** Whether there may be messages that there was no room for. */
    private volatile boolean more;

    private volatile @Nullable Thread thread;

    OutboxDispatcher(
            OutboxStore store,
            List<DeliveryChannel> channels,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.channels = channels.stream().collect(Collectors.toMap(DeliveryChannel::name, Function.identity()));
        this.clock = clock;
        database = new DatabaseBulkhead(transactions, MOST_CONNECTIONS);
    }

    /** A process need not wait for its own messages; those of others are found by looking. */
    @TransactionalEventListener
    void written(Outbox.Written ignored) {
        written.release();
    }

    private void work() {
        while (thread == Thread.currentThread()) {
            try {
                if (written.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS)) written.drainPermits();
                takeDue();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The outbox waits for the database: {}", e.toString());
            }
        }
    }

    void takeDue() {
        boolean full = false;
        for (boolean failing : List.of(false, true))
            full |= pool.take(room -> store.claimDue(clock.instant(), failing, pool.crowded(), lease(), room), failing);
        more = full;
    }

    /** A backlog is worked off as fast as turns end: waiting for the next look would make it a hundred messages a second. */
    private void ended() {
        if (more || pool.crowdLess()) written.release();
    }

    private Instant lease() {
        return clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
    }

    private void deliver(DeliveryLease lease) {
        Attempt attempt = attempt(lease.message());
        Instant now = clock.instant();
        boolean ours = database.ask(() -> switch (attempt) {
            case Attempt.Delivered() -> store.delivered(lease, now);
            case Attempt.Deferred(var until) -> store.defer(lease, until);
            case Attempt.Rejected(var reason) -> store.fail(lease, null, reason);
            case Attempt.Failed(var reason, var after) ->
                store.fail(
                        lease,
                        RetryBackoff.next(lease.attempts(), after)
                                .map(now::plus)
                                .orElse(null),
                        reason);
        });
        if (!ours)
            LOG.warn(
                    "Message {} was handed over after its lease ended",
                    lease.message().id());
    }

    private Attempt attempt(OutboxMessage message) {
        var channel = Optional.ofNullable(channels.get(message.channel()));
        try {
            return channel.<Attempt>map(one -> one.deliver(message))
                    .orElseGet(() -> new Attempt.Failed("No channel " + message.channel(), null));
        } catch (RuntimeException e) {
            LOG.warn("Message {} failed: {}", message.id(), e.toString());
            return new Attempt.Failed(e.toString(), null);
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("outbox").unstarted(this::work);
        thread.start();
    }

    @Override
    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker != null) worker.interrupt();
        pool.drain(Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
