package vn.thucchat.foundation.money.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Hears from the database on which accounts money has moved, whichever process stored it. Only a hint: it may come
 * twice, or for nothing; after a lost connection everything may have moved.
 */
@Service
public class TransactionNotifications implements SmartLifecycle {

    /** Whoever wants to know; called by one thread, so it must return at once. */
    public interface Listener {
        /** @param accounts our numbers of the accounts; empty: any */
        void moved(Set<Integer> accounts);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TransactionNotifications.class);
    private static final int WAIT_MS = 500;

    private final DataSource pool;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread thread;

    TransactionNotifications(DataSource pool) {
        this.pool = pool;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    private void work() {
        while (thread == Thread.currentThread()) {
            try (Connection connection = pool.getConnection()) {
                listen(connection);
            } catch (SQLException lost) {
                LOG.warn("Lost the database's signals, trying again: {}", lost.toString());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN payments");
        }
        tell(Set.of());
        PGConnection signals = connection.unwrap(PGConnection.class);
        while (thread == Thread.currentThread()) {
            PGNotification @Nullable [] heard = signals.getNotifications(WAIT_MS);
            if (heard == null || heard.length == 0) continue;
            var accounts = new HashSet<Integer>();
            for (PGNotification signal : heard)
                for (String account : signal.getParameter().split(",", -1)) accounts.add(Integer.valueOf(account));
            tell(accounts);
        }
        // the connection goes back to the pool for others
        try (Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN payments");
        }
    }

    private void tell(Set<Integer> accounts) {
        for (Listener listener : listeners) listener.moved(accounts);
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("payments-signals").unstarted(this::work);
        thread.start();
    }

    @Override
    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker == null) return;
        try {
            worker.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
