package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record TotpStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.totp (account, secret, made_at, last_step) VALUES (:account, :secret, :at, :step)
            ON CONFLICT (account) DO NOTHING
            """;
    private static final String SINCE = "SELECT made_at FROM identity.totp WHERE account = :account";
    // counted before it is looked at, so that many at once are not more than the most
    private static final String CHARGE = """
            UPDATE identity.totp SET failures = failures + 1 WHERE account = :account AND failures < :most
            RETURNING secret, failures
            """;
    // two that bring the same code: the second one finds that the step has moved on
    private static final String USE = """
            UPDATE identity.totp SET last_step = :step, failures = 0 WHERE account = :account AND last_step < :step
            """;
    private static final String FORGIVE = "UPDATE identity.totp SET failures = 0 WHERE account = :account";
    private static final String DELETE = "DELETE FROM identity.totp WHERE account = :account";

    /** @param failures attempts in a row, this one with them */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Charged(byte[] secret, int failures) {}

    /** Whether it was inserted; not when the account has one. */
    boolean insert(UUID account, byte[] secret, Instant at, long step) {
        return jdbc.sql(INSERT)
                        .param("account", account)
                        .param("secret", secret)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("step", step)
                        .update()
                == 1;
    }

    Optional<Instant> since(UUID account) {
        return jdbc.sql(SINCE)
                .param("account", account)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The sealed secret, once the attempt is counted; nothing when there is none or there were too many. */
    Optional<Charged> charge(UUID account, int most) {
        return jdbc.sql(CHARGE)
                .param("account", account)
                .param("most", most)
                .query(Rows.of(Charged.class))
                .optional();
    }

    /** Whether the step was free: no code of it, or of a later one, was taken before. */
    boolean use(UUID account, long step) {
        return jdbc.sql(USE).param("account", account).param("step", step).update() == 1;
    }

    void forgive(UUID account) {
        jdbc.sql(FORGIVE).param("account", account).update();
    }

    boolean delete(UUID account) {
        return jdbc.sql(DELETE).param("account", account).update() == 1;
    }
}
