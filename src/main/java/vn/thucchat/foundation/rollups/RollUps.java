package vn.thucchat.foundation.rollups;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.DayBreakdown;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Position;

/**
 * Keeps the roll-ups in step with the log. What a stretch of the log comes to and how far the log was read are
 * written in one transaction by whoever holds the position: every fact counts exactly once, however many processes
 * run and whenever they die.
 */
@Service
@DependsOnDatabaseInitialization
public final class RollUps {

    /** Told how far a rebuild is. */
    public interface Progress {
        void at(long facts, long of);
    }

    /** Facts in one transaction. */
    private static final int BATCH = 100_000;

    private final Facts facts;
    private final InstantSource clock;
    private final RollUpNextStore next;
    private final RollUpCellStore cells;
    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshots;
    private final RollUpPositionStore position;
    private final RollUpSubjectStore subjectStore;
    private final RollUpSubjects subjects;
    private final RollUpKinds kinds;
    private final Counter counted;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private volatile Instant upToDate = Instant.MIN;

    public RollUps(DataSource pool, Facts facts, InstantSource clock, MeterRegistry meters) {
        this.facts = facts;
        this.clock = clock;
        JdbcClient jdbc = JdbcClient.create(pool);
        var manager = new JdbcTransactionManager(pool);
        this.transactions = new TransactionTemplate(manager);
        // of its own, whoever asks: what an open transaction has counted, nobody else would see
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshots = new TransactionTemplate(manager);
        snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.position = new RollUpPositionStore(jdbc);
        this.cells = new RollUpCellStore(jdbc);
        this.next = new RollUpNextStore(pool);
        this.subjectStore = new RollUpSubjectStore(jdbc);
        this.subjects = new RollUpSubjects(subjectStore);
        this.kinds = RollUpKinds.of(facts);
        this.counted = Counter.builder("thucchat.rollups.facts")
                .description("Facts that this process has counted into the roll-ups")
                .register(meters);
        Gauge.builder("thucchat.rollups.lag.seconds", this, RollUps::lagSeconds)
                .description("Age of the oldest fact that is not in the roll-ups yet")
                .register(meters);
    }

    /** Counts everything that can be read of the log; at once when there is nothing, or when another process does. */
    public void catchUp() {
        catchUp(BATCH);
    }

    void catchUp(int batch) {
        catchingUp.lock();
        try {
            while (step(batch) == batch) {
                // there may be more
            }
        } catch (RuntimeException | Error e) {
            subjects.forget();
            throw e;
        } finally {
            catchingUp.unlock();
        }
    }

    /** Adds the sums by hour to the latest day that has none, unless another process holds the position of the roll-ups. */
    RollUpBackfill.Outcome addHours() {
        var backfill = new RollUpBackfill(facts, kinds, subjectStore, cells, position);
        return Objects.requireNonNull(transactions.execute(_ -> backfill.next()));
    }

    /**
     * Every fact committed before this instant is in the roll-ups. Ask before reading figures, so that it holds for
     * what is read.
     */
    public Instant asOf() {
        Instant now = clock.instant();
        RollUpPositionStore.Mark mark = position.read();
        if (!facts.anythingAfter(mark.position())) return now;
        return mark.asOf().isAfter(upToDate) ? mark.asOf() : upToDate;
    }

    /**
     * Adds the facts that one day's sums are made of up by hour and by subject.
     *
     * @param filter the facets that a fact must have
     */
    public DayBreakdown course(Cell day, Map<String, String> filter, boolean synthetic) {
        return facts.course(day, filter, synthetic, position.read().position());
    }

    /**
     * Counts anew what has been counted of the log. Readers see the old roll-ups until the new ones are all there; new
     * facts are counted afterwards.
     */
    public void rebuild(Progress progress) {
        transactions.executeWithoutResult(_ -> {
            fillNext(position.hold(), progress);
            next.putInPlace();
            position.withoutHours(null);
        });
    }

    /** How many cells and states differ from what the log says: 0 unless there is a fault. Changes nothing. */
    public long verify() {
        Long differences = snapshots.execute(status -> {
            status.setRollbackOnly();
            fillNext(position.read(), (_, _) -> {});
            return next.differences();
        });
        return differences == null ? 0 : differences;
    }

    private void fillNext(RollUpPositionStore.Mark mark, Progress progress) {
        next.create();
        var rebuild = new RollUpRebuild(
                kinds, new RollUpSubjects(subjectStore), next, done -> progress.at(done, mark.facts()));
        // What lies before the position never changes: any connection reads the same.
        Consumer<Consumer<Fact>> log =
                reader -> transactions.executeWithoutResult(_ -> facts.inForce(mark.position(), reader));
        ReadAhead.each(log, rebuild::add);
        rebuild.finish();
        next.complete();
        progress.at(mark.facts(), mark.facts());
    }

    private int step(int size) {
        // The usual second, in which nothing happened, writes nothing.
        Instant before = clock.instant();
        if (!facts.anythingAfter(position.read().position())) {
            upToDate = before;
            return 0;
        }
        Integer read = transactions.execute(_ -> {
            Optional<RollUpPositionStore.Mark> held = position.tryHold();
            if (held.isEmpty()) return 0;
            RollUpPositionStore.Mark mark = held.get();
            var batch = new RollUpBatch(kinds, subjects);
            Position last = facts.read(mark.position(), size, batch::add);
            if (batch.facts() == 0) return 0;
            new RollUpWriter(facts, subjects, cells).write(batch, last);
            Instant now = clock.instant();
            position.advance(last, facts.anythingAfter(last) ? null : now, mark.facts() + batch.facts());
            return batch.facts();
        });
        counted.increment(read == null ? 0 : read);
        return read == null ? 0 : read;
    }

    private double lagSeconds() {
        return Math.max(0, Duration.between(asOf(), clock.instant()).toMillis() / 1000.0);
    }
}
