package vn.thucchat.demonstration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code demonstration.step}. */
@Component
record StepStore(JdbcClient jdbc) {

    // One process at a time loads; the others wait, and find it done. Freed at the end of the transaction.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('demonstration'))";
    private static final String ANY = "SELECT EXISTS (SELECT FROM demonstration.step)";
    private static final String DONE = "SELECT EXISTS (SELECT FROM demonstration.step WHERE name = :name)";
    private static final String DONE_AT = "SELECT done_at FROM demonstration.step WHERE name = :name";
    private static final String INSERT = "INSERT INTO demonstration.step (name, done_at) VALUES (:name, :at)";

    void lock() {
        jdbc.sql(LOCK).query(row -> {});
    }

    boolean any() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    boolean done(String name) {
        return jdbc.sql(DONE).param("name", name).query(Boolean.class).single();
    }

    /** When a step was done; empty while it is not. */
    Optional<Instant> doneAt(String name) {
        return jdbc.sql(DONE_AT)
                .param("name", name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void insert(String name, Instant at) {
        jdbc.sql(INSERT)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
