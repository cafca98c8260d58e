package vn.thucchat.foundation.identity.devicecodes;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.device_code}: device authorization requests by the mark of their user code. */
@Component
record DeviceAuthorizationStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            user_mark, secret_hash, client, scopes, begun_at, ends_at, wait_seconds, polled_at, answered_at, granted AS "authorization", used_at, network
            """;
    // two at once may be one too many: the table is bounded all the same
    private static final String INSERT = """
            INSERT INTO identity.device_code (user_mark, secret_hash, client, scopes, begun_at, ends_at, wait_seconds, network)
            SELECT :userMark, :secretHash, :client, :scopes, :at, :endsAt, :wait, :network
            WHERE (SELECT count(*) FROM (
                    SELECT FROM identity.device_code
                    WHERE client = :client AND answered_at IS NULL AND ends_at > :at LIMIT :most) AS open) < :most
                AND (SELECT count(*) FROM (
                    SELECT FROM identity.device_code
                    WHERE client = :client AND network = :network AND answered_at IS NULL AND ends_at > :at
                    LIMIT :perNetwork) AS near) < :perNetwork
            ON CONFLICT (user_mark) DO NOTHING
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM identity.device_code WHERE user_mark = :userMark";
    private static final String LOCK =
            "SELECT " + COLUMNS + " FROM identity.device_code WHERE user_mark = :userMark FOR UPDATE";
    private static final String ANSWER = """
            UPDATE identity.device_code SET answered_at = greatest(begun_at, :at), granted = :authorization
            WHERE user_mark = :userMark AND answered_at IS NULL AND ends_at > :at
            """;
    private static final String POLL = """
            UPDATE identity.device_code SET polled_at = greatest(begun_at, :at), wait_seconds = :wait WHERE user_mark = :userMark
            """;
    private static final String USE = """
            UPDATE identity.device_code SET used_at = greatest(answered_at, :at) WHERE user_mark = :userMark
            """;
    private static final String SWEEP = """
            DELETE FROM identity.device_code WHERE user_mark IN (
                SELECT user_mark FROM identity.device_code WHERE ends_at < :before ORDER BY ends_at LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """;

    /**
     * @param most how many of the client's may wait
     * @param perNetwork how many of them from the network of this one
     * @return false where so many wait already, or the code is somebody's
     */
    boolean insert(DeviceAuthorization begun, int most, int perNetwork) {
        return jdbc.sql(INSERT)
                        .param("userMark", begun.userMark())
                        .param("secretHash", begun.secretHash())
                        .param("client", begun.client())
                        .param("scopes", begun.scopes().toArray(String[]::new))
                        .param("at", begun.begunAt().atOffset(ZoneOffset.UTC))
                        .param("endsAt", begun.endsAt().atOffset(ZoneOffset.UTC))
                        .param("wait", begun.waitSeconds())
                        .param("network", begun.network())
                        .param("most", most)
                        .param("perNetwork", perNetwork)
                        .update()
                == 1;
    }

    Optional<DeviceAuthorization> find(String userMark) {
        return jdbc.sql(FIND)
                .param("userMark", userMark)
                .query(Rows.of(DeviceAuthorization.class))
                .optional();
    }

    /** Reads one and lets nobody else change it before the transaction ends. */
    Optional<DeviceAuthorization> lock(String userMark) {
        return jdbc.sql(LOCK)
                .param("userMark", userMark)
                .query(Rows.of(DeviceAuthorization.class))
                .optional();
    }

    /** Whether nobody had answered it, and it was not too late. */
    boolean answer(String userMark, Instant at, @Nullable UUID authorization) {
        return jdbc.sql(ANSWER)
                        .param("userMark", userMark)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("authorization", authorization, Types.OTHER)
                        .update()
                == 1;
    }

    void poll(String userMark, Instant at, int waitSeconds) {
        jdbc.sql(POLL)
                .param("userMark", userMark)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("wait", waitSeconds)
                .update();
    }

    void use(String userMark, Instant at) {
        jdbc.sql(USE)
                .param("userMark", userMark)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int sweep(Instant before, int most) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
