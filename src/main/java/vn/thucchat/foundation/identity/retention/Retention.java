package vn.thucchat.foundation.identity.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;

/** Deletes in the night what the purposes no longer need, in batches, and keeps a figure of how much it was. */
@Service
public class Retention {

    public static final String PATH = "/privacy/retention";

    private static final int BATCH = 1_000;
    /** What is left after so many batches waits for the next night. */
    private static final int BATCHES = 500;
    /** A page counts no further. */
    private static final int COUNTED = 100_000;

    private final RetentionRunStore store;
    private final List<RetentionSweep> sweeps;
    private final PrivacyRules rules;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Retention(
            RetentionRunStore store,
            List<RetentionSweep> sweeps,
            PrivacyRules rules,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.sweeps = sweeps.stream()
                .sorted(Comparator.comparing(RetentionSweep::purpose))
                .toList();
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What one night deleted of a purpose: what was older than {@code before}. */
    public record Run(Instant before, int deleted, Instant at) {}

    /**
     * What a purpose keeps.
     *
     * @param waiting how much the next night deletes, counted up to 100,000
     */
    public record Kept(
            String purpose, int days, int waiting, @Nullable Run last) {}

    /** Counts and deletes nothing. */
    public List<Kept> preview() {
        return sweeps.stream()
                .map(sweep -> new Kept(
                        sweep.purpose(),
                        days(sweep),
                        sweep.count(before(sweep), COUNTED),
                        store.last(sweep.purpose()).orElse(null)))
                .toList();
    }

    /** Each batch is a transaction of its own: whatever ends it, what was deleted is. */
    public void run() {
        for (RetentionSweep sweep : sweeps) {
            Instant before = before(sweep);
            int all = 0;
            for (int i = 0; i < BATCHES; i++) {
                Integer deleted = transactions.execute(_ -> sweep.delete(before, BATCH));
                if (deleted == null || deleted == 0) break;
                all += deleted;
            }
            store.add(sweep.purpose(), Ids.next(clock), new Run(before, all, now()));
        }
    }

    private int days(RetentionSweep sweep) {
        return rules.of("keep." + sweep.purpose(), BusinessTime.day(clock.instant()));
    }

    private Instant before(RetentionSweep sweep) {
        return now().minus(Duration.ofDays(days(sweep)));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
