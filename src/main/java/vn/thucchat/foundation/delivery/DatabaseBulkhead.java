package vn.thucchat.foundation.delivery;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets deliveries hold only few connections to the database at once: the acts of people and banks need them too. */
public final class DatabaseBulkhead {

    private final Semaphore free;
    private final TransactionTemplate transactions;

    /** @param most connections at once */
    public DatabaseBulkhead(PlatformTransactionManager manager, int most) {
        free = new Semaphore(most);
        transactions = new TransactionTemplate(manager);
    }

    /** Runs statements that commit each by itself. */
    public <T> T ask(Supplier<T> statements) {
        free.acquireUninterruptibly();
        try {
            return statements.get();
        } finally {
            free.release();
        }
    }

    /** Runs statements in one transaction. */
    public <T> T together(Supplier<T> changes) {
        return ask(() -> Objects.requireNonNull(transactions.execute(_ -> changes.get())));
    }
}
