package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code identity.closed_account}. */
@Component
record ClosedAccountStore(JdbcClient jdbc) {

    private static final String KEEP = """
            INSERT INTO identity.closed_account (account, password, closed_at)
            SELECT id, password, :at FROM identity.account WHERE id = :account AND password IS NOT NULL
            ON CONFLICT (account) DO NOTHING
            """;
    private static final String PASSWORD = "SELECT password FROM identity.closed_account WHERE account = :account";
    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT 1 FROM identity.closed_account WHERE closed_at < :before LIMIT :most) old
            """;
    private static final String DELETE = """
            DELETE FROM identity.closed_account WHERE account IN (
                SELECT account FROM identity.closed_account WHERE closed_at < :before ORDER BY closed_at LIMIT :most)
            """;

    /** Copies the account's password hash before it is cleared. */
    void keep(UUID account, Instant at) {
        jdbc.sql(KEEP)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> password(UUID account) {
        return jdbc.sql(PASSWORD).param("account", account).query(String.class).optional();
    }

    int count(Instant before, int most) {
        return jdbc.sql(COUNT)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    int delete(Instant before, int most) {
        return jdbc.sql(DELETE)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
