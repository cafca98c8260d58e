package vn.thucchat.foundation.identity.sessions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.accounts.Account;

/** Sessions by the hash of their cookie: one row, written whole when somebody signs in, so that nothing can race. */
@Component
record SessionStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.session (token_hash, account, secret_no, begun_at, seen_at)
            VALUES (:hash, :account, :secretNo, :at, :at)
            """;
    private static final String FIND = """
            SELECT account, secret_no, seen_at FROM identity.session
            WHERE token_hash = :hash AND seen_at > :seenAfter AND begun_at > :begunAfter
            """;
    // several requests at once: the first of a minute writes, the others find it written
    private static final String SEEN = """
            UPDATE identity.session SET seen_at = :at WHERE token_hash = :hash AND seen_at < :before
            """;
    private static final String DELETE = "DELETE FROM identity.session WHERE token_hash = :hash";
    private static final String SWEEP = """
            DELETE FROM identity.session WHERE seen_at <= :seenBefore OR begun_at <= :begunBefore
            """;

    record Session(UUID account, int secretNo, Instant seenAt) {}

    void insert(byte[] hash, Account account, Instant at) {
        jdbc.sql(INSERT)
                .param("hash", hash)
                .param("account", account.id())
                .param("secretNo", account.secretNo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A session that was used and begun after these moments. */
    Optional<Session> find(byte[] hash, Instant seenAfter, Instant begunAfter) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("seenAfter", seenAfter.atOffset(ZoneOffset.UTC))
                .param("begunAfter", begunAfter.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Session.class))
                .optional();
    }

    void seen(byte[] hash, Instant at, Instant before) {
        jdbc.sql(SEEN)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(byte[] hash) {
        jdbc.sql(DELETE).param("hash", hash).update();
    }

    int sweep(Instant seenBefore, Instant begunBefore) {
        return jdbc.sql(SWEEP)
                .param("seenBefore", seenBefore.atOffset(ZoneOffset.UTC))
                .param("begunBefore", begunBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
