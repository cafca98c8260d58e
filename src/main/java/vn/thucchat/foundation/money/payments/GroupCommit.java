package vn.thucchat.foundation.money.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Many requests, one transaction: what waits while one transaction commits goes into the next together. Nobody waits
 * for company: a single one is posted at once. Answers come after the commit.
 */
@Component
class GroupCommit implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    /** Beyond this, senders are told to come again. */
    private static final int WAITING = 20_000;

    private static final int BATCH = 500;

    private record Waiting(List<TransactionToPost> arrivals, CompletableFuture<List<Optional<Movement>>> answer) {}

    private final Posting posting;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable Thread thread;

    GroupCommit(Posting posting) {
        this.posting = posting;
    }

    /**
     * Posts a few arrivals together with others'.
     *
     * @return for each the movement that it became; empty when it was there before. Null when too many wait already
     * @throws RuntimeException when it could not be stored: nothing of it was
     */
    @Nullable
    List<Optional<Movement>> post(List<TransactionToPost> arrivals) {
        var waiting = new Waiting(arrivals, new CompletableFuture<>());
        if (thread == null || !queue.offer(waiting)) return null;
        try {
            return waiting.answer.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void work() {
        var batch = new ArrayList<Waiting>(BATCH);
        while (thread == Thread.currentThread() || !queue.isEmpty()) {
            try {
                @Nullable Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                post(batch, true);
            } catch (InterruptedException e) {
                // only the end of the process interrupts
                return;
            } finally {
                batch.clear();
            }
        }
    }

    /** When one of many cannot be stored, the others must not pay for it: each is tried by itself. */
    private void post(List<Waiting> batch, boolean together) {
        try {
            List<TransactionToPost> all =
                    batch.stream().flatMap(waiting -> waiting.arrivals.stream()).toList();
            List<Optional<Movement>> posted = posting.post(all);
            int from = 0;
            for (Waiting waiting : batch) {
                waiting.answer.complete(List.copyOf(posted.subList(from, from + waiting.arrivals.size())));
                from += waiting.arrivals.size();
            }
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException down) {
            batch.forEach(waiting -> waiting.answer.completeExceptionally(down));
        } catch (RuntimeException e) {
            if (together && batch.size() > 1) {
                LOG.warn("Of {} notifications one could not be stored; trying each by itself", batch.size(), e);
                for (Waiting waiting : batch) post(List.of(waiting), false);
            } else {
                batch.forEach(waiting -> waiting.answer.completeExceptionally(e));
            }
        } catch (Error broken) {
            // nobody waits for ever, and the next ones may be stored again
            LOG.error("{} notifications could not be stored", batch.size(), broken);
            batch.forEach(waiting -> waiting.answer.completeExceptionally(broken));
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("payments-posting").unstarted(this::work);
        thread.start();
    }

    /** What was let in is stored before the process ends. */
    @Override
    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker == null) return;
        try {
            worker.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Ends after the server has stopped taking requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
