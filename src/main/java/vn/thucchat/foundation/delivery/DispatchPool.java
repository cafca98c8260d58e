package vn.thucchat.foundation.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims leases and works on each in a virtual thread of its own: so many at once, so many of them that failed before,
 * so many of one host. Nearly all that a turn costs is waiting for the receiver.
 *
 * @param <L> lease: the right to work on something until a time in the database, after which another process may
 */
public final class DispatchPool<L> {

    /**
     * Bounds of a pool.
     *
     * @param turns at once by this process
     * @param failing of them those that failed before: they must not crowd out the others
     * @param ofHost of them those to one host
     */
    public record Limits(int turns, int failing, int ofHost) {}

    /** Claims leases in the database. */
    public interface Claim<L> {
        List<L> upTo(int limit);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DispatchPool.class);
    /** Claimed in one go; a host can hold so many more than it should. */
    private static final int PORTION = 100;

    private final String name;
    private final Limits limits;
    private final Function<L, String> host;
    private final Consumer<L> turn;
    private final Consumer<L> ended;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private final PerHostLimit hosts;
    private volatile boolean crowdLess;

    /**
     * Makes an idle pool.
     *
     * @param turn works on one lease; where it throws, the lease is left until it ends
     * @param ended called after each turn, whatever became of it
     */
    public DispatchPool(String name, Limits limits, Function<L, String> host, Consumer<L> turn, Consumer<L> ended) {
        this.name = name;
        this.limits = limits;
        this.host = host;
        this.turn = turn;
        this.ended = ended;
        hosts = new PerHostLimit(limits.ofHost());
    }

    /** Hosts of which no lease is to be claimed for now. */
    public Set<String> crowded() {
        return hosts.crowded();
    }

    /** Tells once whether a host that was crowded has room again, so that its leases are to be looked for. */
    public boolean crowdLess() {
        boolean was = crowdLess;
        crowdLess = false;
        return was;
    }

    /**
     * Claims as many leases as there is room for, and begins their turns.
     *
     * @param again whether they failed before
     * @return whether there may be more than there was room for
     */
    public boolean take(Claim<L> claim, boolean again) {
        while (true) {
            int free = limits.turns() - working.get();
            int room = Math.min(PORTION, again ? Math.min(free, limits.failing() - failing.get()) : free);
            if (room <= 0) return true;
            List<L> claimed = claim.upTo(room);
            for (L lease : claimed) begin(lease, again);
            if (claimed.size() < room) return false;
        }
    }

    private void begin(L lease, boolean again) {
        String to = host.apply(lease);
        working.incrementAndGet();
        if (again) failing.incrementAndGet();
        hosts.enter(to);
        Thread.ofVirtual().name(name + "-turn").start(() -> {
            try {
                turn.accept(lease);
            } catch (RuntimeException e) {
                LOG.warn("{}: one for {} is left until its lease ends: {}", name, to, e.toString());
            } finally {
                working.decrementAndGet();
                if (again) failing.decrementAndGet();
                if (hosts.leave(to)) crowdLess = true;
                ended.accept(lease);
            }
        });
    }

    /** Waits for the turns under way; what does not end in time is taken up again when its lease ends. */
    public void drain(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (working.get() > 0 && System.nanoTime() < end) LockSupport.parkNanos(50_000_000);
    }
}
