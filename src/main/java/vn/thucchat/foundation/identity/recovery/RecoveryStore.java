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
            INSERT INTO identity.recovery (id, account, secret_no, clerk, reason, made_at, opens_at, expires_at)
            VALUES (:id, :account, (SELECT secret_no FROM identity.account WHERE id = :account), :clerk, :reason, :at, :opens, :expires)
            """;
    // a new password, however it was set, ends what began with the one before
    private static final String COLUMNS = """
            SELECT r.id, r.account, r.clerk, r.second AS second_clerk, r.proofs, r.made_at, r.opens_at, r.expires_at, r.confirmed_at,
                CASE WHEN a.secret_no <> r.secret_no THEN coalesce(r.ended_at, r.made_at) ELSE r.ended_at END AS ended_at,
                r.used_at
            FROM identity.recovery r LEFT JOIN identity.account a ON a.id = r.account
            """;
    private static final String FIND = COLUMNS + "WHERE r.id = :id";
    private static final String ALL = COLUMNS + "WHERE r.account = :account ORDER BY r.made_at DESC LIMIT 1000";
    private static final String RUNNING = COLUMNS + """
            WHERE r.account = :account AND r.ended_at IS NULL AND r.expires_at > :at AND a.secret_no = r.secret_no
                AND (r.opens_at IS NOT NULL OR r.clerk IS NOT NULL)
            ORDER BY r.made_at DESC LIMIT 10
            """;
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtext('identity.recovery'), hashtext(:account::text))";
    // a network is where the code was asked for
    private static final String WRONG_SINCE = """
            SELECT coalesce(sum(r.wrong), 0) AS of_all, coalesce(sum(r.wrong) FILTER (WHERE EXISTS (
                    SELECT 1 FROM identity.recovery_sending s
                    WHERE s.recovery = r.id
                        AND s.network = (SELECT c.network FROM identity.recovery_sending c WHERE c.id = :sending))), 0)
                AS of_network
            FROM identity.recovery r WHERE r.account = :account AND r.made_at > :since
            """;
    private static final String ALONE = """
            SELECT count(*) FROM identity.recovery
            WHERE clerk = :clerk AND made_at > :since AND second IS NULL AND opens_at IS NOT NULL
            """;
    private static final String WRONG = "UPDATE identity.recovery SET wrong = wrong + 1 WHERE id = :id";
    private static final String TRY = """
            UPDATE identity.recovery SET tries = tries + 1
            WHERE id = :id AND ended_at IS NULL AND (opens_at IS NULL OR opens_at <= :at) AND expires_at > :at
                AND tries < :most
            """;
    private static final String PROVE = """
            UPDATE identity.recovery SET proofs = proofs || :proof
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL AND expires_at > :at AND NOT :proof = ANY (proofs)
            RETURNING cardinality(proofs)
            """;
    private static final String OPEN = """
            UPDATE identity.recovery SET opens_at = :opens, expires_at = :expires, warned_at = :at
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL
            """;
    private static final String CONFIRM = """
            UPDATE identity.recovery SET confirmed_at = :at
            WHERE id = :id AND ended_at IS NULL AND opens_at <= :at AND expires_at > :at AND :proof = ANY (proofs)
            """;
    private static final String TAKE_DUE_REMINDERS = """
            UPDATE identity.recovery SET warned_at = :at WHERE id IN (
                SELECT id FROM identity.recovery
                WHERE warned_at <= :before AND opens_at > :at AND ended_at IS NULL
                ORDER BY warned_at LIMIT 100 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;
    private static final String AGREE = """
            UPDATE identity.recovery SET second = :clerk, opens_at = :at, expires_at = :expires
            WHERE id = :id AND ended_at IS NULL AND opens_at IS NULL AND clerk <> :clerk AND expires_at > :at
            """;
    private static final String USE = """
            UPDATE identity.recovery SET ended_at = :at, used_at = :at
            WHERE id = :id AND ended_at IS NULL AND opens_at <= :at AND expires_at > :at
                AND (clerk IS NOT NULL OR confirmed_at > :confirmed)
                AND secret_no = (SELECT a.secret_no FROM identity.account a WHERE a.id = account)
            """;
    private static final String END = """
            UPDATE identity.recovery SET ended_at = :at WHERE id = :id AND ended_at IS NULL AND expires_at > :at
            """;
    private static final String END_AT_COUNTERS = """
            UPDATE identity.recovery SET ended_at = :at
            WHERE account = :account AND clerk IS NOT NULL AND ended_at IS NULL AND expires_at > :at
            """;
    // whatever else runs for the account ends with it: of two links one is used
    private static final String END_ALL = """
            UPDATE identity.recovery SET ended_at = :at WHERE account = :account AND ended_at IS NULL AND expires_at > :at
            """;
    // what never opened told nobody anything, and anybody can begin it
    private static final String SWEEP = """
            DELETE FROM identity.recovery
            WHERE expires_at < :before OR opens_at IS NULL AND clerk IS NULL AND expires_at < :unopened
            """;

    /** How many a clerk has given without a second one. */
    int alone(UUID clerk, Instant since) {
        return jdbc.sql(ALONE)
                .param("clerk", clerk)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

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

    /** All of an account that are kept, the latest first, at most 1,000. */
    List<Recovery> all(UUID account) {
        return jdbc.sql(ALL)
                .param("account", account)
                .query(Rows.of(Recovery.class))
                .list();
    }

    /** Those of an account that wait or are open, and those a clerk has begun. */
    List<Recovery> running(UUID account, Instant at) {
        return jdbc.sql(RUNNING)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Recovery.class))
                .list();
    }

    /** Lets one transaction at a time count for an account. */
    void lock(UUID account) {
        jdbc.sql(LOCK).param("account", account).query().listOfRows();
    }

    /** Wrong guesses at the codes of an account: of all, and of those who asked from one network. */
    record Wrong(int ofAll, int ofNetwork) {}

    /** @param sending of the code, by which the network is known */
    Wrong wrongSince(UUID account, UUID sending, Instant since) {
        return jdbc.sql(WRONG_SINCE)
                .param("account", account)
                .param("sending", sending)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Wrong.class))
                .single();
    }

    /** Counts a try before it is looked at; false when there were too many. */
    boolean chargeAttempt(UUID id, int most, Instant at) {
        return jdbc.sql(TRY)
                        .param("id", id)
                        .param("most", most)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void wrong(UUID id) {
        jdbc.sql(WRONG).param("id", id).update();
    }

    /**
     * Adds a proof to a running recovery and returns the number of its proofs; empty when the recovery has that proof already
     * or has ended.
     */
    Optional<Integer> prove(UUID id, RecoveryProof proof, Instant at) {
        return jdbc.sql(PROVE)
                .param("id", id)
                .param("proof", proof.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    boolean open(UUID id, Instant opens, Instant expires, Instant at) {
        return jdbc.sql(OPEN)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("opens", opens.atOffset(ZoneOffset.UTC))
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes that one of the proofs was given again after the wait. */
    boolean confirm(UUID id, RecoveryProof proof, Instant at) {
        return jdbc.sql(CONFIRM)
                        .param("id", id)
                        .param("proof", proof.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes those that wait and whose owners were warned before {@code before}; their owners count as warned from now on. */
    List<UUID> takeDueReminders(Instant before, Instant at) {
        return List.copyOf(jdbc.sql(TAKE_DUE_REMINDERS)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
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
                        .param("confirmed", at.minus(Recovery.CONFIRMED).atOffset(ZoneOffset.UTC))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean end(UUID id, Instant at) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Of several links of counters the last one is good. */
    void endAtCounters(UUID account, Instant at) {
        jdbc.sql(END_AT_COUNTERS)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many ended. */
    int endAll(@Nullable UUID account, Instant at) {
        return jdbc.sql(END_ALL)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param unopened before when those ended that nobody proved anything for */
    int sweep(Instant before, Instant unopened) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("unopened", unopened.atOffset(ZoneOffset.UTC))
                .update();
    }
}
