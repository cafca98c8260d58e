package vn.thucchat.foundation.delivery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * A process that writes messages and delivers them until it is killed, and says what was committed: {@code committed <id>}.
 * Its third argument moves its clock, so that the leases of those that were killed before it have ended.
 */
@NullMarked
final class CrashingOutbox {

    private CrashingOutbox() {}

    static void main(String[] args) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var pool = new HikariDataSource();
        pool.setJdbcUrl(args[0]);
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        var parts = new Parts(pool, clock(Long.parseLong(args[2])));
        parts.dispatcher.start();
        UUID person = UUID.fromString(args[1]);
        var transactions = new TransactionTemplate(parts.transactions);
        for (int number = 1; ; number++) {
            boolean undone = number % 5 == 0;
            UUID id = transactions.execute(status -> {
                UUID written = parts.inbox.send(
                        person, undone ? "act.undone" : "act.done", "nav.inbox", List.of(), "/inbox", null);
                if (undone) status.setRollbackOnly();
                return written;
            });
            if (!undone) System.out.println("committed " + id);
        }
    }

    static ObjectProvider<Inbox.Listener> nobody() {
        return new StaticListableBeanFactory().getBeanProvider(Inbox.Listener.class);
    }

    static ObjectProvider<Inbox.Recall> nothing() {
        return new StaticListableBeanFactory().getBeanProvider(Inbox.Recall.class);
    }

    static InstantSource clock(long leases) {
        return InstantSource.offset(
                BusinessTime.systemClock(),
                OutboxDispatcher.LEASE.plusSeconds(1).multipliedBy(leases));
    }

    /** The outbox and its dispatcher on a database. */
    static final class Parts {
        final JdbcTransactionManager transactions;
        final Inbox inbox;
        final OutboxDispatcher dispatcher;

        Parts(HikariDataSource pool, InstantSource clock) {
            JdbcClient jdbc = JdbcClient.create(pool);
            transactions = new JdbcTransactionManager(pool);
            var store = new OutboxStore(jdbc);
            var outbox = new Outbox(store, _ -> {}, clock);
            inbox = new Inbox(
                    new InboxStore(jdbc),
                    outbox,
                    new HandOvers(new HandOverStore(jdbc), clock),
                    transactions,
                    clock,
                    nobody(),
                    nothing());
            dispatcher = new OutboxDispatcher(store, List.of(inbox), transactions, clock);
        }
    }
}
