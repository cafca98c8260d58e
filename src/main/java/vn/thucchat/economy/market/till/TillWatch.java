package vn.thucchat.economy.market.till;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.TransactionNotifications;

/**
 * Brings movements to the open screens of this process: for all that moved since the last look one question to the
 * database, however many screens are open. A screen that cannot keep up, or that comes later, reads for itself.
 */
@Component
class TillWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TillWatch.class);
    private static final int EACH = 200;
    /** What a screen may be behind before it is told to read for itself. */
    private static final int BEHIND = 200;

    /** What comes to one screen. */
    final class Mailbox implements AutoCloseable {
        private final Collection<Integer> accounts;
        /** Empty: only to wake whoever waits. */
        private final BlockingQueue<Optional<Movement>> movements = new ArrayBlockingQueue<>(BEHIND);

        private volatile boolean lost;

        private Mailbox(Collection<Integer> accounts) {
            this.accounts = accounts;
        }

        /** The next movement, or null when none came in time, some did not fit, or the process is ending. */
        @Nullable
        Movement next(long milliseconds) throws InterruptedException {
            if (lost || !running) return null;
            Optional<Movement> next = movements.poll(milliseconds, TimeUnit.MILLISECONDS);
            return next == null ? null : next.orElse(null);
        }

        /** Whether something did not fit, or may have been missed; asked once for each time. */
        boolean lost() {
            boolean was = lost;
            if (was) {
                movements.clear();
                lost = false;
            }
            return was;
        }

        boolean ending() {
            return !running;
        }

        private void put(Movement movement) {
            if (!movements.offer(Optional.of(movement))) lost = true;
        }

        @Override
        public void close() {
            for (int account : accounts)
                channels.computeIfPresent(account, (_, channel) -> {
                    channel.boxes.remove(this);
                    return channel.boxes.isEmpty() ? null : channel;
                });
        }
    }

    /** The screens that watch an account, and up to where they have been told. */
    private static final class Channel {
        private final Set<Mailbox> boxes = ConcurrentHashMap.newKeySet();
        private volatile long last = -1;
    }

    private final Payments payments;
    private final Map<Integer, Channel> channels = new ConcurrentHashMap<>();
    private final Set<Integer> moved = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    TillWatch(Payments payments, TransactionNotifications signals) {
        this.payments = payments;
        signals.listen(this::moved);
    }

    /** From now on nothing on the accounts is missed: read what is there after this, not before. */
    Mailbox watch(Collection<Integer> accounts) {
        var box = new Mailbox(List.copyOf(accounts));
        for (int account : accounts)
            channels.compute(account, (_, there) -> {
                Channel channel = there == null ? new Channel() : there;
                channel.boxes.add(box);
                return channel;
            });
        // after the channels are there: what is stored later signals later
        payments.last(accounts).forEach((account, last) -> {
            Channel channel = channels.get(account);
            if (channel != null && channel.last < 0) channel.last = last;
        });
        return box;
    }

    int screens() {
        return channels.values().stream()
                .mapToInt(channel -> channel.boxes.size())
                .sum();
    }

    private void moved(Set<Integer> accounts) {
        if (accounts.isEmpty()) moved.addAll(channels.keySet());
        else for (int account : accounts) if (channels.containsKey(account)) moved.add(account);
        if (!moved.isEmpty()) LockSupport.unpark(thread);
    }

    private void work() {
        while (running) {
            if (moved.isEmpty()) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            if (moved.isEmpty()) continue;
            try {
                bring();
            } catch (RuntimeException e) {
                LOG.warn("Screens wait for the database: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }

    private void bring() {
        // marked again while the database is asked, an account is asked about again
        Set<Integer> looked = Set.copyOf(moved);
        moved.removeAll(looked);
        var after = new HashMap<Integer, Long>();
        for (int account : looked) {
            Channel channel = channels.get(account);
            // one that is just being opened reads for itself
            if (channel != null && channel.last >= 0) after.put(account, channel.last);
        }
        List<Movement> fresh;
        try {
            fresh = payments.after(after, EACH);
        } catch (RuntimeException e) {
            moved.addAll(looked);
            throw e;
        }
        var counts = new HashMap<Integer, Integer>();
        for (Movement movement : fresh) {
            Channel channel = channels.get(movement.account());
            if (channel == null) continue;
            channel.last = movement.number();
            channel.boxes.forEach(box -> box.put(movement));
            // perhaps there are more
            if (counts.merge(movement.account(), 1, Integer::sum) == EACH) moved.add(movement.account());
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("till-watch").unstarted(this::work);
        thread.start();
    }

    /** Screens end first, so that the server can stop without waiting for them. */
    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        channels.values().forEach(channel -> channel.boxes.forEach(box -> box.movements.offer(Optional.empty())));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
