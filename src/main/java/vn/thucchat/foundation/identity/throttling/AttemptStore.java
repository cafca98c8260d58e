package vn.thucchat.foundation.identity.throttling;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record AttemptStore(JdbcClient jdbc) {

    // begun or held in one statement: a success of somebody else may forget the row in between
    private static final String LOCK = """
            INSERT INTO identity.attempt AS a (key, failures, last_at, wait_until) VALUES (:key, 0, :at, :at)
            ON CONFLICT (key) DO UPDATE SET failures = a.failures
            RETURNING failures, last_at, wait_until
            """;
    private static final String PUT = """
            UPDATE identity.attempt SET failures = :failures, last_at = :lastAt, wait_until = :waitUntil
            WHERE key = :key
            """;
    private static final String FORGET = "DELETE FROM identity.attempt WHERE key = :key";
    private static final String GIVE_BACK = """
            UPDATE identity.attempt SET failures = greatest(failures - 1, 0), wait_until = last_at WHERE key = :key
            """;
    private static final String SWEEP = "DELETE FROM identity.attempt WHERE last_at < :before";

    record Tally(int failures, Instant lastAt, Instant waitUntil) {}

    /** The tally of a key, begun when there is none, held for this transaction. */
    Tally lock(String key, Instant now) {
        return jdbc.sql(LOCK)
                .param("key", key)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Tally.class))
                .single();
    }

    void put(String key, Tally tally) {
        jdbc.sql(PUT)
                .param("key", key)
                .param("failures", tally.failures())
                .param("lastAt", tally.lastAt().atOffset(ZoneOffset.UTC))
                .param("waitUntil", tally.waitUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String key) {
        jdbc.sql(FORGET).param("key", key).update();
    }

    void giveBack(String key) {
        jdbc.sql(GIVE_BACK).param("key", key).update();
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
