package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.testing.StoreTest;

/** Nobody reads past a transaction that is still open, in whatever order numbers are drawn and transactions end. */
@NullMarked
class HorizonTests extends StoreTest {

    private Facts facts;
    private Reader reader;

    @BeforeAll
    void open() {
        facts = new Facts(pool, FactFixture.KINDS);
    }

    @BeforeEach
    void startAtTheEnd() {
        reader = new Reader();
        reader.read();
        reader.facts.clear();
    }

    @Test
    void an_open_transaction_that_recorded_first_loses_nothing() throws Exception {
        Fact early = aFact().build();
        Fact late = aFact().build();
        try (var open = new OpenTransaction()) {
            open.run(() -> facts.record(early));
            record(late);
            reader.read();
            assertThat(reader.facts).isEmpty();
            assertThat(facts.anythingAfter(reader.position)).isTrue();
            open.commit();
        }
        reader.read();
        assertThat(reader.facts).containsExactly(early, late);
    }

    @Test
    void an_old_transaction_that_draws_a_later_number_loses_nothing() throws Exception {
        Fact younger = aFact().build();
        Fact older = aFact().build();
        try (var open = new OpenTransaction()) {
            open.run(() -> jdbc.sql("SELECT pg_current_xact_id()")
                    .query((row, number) -> true)
                    .single());
            record(younger);
            open.run(() -> facts.record(older));
            reader.read();
            assertThat(reader.facts).isEmpty();
            open.commit();
        }
        reader.read();
        assertThat(reader.facts).containsExactly(older, younger);
    }

    @Test
    void a_transaction_that_has_written_nothing_yet_holds_nobody_up_and_loses_nothing() throws Exception {
        Fact other = aFact().build();
        Fact own = aFact().build();
        try (var open = new OpenTransaction()) {
            open.run(() -> jdbc.sql("SELECT 1").query(Integer.class).single());
            record(other);
            reader.read();
            assertThat(reader.facts).containsExactly(other);
            open.run(() -> facts.record(own));
            open.commit();
        }
        reader.read();
        assertThat(reader.facts).containsExactly(other, own);
    }

    @Test
    void facts_behind_a_savepoint_belong_to_the_whole_transaction() throws Exception {
        Fact kept = aFact().build();
        Fact undone = aFact().build();
        Fact nested = aFact().build();
        Fact other = aFact().build();
        try (var open = new OpenTransaction()) {
            open.run(() -> facts.record(kept));
            open.run(() -> nested(true, undone));
            record(other);
            open.run(() -> nested(false, nested));
            reader.read();
            assertThat(reader.facts).isEmpty();
            open.commit();
        }
        reader.read();
        assertThat(reader.facts).containsExactly(kept, nested, other);
    }

    @Test
    void a_correction_follows_what_it_corrects_even_from_an_older_transaction() throws Exception {
        Fact corrected = aFact().build();
        Fact correction = correctionOf(corrected).count(2).build();
        Fact next = correctionOf(correction).count(3).build();
        try (var open = new OpenTransaction()) {
            open.run(() -> facts.record(aFact().unit("05440").build()));
            record(corrected);
            open.run(() -> facts.record(correction));
            open.run(() -> facts.record(next));
            reader.read();
            assertThat(reader.facts).isEmpty();
            open.commit();
        }
        reader.read();
        assertThat(reader.facts).hasSize(4).containsSubsequence(corrected, correction, next);
    }

    @Test
    void concurrent_writers_and_a_reader_see_each_fact_exactly_once() throws Exception {
        int writers = 6;
        var written = Collections.synchronizedList(new ArrayList<FactId>());
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reading = threads.submit(() -> {
                while (!done.get()) reader.read(7);
            });
            var writing = new ArrayList<Future<?>>();
            for (int writer = 0; writer < writers; writer++) {
                var random = new Random(writer);
                writing.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) written.addAll(recordSlowly(random));
                }));
            }
            for (Future<?> future : writing) future.get();
            done.set(true);
            reading.get();
        }
        reader.read();
        assertThat(written).hasSizeGreaterThan(200);
        assertThat(reader.facts).extracting(Fact::id).containsExactlyInAnyOrderElementsOf(written);
    }

    private List<FactId> recordSlowly(Random random) {
        boolean rollBack = random.nextInt(5) == 0;
        var ids = new ArrayList<FactId>();
        transactions.executeWithoutResult(status -> {
            for (int n = random.nextInt(4); n >= 0; n--) {
                Fact fact = aFact().build();
                facts.record(fact);
                ids.add(fact.id());
                pause(random.nextInt(4));
            }
            if (rollBack) status.setRollbackOnly();
        });
        return rollBack ? List.of() : ids;
    }

    private void nested(boolean rollBack, Fact fact) {
        var savepoint = new TransactionTemplate(new JdbcTransactionManager(pool));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        savepoint.executeWithoutResult(status -> {
            facts.record(fact);
            if (rollBack) status.setRollbackOnly();
        });
    }

    private void record(Fact fact) {
        transactions.executeWithoutResult(_ -> facts.record(fact));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Reader {
        private Position position = Position.START;
        private final List<Fact> facts = new ArrayList<>();

        void read() {
            Position before;
            do {
                before = position;
                read(1_000);
            } while (!before.equals(position));
        }

        void read(int limit) {
            position = HorizonTests.this.facts.read(position, limit, logged -> facts.add(logged.fact()));
        }
    }

    /** A transaction on a thread of its own, since transactions belong to threads. */
    private final class OpenTransaction implements AutoCloseable {
        private final PlatformTransactionManager manager = new JdbcTransactionManager(pool);
        private final java.util.concurrent.ExecutorService thread = Executors.newSingleThreadExecutor();
        private final TransactionStatus status;

        OpenTransaction() throws Exception {
            status = thread.submit(() -> manager.getTransaction(new DefaultTransactionDefinition()))
                    .get();
        }

        void run(Runnable work) throws Exception {
            thread.submit(work).get();
        }

        void commit() throws Exception {
            run(() -> manager.commit(status));
        }

        @Override
        public void close() {
            thread.execute(() -> {
                if (!status.isCompleted()) manager.rollback(status);
            });
            thread.close();
        }
    }
}
