package vn.thucchat.foundation.identity.accesslog;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/**
 * Seals the lines of the access log in batches, every minute. No line waits for another: writers only draw a position;
 * the sealer waits until the transactions that may still bring an earlier one have ended, and comes back later when
 * that takes too long.
 */
@Component
record AccessLogSealing(AccessLogSealStore store, AccessLogAnchors anchors, Seal keys, InstantSource clock) {

    static final int BATCH = 5_000;

    private static final int TRIES = 20;
    private static final long PAUSE_MS = 100;

    @Bean
    static RecurringTask<Void> accessLogSealingTask(AccessLogSealing sealing) {
        return Tasks.recurring("access-log-sealing", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> sealing.seal());
    }

    /** @return how many lines were sealed */
    int seal() {
        AccessLogSeal.End end = store.last();
        long drawn = store.drawn();
        if (drawn == end.position() || !settled(store.nextTransaction())) return 0;
        int sealed = 0;
        while (end.position() < drawn) {
            List<AccessLogSeal.Line> lines = store.lines(end.position(), drawn, BATCH);
            long to = lines.size() < BATCH ? drawn : lines.getLast().position();
            var seal = AccessLogSeal.of(end, to, lines, clock.instant(), keys);
            store.insert(seal);
            sealed += lines.size();
            end = seal.end();
        }
        anchors.keep(end, clock.instant());
        return sealed;
    }

    /** Whether all transactions below that number have ended. */
    private boolean settled(long transaction) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (store.oldestTransaction() >= transaction) return true;
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
