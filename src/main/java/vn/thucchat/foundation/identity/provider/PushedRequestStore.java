package vn.thucchat.foundation.identity.provider;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/**
 * Requests that clients pushed, by the hash of what they were called. What one process wrote another one reads, whose clock
 * may be a little behind: no time lies before the one that it follows.
 */
@Component
record PushedRequestStore(JdbcClient jdbc) {

    // two at once may be one too many: the table is bounded all the same
    private static final String INSERT = """
            INSERT INTO identity.pushed_request (hash, client, query, dpop_jkt, pushed_at)
            SELECT :hash, :client, :query, :jkt, :at
            WHERE (SELECT count(*) FROM (SELECT FROM identity.pushed_request WHERE client = :client LIMIT :most) AS open)
                < :most
            """;
    private static final String OPEN = """
            UPDATE identity.pushed_request SET opened_at = coalesce(opened_at, greatest(pushed_at, :at))
            WHERE hash = :hash AND client = :client
              AND (opened_at > :openedAfter OR (opened_at IS NULL AND pushed_at > :pushedAfter))
            RETURNING query, dpop_jkt
            """;
    private static final String ANSWER = """
            DELETE FROM identity.pushed_request WHERE hash = :hash
            """;
    private static final String SWEEP = """
            DELETE FROM identity.pushed_request WHERE hash IN (
                SELECT hash FROM identity.pushed_request
                WHERE pushed_at < :before OR (opened_at IS NULL AND pushed_at < :unopenedBefore)
                ORDER BY pushed_at LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """;

    /** @param query sealed */
    record Row(String query, @Nullable String dpopJkt) {}

    /** @return false where the client has so many already */
    boolean insert(String hash, UUID client, String query, @Nullable String jkt, Instant at, int most) {
        return jdbc.sql(INSERT)
                        .param("hash", hash)
                        .param("client", client)
                        .param("query", query)
                        .param("jkt", jkt, Types.VARCHAR)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    Optional<Row> open(String hash, UUID client, Instant at, Instant pushedAfter, Instant openedAfter) {
        return jdbc.sql(OPEN)
                .param("hash", hash)
                .param("client", client)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("pushedAfter", pushedAfter.atOffset(ZoneOffset.UTC))
                .param("openedAfter", openedAfter.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Row.class))
                .optional();
    }

    /** Whether it had not been answered. */
    boolean answer(String hash) {
        return jdbc.sql(ANSWER).param("hash", hash).update() == 1;
    }

    int sweep(Instant before, Instant unopenedBefore, int most) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("unopenedBefore", unopenedBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
