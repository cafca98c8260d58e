package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record PasskeyStore(JdbcClient jdbc) {

    // whoever has the key already, it is nobody's second time (Level 3, 7.1, step 26)
    private static final String INSERT = """
            INSERT INTO identity.passkey (account, id, rp_id, credential_id, attested, sign_count, backup_eligible,
                backed_up, transports, label, made_at)
            SELECT :account, :id, :rpId, :credentialId, :attested, :signCount, :backupEligible,
                :backedUp, :transports, :label, :at
            WHERE NOT EXISTS (SELECT 1 FROM identity.passkey WHERE credential_id = :credentialId)
            ON CONFLICT (account, credential_id) DO NOTHING
            """;
    private static final String OF = """
            SELECT id, account, label, backed_up, made_at, used_at FROM identity.passkey
            WHERE account = :account AND rp_id = :rpId ORDER BY made_at, id
            """;
    private static final String DESCRIBED = """
            SELECT credential_id, transports FROM identity.passkey
            WHERE account = :account AND rp_id = :rpId ORDER BY made_at, id
            """;
    private static final String FIND = """
            SELECT id, account, attested, sign_count, backup_eligible, backed_up, transports FROM identity.passkey
            WHERE account = :account AND credential_id = :credentialId AND rp_id = :rpId
            """;
    // two keys that are removed at once, or an answer that is given twice: one after the other
    private static final String LOCK = """
            SELECT id FROM identity.passkey WHERE account = :account AND rp_id = :rpId ORDER BY id FOR UPDATE
            """;
    private static final String USED = """
            UPDATE identity.passkey SET sign_count = :signCount, backed_up = :backedUp,
                used_at = greatest(made_at, :at)
            WHERE account = :account AND id = :id AND sign_count = :before
            """;
    private static final String LABEL = """
            UPDATE identity.passkey SET label = :label WHERE account = :account AND id = :id
            """;
    private static final String DELETE = "DELETE FROM identity.passkey WHERE account = :account AND id = :id";
    private static final String OTHER_DOMAINS = """
            SELECT DISTINCT rp_id FROM identity.passkey WHERE rp_id <> :rpId ORDER BY rp_id
            """;

    /** What names a key to a browser. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Described(byte[] credentialId, List<String> transports) {}

    /** A key with what an answer is checked against. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Kept(
            UUID id,
            UUID account,
            byte[] attested,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            List<String> transports) {}

    /** Whether it was inserted; not when somebody has that key already. */
    boolean insert(
            UUID account, UUID id, String rpId, PasskeyVerifier.CreationResponse made, String label, Instant at) {
        return jdbc.sql(INSERT)
                        .param("account", account)
                        .param("id", id)
                        .param("rpId", rpId)
                        .param("credentialId", made.credentialId())
                        .param("attested", made.attested())
                        .param("signCount", made.signCount())
                        .param("backupEligible", made.backupEligible())
                        .param("backedUp", made.backedUp())
                        .param("transports", made.transports().toArray(String[]::new))
                        .param("label", label)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Lists the account's keys for a domain, the oldest first. */
    List<Passkey> of(UUID account, String rpId) {
        return jdbc.sql(OF)
                .param("account", account)
                .param("rpId", rpId)
                .query(Rows.of(Passkey.class))
                .list();
    }

    List<Described> described(UUID account, String rpId) {
        return jdbc.sql(DESCRIBED)
                .param("account", account)
                .param("rpId", rpId)
                .query(Rows.of(Described.class))
                .list();
    }

    Optional<Kept> find(UUID account, byte[] credentialId, String rpId) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("credentialId", credentialId)
                .param("rpId", rpId)
                .query(Rows.of(Kept.class))
                .optional();
    }

    /** The account's keys for a domain, held for this transaction. */
    List<UUID> lock(UUID account, String rpId) {
        return jdbc.sql(LOCK)
                .param("account", account)
                .param("rpId", rpId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whether its state was written; not when it was used or removed since it was read. */
    boolean used(Kept key, PasskeyVerifier.AssertionResponse shown, Instant at) {
        return jdbc.sql(USED)
                        .param("account", key.account())
                        .param("id", key.id())
                        .param("before", key.signCount())
                        .param("signCount", shown.signCount())
                        .param("backedUp", shown.backedUp())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean label(UUID account, UUID id, String label) {
        return jdbc.sql(LABEL)
                        .param("account", account)
                        .param("id", id)
                        .param("label", label)
                        .update()
                == 1;
    }

    /** Sessions begun with the key end with it: their rows refer to it. */
    boolean delete(UUID account, UUID id) {
        return jdbc.sql(DELETE).param("account", account).param("id", id).update() == 1;
    }

    /** Domains, other than this one, for which keys were made. */
    List<String> otherDomains(String rpId) {
        return jdbc.sql(OTHER_DOMAINS)
                .param("rpId", rpId)
                .query((row, number) -> row.getString("rp_id"))
                .list();
    }
}
