package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record ResetStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.reset (token_hash, account, made_by, made_at, expires_at)
            VALUES (:hash, :account, :by, :at, :expires)
            """;
    private static final String OPEN = """
            SELECT r.account FROM identity.reset r JOIN identity.account a ON a.id = r.account
            WHERE r.token_hash = :hash AND r.used_at IS NULL AND r.expires_at > :at AND NOT a.disabled
            """;
    private static final String OPEN_FOR = """
            SELECT EXISTS (
                SELECT 1 FROM identity.reset WHERE account = :account AND used_at IS NULL AND expires_at > :at)
            """;
    private static final String USE = """
            UPDATE identity.reset SET used_at = :at WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :at
            """;
    private static final String END_ALL = """
            UPDATE identity.reset SET used_at = :at WHERE account = :account AND used_at IS NULL
            """;
    private static final String END_OF_OTHERS = """
            UPDATE identity.reset SET used_at = :at
            WHERE account = :account AND used_at IS NULL AND made_by <> :maker
            """;
    private static final String ASK = """
            INSERT INTO identity.reset_request (account, asked_by, asked_at) VALUES (:account, :by, :at)
            ON CONFLICT (account) DO UPDATE SET asked_by = EXCLUDED.asked_by, asked_at = EXCLUDED.asked_at
            """;
    private static final String ASKED = """
            SELECT asked_by FROM identity.reset_request WHERE account = :account AND asked_at > :since
            """;
    private static final String END_REQUEST = "DELETE FROM identity.reset_request WHERE account = :account";
    private static final String SWEEP = "DELETE FROM identity.reset WHERE expires_at < :before";

    void insert(byte[] hash, UUID account, UUID by, Instant at, Instant expires) {
        jdbc.sql(INSERT)
                .param("hash", hash)
                .param("account", account)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose password the token may set. */
    Optional<UUID> open(byte[] hash, Instant at) {
        return jdbc.sql(OPEN)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** Whether a link that sets the account's password may still be used. */
    boolean openFor(UUID account, Instant at) {
        return jdbc.sql(OPEN_FOR)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    boolean use(byte[] hash, Instant at) {
        return jdbc.sql(USE)
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void endAll(UUID account, Instant at) {
        jdbc.sql(END_ALL)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endOfOthers(UUID account, UUID maker, Instant at) {
        jdbc.sql(END_OF_OTHERS)
                .param("account", account)
                .param("maker", maker)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first of two persons asks for a link; whoever asked before does not count any more. */
    void ask(UUID account, UUID by, Instant at) {
        jdbc.sql(ASK)
                .param("account", account)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who asked for a link and waits for a second person. */
    Optional<UUID> asked(UUID account, Instant since) {
        return jdbc.sql(ASKED)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    void endRequest(UUID account) {
        jdbc.sql(END_REQUEST).param("account", account).update();
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
