package vn.thucchat.foundation.notify.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.database.Seal;

/** The statements of {@code notify.push_key}; private keys are sealed on the way. */
@Component
record PushKeyStore(JdbcClient jdbc, Seal seal) {

    private static final String PURPOSE = "notify.push ";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('notify.push_key'))";
    private static final String LIST = "SELECT public_key, sealed, made_at FROM notify.push_key ORDER BY made_at DESC";
    private static final String INSERT =
            "INSERT INTO notify.push_key (public_key, sealed, made_at) VALUES (:public, :sealed, :at)";

    private record Row(String publicKey, String sealed, Instant madeAt) {}

    /** Lets one make a key at a time, until the end of the transaction. */
    void lock() {
        jdbc.sql(LOCK).query().singleRow();
    }

    /** All keys, the one for new browsers first. */
    List<PushKey> list() {
        return jdbc.sql(LIST).query(Rows.of(Row.class)).list().stream()
                .map(row -> new PushKey(
                        row.publicKey(),
                        EcKeys.privateKey(seal.open(
                                java.util.Base64.getDecoder().decode(row.sealed()), PURPOSE + row.publicKey())),
                        row.madeAt()))
                .toList();
    }

    void insert(PushKey key) {
        byte[] sealed = seal.close(EcKeys.bytes(key.privateKey()), PURPOSE + key.publicKey());
        jdbc.sql(INSERT)
                .param("public", key.publicKey())
                .param("sealed", java.util.Base64.getEncoder().encodeToString(sealed))
                .param("at", key.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
