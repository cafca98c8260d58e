package vn.thucchat.foundation.identity.throttling;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From where an account's right password came before: a network ({@code net:…}) or a browser ({@code device:…}). */
@Component
record KnownPlaceStore(JdbcClient jdbc) {

    private static final String KNOWN = """
            SELECT k.place FROM identity.known_place k JOIN identity.account a ON a.id = k.account
            WHERE a.username = :username AND k.place = ANY (:places)
            """;
    private static final String ANY = """
            SELECT EXISTS (SELECT 1 FROM identity.known_place WHERE place = :place AND place LIKE 'device:%')
            """;
    // what is known already is written once a day, not at each sign-in
    private static final String REMEMBER = """
            INSERT INTO identity.known_place (account, place, last_at) VALUES (:account, :place, :at)
            ON CONFLICT (account, place) DO UPDATE SET last_at = EXCLUDED.last_at
            WHERE known_place.last_at < :yesterday
            """;
    private static final String FORGET_OLDEST = """
            DELETE FROM identity.known_place
            WHERE account = :account AND place IN (
                SELECT place FROM identity.known_place WHERE account = :account ORDER BY last_at DESC OFFSET :most)
            """;
    // of an account that was never used there is no place that could be another than usual
    private static final String STRANGE = """
            SELECT count(*) > 0 AND coalesce(bool_and(place <> ALL (:places)), true)
            FROM identity.known_place WHERE account = :account
            """;
    private static final String SWEEP = "DELETE FROM identity.known_place WHERE last_at < :before";

    List<String> known(String username, List<String> places) {
        return jdbc.sql(KNOWN)
                .param("username", username)
                .param("places", places.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Whether a browser is known, of whichever account. */
    boolean any(String place) {
        return jdbc.sql(ANY).param("place", place).query(Boolean.class).single();
    }

    void remember(UUID account, String place, Instant at, Instant yesterday) {
        jdbc.sql(REMEMBER)
                .param("account", account)
                .param("place", place)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("yesterday", yesterday.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetOldest(UUID account, int most) {
        jdbc.sql(FORGET_OLDEST).param("account", account).param("most", most).update();
    }

    /** Whether the account is known from other places, and from none of these. */
    boolean strange(UUID account, List<String> places) {
        return jdbc.sql(STRANGE)
                .param("account", account)
                .param("places", places.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
