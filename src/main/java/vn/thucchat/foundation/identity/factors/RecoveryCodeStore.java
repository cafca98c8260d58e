package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record RecoveryCodeStore(JdbcClient jdbc) {

    // two sets made at once, or one while the codes are taken off: one after the other
    private static final String LOCK = "SELECT account FROM identity.totp WHERE account = :account FOR UPDATE";
    private static final String INSERT = """
            INSERT INTO identity.recovery_code (account, mark, made_at)
            SELECT :account, mark, :at FROM unnest(CAST(:marks AS text[])) mark
            """;
    private static final String USE = """
            UPDATE identity.recovery_code SET used_at = greatest(made_at, :at)
            WHERE account = :account AND mark = :mark AND used_at IS NULL
            """;
    private static final String LEFT = """
            SELECT count(*) FROM identity.recovery_code WHERE account = :account AND used_at IS NULL
            """;
    private static final String MADE_AT = "SELECT max(made_at) FROM identity.recovery_code WHERE account = :account";
    private static final String DELETE = "DELETE FROM identity.recovery_code WHERE account = :account";

    /** Holds the account's codes for this transaction; false when it has no time-based code. */
    boolean lock(UUID account) {
        return jdbc.sql(LOCK)
                .param("account", account)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void insert(UUID account, List<String> marks, Instant at) {
        jdbc.sql(INSERT)
                .param("account", account)
                .param("marks", marks.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was there and not used before. */
    boolean use(UUID account, String mark, Instant at) {
        return jdbc.sql(USE)
                        .param("account", account)
                        .param("mark", mark)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return jdbc.sql(LEFT).param("account", account).query(Integer.class).single();
    }

    /** When the set of an account was made; empty when there is none. */
    Optional<Instant> madeAt(UUID account) {
        return Optional.ofNullable(jdbc.sql(MADE_AT)
                        .param("account", account)
                        .query(OffsetDateTime.class)
                        .single())
                .map(OffsetDateTime::toInstant);
    }

    void delete(UUID account) {
        jdbc.sql(DELETE).param("account", account).update();
    }
}
