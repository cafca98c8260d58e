package vn.thucchat.foundation.identity.recovery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.recovery_sending}: codes on their way. */
@Component
record RecoverySendingStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.recovery_sending (id, recovery, account, contact, network, proof, made_at, expires_at)
            VALUES (:id, :recovery, :account, :contact, :network, :proof, :at, :expires)
            """;
    private static final String SENT = """
            SELECT count(*) AS of_all, count(*) FILTER (WHERE network = :network) AS of_network
            FROM identity.recovery_sending WHERE account = :account AND made_at > :since
            """;
    private static final String RIGHT = "UPDATE identity.recovery_sending SET right_at = :at WHERE id = :id";
    private static final String PROVEN_BY = """
            SELECT DISTINCT contact FROM identity.recovery_sending WHERE recovery = :recovery AND right_at IS NOT NULL
            """;
    private static final String CURRENT = """
            SELECT id FROM identity.recovery_sending
            WHERE recovery = :recovery AND proof = :proof AND expires_at > :at ORDER BY id DESC LIMIT 1
            """;

    /**
     * Codes that were sent for an account.
     *
     * @param ofNetwork those asked for from one network
     */
    record Sent(int ofAll, int ofNetwork) {}

    void insert(
            UUID id,
            UUID recovery,
            UUID account,
            UUID contact,
            String network,
            RecoveryProof proof,
            Instant at,
            Instant expires) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("recovery", recovery)
                .param("account", account)
                .param("contact", contact)
                .param("network", network)
                .param("proof", proof.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    Sent sent(UUID account, String network, Instant since) {
        return jdbc.sql(SENT)
                .param("account", account)
                .param("network", network)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Sent.class))
                .single();
    }

    /** Its code was given. */
    void right(UUID id, Instant at) {
        jdbc.sql(RIGHT).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** The addresses whose codes were given. */
    List<UUID> provenBy(UUID recovery) {
        return List.copyOf(jdbc.sql(PROVEN_BY)
                .param("recovery", recovery)
                .query(UUID.class)
                .list());
    }

    /** The last code of a kind, while it is good. */
    Optional<UUID> current(UUID recovery, RecoveryProof proof, Instant at) {
        return jdbc.sql(CURRENT)
                .param("recovery", recovery)
                .param("proof", proof.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}
