package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Counts in {@code identity.access_log} of how many people each reader read the data. */
@Component
record ReadCountStore(JdbcClient jdbc) {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String ABOVE = """
            SELECT account, count(DISTINCT subject)::int AS subjects FROM identity.access_log
            WHERE subject IS NOT NULL AND id >= :from AND id < :until AND account <> :nobody
            GROUP BY account HAVING count(DISTINCT subject) > :allowed
            ORDER BY subjects DESC LIMIT 100
            """;

    List<ReadCounts.Count> above(int allowed, Instant from, Instant until) {
        return jdbc.sql(ABOVE)
                .param("from", AccessLogStore.first(from))
                .param("until", AccessLogStore.first(until))
                .param("nobody", NOBODY)
                .param("allowed", allowed)
                .query(Rows.of(ReadCounts.Count.class))
                .list();
    }
}
