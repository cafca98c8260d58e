package vn.thucchat.foundation.identity.accesslog;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An access log on a test's database. */
public final class AccessLogs {

    private AccessLogs() {}

    public static AccessLog of(JdbcClient jdbc, InstantSource clock) {
        return new AccessLog(new AccessLogStore(jdbc), clock);
    }

    public static RefusalLog refusals(AccessLog log, InstantSource clock) {
        return new RefusalLog(log, clock);
    }
}
