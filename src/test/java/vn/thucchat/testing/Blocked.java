package vn.thucchat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acts of another person that wait for a lock that the test's own transaction holds. */
public final class Blocked {

    private static final String WAITS = """
            SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_locks
                WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))
            """;

    private Blocked() {}

    /** Begins an act in another thread; returns when it waits for what the transaction of this thread holds. */
    public static <T> Future<T> behind(JdbcClient jdbc, ExecutorService other, Callable<T> act) {
        Future<T> begun = other.submit(act);
        boolean waits = false;
        for (int i = 0; !waits && i < 500; i++) {
            waits = jdbc.sql(WAITS).query(Boolean.class).single();
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(waits).as("the premise: the other waits").isTrue();
        return begun;
    }
}
