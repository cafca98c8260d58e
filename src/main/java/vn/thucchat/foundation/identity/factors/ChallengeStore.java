package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Challenges that were answered, by their hashes. */
@Component
record ChallengeStore(JdbcClient jdbc) {

    private static final String USE = """
            INSERT INTO identity.used_challenge (hash, at) VALUES (:hash, :at) ON CONFLICT (hash) DO NOTHING
            """;
    private static final String SWEEP = "DELETE FROM identity.used_challenge WHERE at < :before";

    boolean use(byte[] hash, Instant at) {
        return jdbc.sql(USE)
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
