package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.provider.ClientConsents.AllowedDevice;

/** Reads and ends the authorizations of one person at one client, by their handles. */
@Component
record AllowedDeviceStore(JdbcClient jdbc) {

    // a code that its client has not sent yet lives a minute and is no line
    private static final String PAGE = """
            SELECT handle, session, 'offline_access' = ANY (scopes) AS offline_access, begun_at, refreshed_at AS used_at, browser,
                network
            FROM identity.client_authorization
            WHERE account = :account AND client = :client AND ended_at IS NULL AND handle < :before AND ends_at > :at
                AND refreshed_at IS NOT NULL AND (refresh_no = 0 OR refreshed_at > :idle)
            ORDER BY handle DESC LIMIT :limit
            """;
    private static final String END = """
            UPDATE identity.client_authorization SET ended_at = :at, ended_why = :why
            WHERE account = :account AND client = :client AND handle = :handle AND ended_at IS NULL
            RETURNING browser, network
            """;

    /**
     * A line.
     *
     * @param offlineAccess whether it outlives the session that it was allowed in
     */
    record Row(
            UUID handle,
            @Nullable UUID session,
            boolean offlineAccess,
            Instant begunAt,
            Instant usedAt,
            String browser,
            String network) {

        AllowedDevice shown() {
            return new AllowedDevice(handle, begunAt, usedAt, browser, network);
        }
    }

    /** Those not ended before a place in the list, the newest first. */
    List<Row> page(UUID account, UUID client, UUID before, Instant at, int limit) {
        return jdbc.sql(PAGE)
                .param("account", account)
                .param("client", client)
                .param("before", before)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("idle", at.minus(Authorizations.IDLE).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Rows.of(Row.class))
                .list();
    }

    /** Ends one; where it was, or empty when there was none. */
    Optional<Ended> end(UUID account, UUID client, UUID handle, Instant at) {
        return jdbc.sql(END)
                .param("account", account)
                .param("client", client)
                .param("handle", handle)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("why", EndReason.ENDED_BY_PERSON.name())
                .query(Rows.of(Ended.class))
                .optional();
    }

    /** Browser and network of an authorization that was ended. */
    record Ended(String browser, String network) {}
}
