package vn.thucchat.foundation.payments;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets what tells webhooks hold only few connections to the database at once: the posting of money needs them too. */
@Component
class FewConnections {

    private static final int MOST = 4;

    private final Semaphore free = new Semaphore(MOST);

    <T> T ask(Supplier<T> question) {
        free.acquireUninterruptibly();
        try {
            return question.get();
        } finally {
            free.release();
        }
    }
}
