package vn.thucchat.foundation.identity.clientkeys;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of signed texts that were accepted, by their hashes. */
@Component
record UsedJtiStore(JdbcClient jdbc) {

    private static final String USE = """
            INSERT INTO identity.used_jti (hash, ends_at) VALUES (:hash, :endsAt) ON CONFLICT (hash) DO NOTHING
            """;
    private static final String SWEEP = """
            DELETE FROM identity.used_jti WHERE hash IN (
                SELECT hash FROM identity.used_jti WHERE ends_at < :before ORDER BY ends_at LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """;

    /** Whether nobody had used it. */
    boolean use(String hash, Instant endsAt) {
        return jdbc.sql(USE)
                        .param("hash", hash)
                        .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int sweep(Instant before, int most) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
