package vn.thucchat.foundation.notify.zalo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.database.Seal;

/** The statements of {@code notify.zalo_connection}, one row; tokens are sealed on the way. */
@Component
record ZaloConnectionStore(JdbcClient jdbc, Seal seal) {

    private static final String PURPOSE = "notify.zalo";
    private static final String FIND = """
            SELECT refresh IS NOT NULL AS refreshable, access_until, failure, failed_at, daily_quota, quota_left, quota_at
            FROM notify.zalo_connection WHERE app_id = :app""";
    private static final String LOCK = """
            SELECT refresh, access, access_until FROM notify.zalo_connection WHERE app_id = :app FOR UPDATE""";
    private static final String CONNECT = """
            INSERT INTO notify.zalo_connection (app_id, refresh, changed_at) VALUES (:app, :refresh, :now)
            ON CONFLICT (app_id) DO UPDATE SET refresh = excluded.refresh, access = NULL, access_until = NULL,
                failure = NULL, failed_at = NULL, changed_at = excluded.changed_at""";
    private static final String STORE = """
            UPDATE notify.zalo_connection SET refresh = :refresh, access = :access, access_until = :until, failure = NULL,
                failed_at = NULL, changed_at = :now WHERE app_id = :app""";
    private static final String FAIL = """
            UPDATE notify.zalo_connection SET failure = :failure, failed_at = :now WHERE app_id = :app""";
    private static final String FORGET =
            "UPDATE notify.zalo_connection SET access_until = NULL WHERE app_id = :app AND access = :access";
    private static final String QUOTA = """
            UPDATE notify.zalo_connection SET daily_quota = :daily, quota_left = :left, quota_at = :now
            WHERE app_id = :app""";

    private record Row(
            @Nullable String refresh,
            @Nullable String access,
            @Nullable Instant accessUntil) {}

    /**
     * The tokens as they lie there.
     *
     * @param sealedAccess names the access token in {@link #forget}
     */
    record Tokens(
            @Nullable String refresh,
            @Nullable String access,
            @Nullable String sealedAccess,
            @Nullable Instant accessUntil) {}

    Optional<ZaloConnection> find(String app) {
        return of(FIND, app).query(Rows.of(ZaloConnection.class)).optional();
    }

    /** The tokens, which nobody else renews until the end of the transaction. */
    Optional<Tokens> lock(String app) {
        return of(LOCK, app)
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> new Tokens(opened(row.refresh()), opened(row.access()), row.access(), row.accessUntil()));
    }

    private @Nullable String opened(@Nullable String sealed) {
        return sealed == null ? null : seal.open(sealed, PURPOSE);
    }

    void connect(String app, String refresh, Instant now) {
        at(CONNECT, app, now).param("refresh", seal.close(refresh, PURPOSE)).update();
    }

    void store(String app, String refresh, String access, Instant until, Instant now) {
        at(STORE, app, now)
                .param("refresh", seal.close(refresh, PURPOSE))
                .param("access", seal.close(access, PURPOSE))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void fail(String app, String failure, Instant now) {
        at(FAIL, app, now).param("failure", failure).update();
    }

    /** Lets an access token be renewed that Zalo does not take any more; not one that was renewed since. */
    void forget(String app, String sealedAccess) {
        of(FORGET, app).param("access", sealedAccess).update();
    }

    void quota(String app, int daily, int left, Instant now) {
        at(QUOTA, app, now).param("daily", daily).param("left", left).update();
    }

    private JdbcClient.StatementSpec at(String sql, String app, Instant now) {
        return of(sql, app).param("now", now.atOffset(ZoneOffset.UTC));
    }

    private JdbcClient.StatementSpec of(String sql, String app) {
        return jdbc.sql(sql).param("app", app);
    }
}
