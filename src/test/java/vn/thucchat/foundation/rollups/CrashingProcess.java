package vn.thucchat.foundation.rollups;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.testing.TestTime;

/** A process that records and counts until it is killed, and says what was committed: {@code committed <id>}. */
@NullMarked
final class CrashingProcess {

    private CrashingProcess() {}

    static void main(String[] args) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var pool = new HikariDataSource();
        pool.setJdbcUrl(args[0]);
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(0);
        var facts = new Facts(pool, FactFixture.KINDS);
        Thread.ofPlatform().start(() -> record(pool, facts, Long.parseLong(args[1])));
        var rollUps = new RollUps(pool, facts, TestTime.CLOCK, new SimpleMeterRegistry());
        while (true) rollUps.catchUp(50);
    }

    private static void record(HikariDataSource pool, Facts facts, long seed) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        var random = new RandomFacts(seed);
        var rollBack = new Random(seed);
        // What is rolled back may not be corrected later, so it comes from a source of its own.
        var lost = new RandomFacts(-seed);
        while (true) {
            boolean keep = rollBack.nextInt(10) > 0;
            List<Fact> some = (keep ? random : lost).next(10);
            if (!keep && some.stream().anyMatch(fact -> fact.corrects() != null)) continue;
            transactions.executeWithoutResult(status -> {
                facts.record(some);
                if (!keep) status.setRollbackOnly();
            });
            if (keep) System.out.println("committed " + some.getLast().id().value());
        }
    }
}
