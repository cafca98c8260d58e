package vn.thucchat.foundation.identity.throttling;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many at a time through for one key, in the order in which they came; the others wait (on virtual
 * threads, holding nothing). What is counted beforehand is so never counted for more than that many at once.
 */
final class KeyedQueues {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final int atOnce;
    private final ConcurrentHashMap<String, Queue> queues = new ConcurrentHashMap<>();

    KeyedQueues(int atOnce) {
        this.atOnce = atOnce;
    }

    private static final class Queue {
        private final Semaphore free;
        /** Those inside and those who wait; the last one takes the queue away. */
        private int users;

        private Queue(int atOnce) {
            free = new Semaphore(atOnce, true);
        }
    }

    /** @param late what is answered when the turn did not come */
    <T> T inTurn(String key, Supplier<T> work, Supplier<T> late) {
        Queue queue = queues.compute(key, (_, there) -> {
            Queue used = there == null ? new Queue(atOnce) : there;
            used.users++;
            return used;
        });
        try {
            if (!queue.free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) return late.get();
            try {
                return work.get();
            } finally {
                queue.free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late.get();
        } finally {
            queues.computeIfPresent(key, (_, used) -> --used.users == 0 ? null : used);
        }
    }
}
