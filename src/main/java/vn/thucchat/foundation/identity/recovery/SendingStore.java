package vn.thucchat.foundation.identity.recovery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code identity.recovery_sending}: codes on their way. */
@Component
record SendingStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.recovery_sending (id, recovery, account, proof, made_at, expires_at)
            VALUES (:id, :recovery, :account, :proof, :at, :expires)
            """;
    private static final String SENT = """
            SELECT count(*) FROM identity.recovery_sending WHERE account = :account AND made_at > :since
            """;
    private static final String CURRENT = """
            SELECT id FROM identity.recovery_sending
            WHERE recovery = :recovery AND proof = :proof AND expires_at > :at ORDER BY id DESC LIMIT 1
            """;

    void insert(UUID id, UUID recovery, UUID account, Proof proof, Instant at, Instant expires) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("recovery", recovery)
                .param("account", account)
                .param("proof", proof.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    int sent(UUID account, Instant since) {
        return jdbc.sql(SENT)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The last code of a kind, while it is good. */
    Optional<UUID> current(UUID recovery, Proof proof, Instant at) {
        return jdbc.sql(CURRENT)
                .param("recovery", recovery)
                .param("proof", proof.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}
