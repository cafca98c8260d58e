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
            INSERT INTO identity.sign_in_ticket (id, known, network, device, seen_at, attempts)
            VALUES (:id, :known, :network, :device, :at, 0)
            """;
    /** A browser has one place: who gives it one, or takes it for the place of a known browser, does so one at a time. */
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtext('identity.sign_in_ticket'), hashtext(:device))";

    private static final String WAITING = """
            SELECT EXISTS (SELECT 1 FROM identity.sign_in_ticket WHERE admitted_at IS NULL AND seen_at > :alive)
            """;
    private static final String SEE = """
            UPDATE identity.sign_in_ticket t SET seen_at = :at, device = coalesce(t.device, :device),
                known = t.known OR :device::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity.sign_in_ticket o
                    WHERE o.device = :device AND o.id <> t.id AND o.admitted_at IS NULL)
            WHERE id = :id AND (admitted_at IS NULL OR admitted_at > :held)
            RETURNING known, admitted_at
            """;
    private static final String AHEAD = """
            SELECT count(*) FROM (SELECT 1 FROM identity.sign_in_ticket
                WHERE admitted_at IS NULL AND known = :known AND id < :id AND seen_at > :alive LIMIT :most) first
            """;
    private static final String LANE = """
            SELECT EXISTS (SELECT 1 FROM identity.sign_in_ticket
                WHERE admitted_at IS NULL AND known = :known AND seen_at > :alive)
            """;
    // two processes admit different ones; who comes back no more is passed over
    private static final String ADMIT = """
            WITH picked AS MATERIALIZED (
                SELECT id FROM identity.sign_in_ticket
                WHERE admitted_at IS NULL AND known = :known AND seen_at > :alive
                ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
            UPDATE identity.sign_in_ticket SET admitted_at = :at WHERE id IN (SELECT id FROM picked)
            """;
    private static final String USE = """
            UPDATE identity.sign_in_ticket SET attempts = attempts + 1
            WHERE id = :id AND admitted_at > :held AND attempts < :most
            """;
    private static final String PUT_BACK = """
            UPDATE identity.sign_in_ticket SET admitted_at = NULL, attempts = greatest(attempts - 1, 0), seen_at = :at
            WHERE id = :id RETURNING known, admitted_at
            """;
    private static final String OF_DEVICE = """
            SELECT id FROM identity.sign_in_ticket
            WHERE device = :device AND known AND admitted_at IS NULL AND seen_at > :alive ORDER BY id LIMIT 1
            """;
    private static final String OF_NETWORK = """
            SELECT count(*) FROM (SELECT 1 FROM identity.sign_in_ticket
                WHERE network = :network AND NOT known AND admitted_at IS NULL AND seen_at > :alive LIMIT :most) waiting
            """;
    private static final String IN_LANE = """
            SELECT count(*) FROM (SELECT 1 FROM identity.sign_in_ticket
                WHERE known = :known AND admitted_at IS NULL AND seen_at > :alive LIMIT :most) waiting
            """;
    private static final String DELETE = "DELETE FROM identity.sign_in_ticket WHERE id = :id";
    private static final String SWEEP = """
            DELETE FROM identity.sign_in_ticket WHERE seen_at < :before
                OR admitted_at IS NULL AND seen_at < :gone
            """;

    /** @param admittedAt null while it waits */
    record Place(boolean known, @Nullable Instant admittedAt) {}

    void insert(UUID id, SignInOrigin comer, Instant at) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("known", comer.known())
                .param("network", comer.network())
                .param("device", comer.device())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets one transaction at a time look for the place of a browser and give it one. */
    void lock(String device) {
        jdbc.sql(LOCK).param("device", device).query().listOfRows();
    }

    /** Finds the waiting ticket of a known browser; empty when that browser has none. */
    Optional<UUID> ofDevice(String device, Instant alive) {
        return jdbc.sql(OF_DEVICE)
                .param("device", device)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** Strangers of a network who wait, counted no further than {@code most}. */
    int ofNetwork(String network, int most, Instant alive) {
        return jdbc.sql(OF_NETWORK)
                .param("network", network)
                .param("most", most)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** All of one kind who wait, counted no further than {@code most}. */
    int waiting(boolean known, int most, Instant alive) {
        return jdbc.sql(IN_LANE)
                .param("known", known)
                .param("most", most)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Gives a turn back that was not used, with its place; empty when there is none. */
    Optional<Place> putBack(UUID id, Instant at) {
        return jdbc.sql(PUT_BACK)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Place.class))
                .optional();
    }

    /** @param alive who was seen before that has gone away */
    boolean waiting(Instant alive) {
        return jdbc.sql(WAITING)
                .param("alive", alive.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Notes that its holder is still there; empty when there is none, or it was admitted and not used in time. */
    Optional<Place> see(UUID id, @Nullable String device, Instant at, Instant held) {
        return jdbc.sql(SEE)
                .param("id", id)
                .param("device", device)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("held", held.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Place.class))
                .optional();
    }

    /** How many came before, counted no further than {@code most}. */
    int ahead(UUID id, boolean known, int most, Instant alive) {
        return jdbc.sql(AHEAD)
                .param("id", id)
                .param("known", known)
                .param("most", most)
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

    /** @param gone before when those were seen last who wait no more */
    int sweep(Instant before, Instant gone) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("gone", gone.atOffset(ZoneOffset.UTC))
                .update();
    }
}
