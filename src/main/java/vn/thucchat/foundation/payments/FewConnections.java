package vn.thucchat.foundation.payments;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets what tells webhooks hold only few connections to the database at once: the posting of money needs them too. */
@Component
class FewConnections {

    private static final int MOST = 4;

    private final Semaphore free = new Semaphore(MOST);
    private final TransactionTemplate transactions;

    FewConnections(PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
    }

    <T> T ask(Supplier<T> question) {
        free.acquireUninterruptibly();
        try {
            return question.get();
        } finally {
            free.release();
        }
    }

    /** In one transaction. */
    <T> T together(Supplier<T> changes) {
        return ask(() -> Objects.requireNonNull(transactions.execute(_ -> changes.get())));
    }
}
