package vn.thucchat.foundation.identity.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.retention_run}. */
@Component
record RetentionRunStore(JdbcClient jdbc) {

    private static final String ADD = """
            INSERT INTO identity.retention_run (code, id, before, deleted, at)
            VALUES (:code, :id, :before, :deleted, :at)
            """;
    private static final String LAST = """
            SELECT before, deleted, at FROM identity.retention_run WHERE code = :code ORDER BY id DESC LIMIT 1
            """;

    void add(String code, UUID id, Retention.Run run) {
        jdbc.sql(ADD)
                .param("code", code)
                .param("id", id)
                .param("before", utc(run.before()))
                .param("deleted", run.deleted())
                .param("at", utc(run.at()))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    Optional<Retention.Run> last(String code) {
        return jdbc.sql(LAST)
                .param("code", code)
                .query(Rows.of(Retention.Run.class))
                .optional();
    }
}
