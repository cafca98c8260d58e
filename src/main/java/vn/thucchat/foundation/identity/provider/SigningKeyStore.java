package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record SigningKeyStore(JdbcClient jdbc) {

    private static final String ALL = """
            SELECT kid, public_key, private_key, made_at, signs_from, signs_until, shown_until FROM identity.signing_key
            WHERE purpose = :purpose ORDER BY signs_from
            """;
    // of two processes that start at once, one makes the key
    private static final String LOCK = "LOCK TABLE identity.signing_key IN SHARE ROW EXCLUSIVE MODE";
    private static final String INSERT = """
            INSERT INTO identity.signing_key (
                purpose, kid, public_key, private_key, made_at, signs_from, signs_until, shown_until)
            VALUES (:purpose, :kid, :publicKey, :privateKey, :madeAt, :signsFrom, :signsUntil, :shownUntil)
            """;
    private static final String FORGET_PRIVATE = """
            UPDATE identity.signing_key SET private_key = NULL
            WHERE purpose = :purpose AND signs_until <= :now AND private_key IS NOT NULL
            """;
    private static final String SWEEP =
            "DELETE FROM identity.signing_key WHERE purpose = :purpose AND shown_until < :before";

    List<SigningKey> all(KeyPurpose purpose) {
        return jdbc.sql(ALL)
                .param("purpose", purpose.name())
                .query(Rows.of(SigningKey.class))
                .list();
    }

    void lock() {
        jdbc.sql(LOCK).update();
    }

    void insert(KeyPurpose purpose, SigningKey key) {
        jdbc.sql(INSERT)
                .param("purpose", purpose.name())
                .param("kid", key.kid())
                .param("publicKey", key.publicKey())
                .param("privateKey", key.privateKey())
                .param("madeAt", key.madeAt().atOffset(ZoneOffset.UTC))
                .param("signsFrom", key.signsFrom().atOffset(ZoneOffset.UTC))
                .param("signsUntil", key.signsUntil().atOffset(ZoneOffset.UTC))
                .param("shownUntil", key.shownUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetPrivate(KeyPurpose purpose, Instant now) {
        jdbc.sql(FORGET_PRIVATE)
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sweep(KeyPurpose purpose, Instant before) {
        jdbc.sql(SWEEP)
                .param("purpose", purpose.name())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
