package vn.thucchat.foundation.identity.throttling;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A throttle on a test's database. */
public final class Throttles {

    private Throttles() {}

    /** @param pause waits so long */
    public static Throttle of(
            JdbcClient jdbc, TransactionTemplate transactions, InstantSource clock, Consumer<Duration> pause) {
        return new Throttle(new AttemptStore(jdbc), new KnownPlaceStore(jdbc), transactions, clock, pause);
    }
}
