package vn.thucchat.foundation.identity.admission;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record TicketStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.sign_in_ticket (id, known, seen_at, attempts) VALUES (:id, :known, :at, 0)
            """;
    private static final String WAITING = """
            SELECT EXISTS (SELECT 1 FROM identity.sign_in_ticket WHERE admitted_at IS NULL AND seen_at > :alive)
            """;
    private static final String SEE = """
            UPDATE identity.sign_in_ticket SET seen_at = :at, known = known OR :known
            WHERE id = :id AND (admitted_at IS NULL OR admitted_at > :held)
            RETURNING known, admitted_at
            """;
    private static final String AHEAD = """
            SELECT count(*) FROM identity.sign_in_ticket
            WHERE admitted_at IS NULL AND known = :known AND id < :id AND seen_at > :alive
            """;
    private static final String LANE = """
            SELECT EXISTS (SELECT 1 FROM identity.sign_in_ticket
                WHERE admitted_at IS NULL AND known = :known AND seen_at > :alive)
            """;
    // two processes admit different ones; who comes back no more is passed over
    private static final String ADMIT = """
            UPDATE identity.sign_in_ticket SET admitted_at = :at WHERE id IN (
                SELECT id FROM identity.sign_in_ticket
                WHERE admitted_at IS NULL AND known = :known AND seen_at > :alive
                ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
            """;
    private static final String USE = """
            UPDATE identity.sign_in_ticket SET attempts = attempts + 1
            WHERE id = :id AND admitted_at > :held AND attempts < :most
            """;
    private static final String DELETE = "DELETE FROM identity.sign_in_ticket WHERE id = :id";
    private static final String SWEEP = "DELETE FROM identity.sign_in_ticket WHERE seen_at < :before";

    /** @param admittedAt null while it waits */
    record Place(boolean known, @Nullable Instant admittedAt) {}

    void insert(UUID id, boolean known, Instant at) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("known", known)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param alive who was seen before that has gone away */
    boolean waiting(Instant alive) {
        return jdbc.sql(WAITING)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Notes that its holder is still there; empty when there is none, or it was admitted and not used in time. */
    Optional<Place> see(UUID id, boolean known, Instant at, Instant held) {
        return jdbc.sql(SEE)
                .param("id", id)
                .param("known", known)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("held", held.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Place.class))
                .optional();
    }

    int ahead(UUID id, boolean known, Instant alive) {
        return jdbc.sql(AHEAD)
                .param("id", id)
                .param("known", known)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    boolean waiting(boolean known, Instant alive) {
        return jdbc.sql(LANE)
                .param("known", known)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** How many were admitted, the first comers first. */
    int admit(boolean known, int most, Instant at, Instant alive) {
        return jdbc.sql(ADMIT)
                .param("known", known)
                .param("most", most)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean use(UUID id, int most, Instant held) {
        return jdbc.sql(USE)
                        .param("id", id)
                        .param("most", most)
                        .param("held", held.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
