package vn.thucchat.foundation.identity.recovery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.recovery}. */
@Component
record RecoveryStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.recovery (id, account, clerk, reason, made_at, opens_at, expires_at)
            VALUES (:id, :account, :clerk, :reason, :at, :opens, :expires)
            """;
    private static final String COLUMNS = """
            SELECT id, account, clerk, second, proofs, made_at, opens_at, expires_at, ended_at FROM identity.recovery
            """;
    private static final String FIND = COLUMNS + "WHERE id = :id";
    private static final String RUNNING = COLUMNS + """
            WHERE account = :account AND ended_at IS NULL AND expires_at > :at
                AND (opens_at IS NOT NULL OR clerk IS NOT NULL)
            ORDER BY made_at DESC LIMIT 10
            """;
    private static final String SINCE = """
            SELECT count(*) FROM identity.recovery WHERE account = :account AND clerk IS NULL AND made_at > :since
            """;
    private static final String TRY = """
            UPDATE identity.recovery SET tries = tries + 1
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL AND expires_at > :at AND tries < :most
            """;
    private static final String PROVE = """
            UPDATE identity.recovery SET proofs = proofs || :proof
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL AND expires_at > :at AND NOT :proof = ANY (proofs)
            RETURNING cardinality(proofs)
            """;
    private static final String OPEN = """
            UPDATE identity.recovery SET opens_at = :opens, expires_at = :expires
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL
            """;
    private static final String AGREE = """
            UPDATE identity.recovery SET second = :clerk, opens_at = :at, expires_at = :expires
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL AND clerk <> :clerk AND expires_at > :at
            """;
    private static final String USE = """
            UPDATE identity.recovery SET ended_at = :at
            WHERE id = :id AND ended_at IS NULL AND opens_at <= :at AND expires_at > :at
            """;
    // whatever else runs for the account ends with it: of two links one is used
    private static final String END_ALL = """
            UPDATE identity.recovery SET ended_at = :at WHERE account = :account AND ended_at IS NULL AND expires_at > :at
            """;
    private static final String SWEEP = "DELETE FROM identity.recovery WHERE expires_at < :before";

    void insert(Recovery made, String reason) {
        Instant opens = made.opensAt();
        jdbc.sql(INSERT)
                .param("id", made.id())
                .param("account", made.account())
                .param("clerk", made.clerk())
                .param("reason", reason)
                .param("at", made.madeAt().atOffset(ZoneOffset.UTC))
                .param("opens", opens == null ? null : opens.atOffset(ZoneOffset.UTC))
                .param("expires", made.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Recovery> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Recovery.class)).optional();
    }

    /** Those of an account that wait or are open, and those a clerk has begun. */
    List<Recovery> running(UUID account, Instant at) {
        return jdbc.sql(RUNNING)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Recovery.class))
                .list();
    }

    int since(UUID account, Instant since) {
        return jdbc.sql(SINCE)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Counts a try before it is looked at; false when there were too many. */
    boolean count(UUID id, int most, Instant at) {
        return jdbc.sql(TRY)
                        .param("id", id)
                        .param("most", most)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many proofs there are now; empty when this one was there, or it is over. */
    Optional<Integer> prove(UUID id, Proof proof, Instant at) {
        return jdbc.sql(PROVE)
                .param("id", id)
                .param("proof", proof.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    boolean open(UUID id, Instant opens, Instant expires) {
        return jdbc.sql(OPEN)
                        .param("id", id)
                        .param("opens", opens.atOffset(ZoneOffset.UTC))
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean agree(UUID id, UUID clerk, Instant at, Instant expires) {
        return jdbc.sql(AGREE)
                        .param("id", id)
                        .param("clerk", clerk)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean use(UUID id, Instant at) {
        return jdbc.sql(USE)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many ended. */
    int endAll(@Nullable UUID account, Instant at) {
        return jdbc.sql(END_ALL)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
