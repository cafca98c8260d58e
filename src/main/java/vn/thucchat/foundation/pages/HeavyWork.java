package vn.thucchat.foundation.pages;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Runs what takes a processor for long on a few threads of its own: half the processors for each kind, at least one;
 * hashing on all of them, because sign-ins are nothing else. They give way to all other threads ({@link LowPriority}). On the virtual threads of requests it would hold their carriers, and everything else, payments too, would stand still
 * until it is done. Requests wait a few seconds for their turn and are then told to come back (503, Retry-After); jobs,
 * which nobody sits in front of, wait as long as it takes.
 */
public final class HeavyWork {

    private static final int HALF = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Argon2id: 7 MiB and some 40 ms each. */
    public static final HeavyWork HASHING =
            new HeavyWork("hashing", Runtime.getRuntime().availableProcessors());

    /** PDF. */
    public static final HeavyWork PAPERS = new HeavyWork("papers", HALF);

    /** Photographs of papers: a second or two each. */
    public static final HeavyWork SCANS = new HeavyWork("scans", HALF);

    /** Spreadsheets and CSV, with what they read from the database. */
    public static final HeavyWork SHEETS = new HeavyWork("sheets", HALF);

    /** Maps that nobody has drawn yet. */
    public static final HeavyWork MAPS = new HeavyWork("maps", HALF);

    /** Signatures of documents, verified and made. */
    public static final HeavyWork SIGNATURES = new HeavyWork("signatures", HALF);

    /** The most that wait for each kind, and as many again of those who are preferred. */
    public static final int MOST_WAITING = 64;

    static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final AtomicLong ORDER = new AtomicLong();

    private final ThreadPoolExecutor threads;
    /** What a piece of work takes until it is known better, as Argon2id. */
    private static final double FIRST_SECONDS = 0.06;

    private final AtomicInteger underway = new AtomicInteger();
    private final int threadCount;
    private volatile double meanSeconds = FIRST_SECONDS;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final Semaphore preferred = new Semaphore(MOST_WAITING);

    private HeavyWork(String name, int most) {
        threadCount = most;
        threads = threads(name, most);
    }

    private static ThreadPoolExecutor threads(String name, int most) {
        var factory = Thread.ofPlatform().daemon().name(name + "-", 1).factory();
        var threads = new ThreadPoolExecutor(
                most,
                most,
                1,
                TimeUnit.MINUTES,
                new PriorityBlockingQueue<>(),
                work -> factory.newThread(() -> {
                    LowPriority.ofThisThread();
                    work.run();
                }));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** How many works of this kind run at once. */
    int threads() {
        return threads.getMaximumPoolSize();
    }

    /**
     * Runs the work when its turn comes.
     *
     * @throws Problem 503 when too much is waiting, or its turn did not come within some seconds
     */
    public <T> T run(Supplier<T> work) {
        return run(false, work);
    }

    /** @param first goes before all that is not preferred: whom a flood of strangers must not keep out */
    public <T> T run(boolean first, Supplier<T> work) {
        boolean request = RequestContextHolder.getRequestAttributes() != null;
        if (request && TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("Holds a connection to the database for as long as this takes");
        if (!request) return await(new Turn<>(false, () -> measured(work)), null);
        Semaphore place = first ? preferred : places;
        if (!place.tryAcquire()) throw busy();
        try {
            return await(new Turn<>(first, () -> measured(work)), LONGEST_WAIT);
        } finally {
            place.release();
        }
    }

    /** How many pieces are worked at, or wait for their turn. */
    public int underway() {
        return underway.get();
    }

    /** How many pieces are done in a second when all threads work, as measured. */
    public double perSecond() {
        return threadCount / meanSeconds;
    }

    private <T> T measured(Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            double seconds = (System.nanoTime() - begun) / 1e9;
            // two threads may lose one of two measurements, which changes nothing
            meanSeconds = Math.max(0.001, 0.9 * meanSeconds + 0.1 * seconds);
        }
    }

    private <T> T await(Turn<T> turn, @Nullable Duration longest) {
        underway.incrementAndGet();
        try {
            threads.execute(turn);
            if (longest != null
                    && !turn.begun.await(longest.toMillis(), TimeUnit.MILLISECONDS)
                    && turn.taken.compareAndSet(false, true)) throw busy();
            return turn.result.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            if (e.getCause() instanceof Error failure) throw failure;
            throw e;
        } finally {
            underway.decrementAndGet();
        }
    }

    private static Problem busy() {
        return Problem.busy(COME_BACK, "problem.busy");
    }

    private static final class Turn<T> implements Runnable, Comparable<Turn<?>> {
        private final boolean first;
        private final long order = ORDER.incrementAndGet();
        private final Supplier<T> work;
        /** Taken once: by a thread, or by whoever waits no longer. */
        private final AtomicBoolean taken = new AtomicBoolean();

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<T> result = new CompletableFuture<>();

        private Turn(boolean first, Supplier<T> work) {
            this.first = first;
            this.work = work;
        }

        @Override
        public void run() {
            if (!taken.compareAndSet(false, true)) return;
            begun.countDown();
            try {
                result.complete(work.get());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        }

        @Override
        public int compareTo(Turn<?> other) {
            return first == other.first ? Long.compare(order, other.order) : first ? -1 : 1;
        }
    }
}
