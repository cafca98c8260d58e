package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.credentials.IssuedCredential.Reason;

/** The statements of {@code identity.issued_credential}, {@code credential_revocation} and {@code status_list}. */
@Component
record IssuedCredentialStore(JdbcClient jdbc) {

    private static final String INSERT_LIST = "INSERT INTO identity.status_list (id, made_at) VALUES (:id, :at)";
    private static final String LATEST_LIST = "SELECT id FROM identity.status_list ORDER BY id DESC LIMIT 1";
    private static final String LIST_EXISTS = "SELECT EXISTS (SELECT 1 FROM identity.status_list WHERE id = :id)";
    private static final String TAKEN = "SELECT count(*) FROM identity.issued_credential WHERE list = :list";
    private static final String INSERT = """
            INSERT INTO identity.issued_credential (list, idx, id, account, batch, type, holding, issued_at, ends_at)
            VALUES (:list, :idx, :id, :account, :batch, :type, :holding, :issuedAt, :endsAt)
            ON CONFLICT DO NOTHING
            """;
    private static final String SELECT = """
            SELECT c.list, c.idx, c.id, c.account, c.batch, c.type, c.holding, c.issued_at, c.ends_at,
                r.at AS revoked_at
            FROM identity.issued_credential c
            LEFT JOIN identity.credential_revocation r ON r.list = c.list AND r.idx = c.idx
            """;
    // revocations are written in this order by everybody, so that no two wait for each other
    private static final String IN_ORDER = " ORDER BY c.list, c.idx";
    private static final String OPEN = " AND r.at IS NULL AND c.ends_at > :now";
    private static final String OPEN_OF_LIST = SELECT + "WHERE c.list = :list" + OPEN + IN_ORDER;
    private static final String OPEN_OF_ACCOUNT = SELECT + "WHERE c.account = :account" + OPEN + IN_ORDER;
    private static final String OPEN_LISTS = """
            SELECT DISTINCT list FROM identity.issued_credential WHERE ends_at > :now ORDER BY list
            """;
    private static final String REVOKED = "SELECT idx FROM identity.credential_revocation WHERE list = :list";
    private static final String OF_ACCOUNT = SELECT + "WHERE c.account = :account ORDER BY c.id DESC LIMIT :limit";
    private static final String OF_BATCH = SELECT + "WHERE c.account = :account AND c.batch = :batch" + IN_ORDER;
    // those that hold first, then the latest
    private static final String BATCHES = """
            SELECT id, type, issued_at, ends_at, copies, good, revoked_at FROM (
                SELECT c.batch AS id, min(c.type) AS type, min(c.issued_at) AS issued_at, max(c.ends_at) AS ends_at,
                    count(*) AS copies, bool_or(r.at IS NULL AND c.ends_at > :now) AS good,
                    CASE WHEN bool_and(r.at IS NOT NULL) THEN max(r.at) END AS revoked_at
                FROM identity.issued_credential c
                LEFT JOIN identity.credential_revocation r ON r.list = c.list AND r.idx = c.idx
                WHERE c.account = :account GROUP BY c.batch) batches
            WHERE (good::int, id) < (:good, :id)
            ORDER BY good DESC, id DESC LIMIT :limit
            """;
    private static final String ONE = SELECT + "WHERE c.account = :account AND c.id = :id";
    private static final String REVOKE = """
            INSERT INTO identity.credential_revocation (list, idx, at, reason) VALUES (:list, :idx, :at, :reason)
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT_ENDED = """
            SELECT count(*) FROM (SELECT 1 FROM identity.issued_credential WHERE ends_at < :before LIMIT :most) ended
            """;
    private static final String DELETE_ENDED = """
            WITH gone AS (DELETE FROM identity.issued_credential WHERE (list, idx) IN (
                    SELECT list, idx FROM identity.issued_credential WHERE ends_at < :before ORDER BY ends_at LIMIT :most)
                RETURNING list, idx),
            revocations AS (DELETE FROM identity.credential_revocation r USING gone
                WHERE r.list = gone.list AND r.idx = gone.idx)
            SELECT count(*) FROM gone
            """;

    void insertList(UUID id, Instant at) {
        jdbc.sql(INSERT_LIST)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UUID> latestList() {
        return jdbc.sql(LATEST_LIST).query(UUID.class).optional();
    }

    boolean listExists(UUID id) {
        return jdbc.sql(LIST_EXISTS).param("id", id).query(Boolean.class).single();
    }

    int taken(UUID list) {
        return jdbc.sql(TAKEN).param("list", list).query(Integer.class).single();
    }

    /** Whether the place was free. */
    boolean insert(IssuedCredential made) {
        return jdbc.sql(INSERT)
                        .param("list", made.list())
                        .param("idx", made.idx())
                        .param("id", made.id())
                        .param("account", made.account())
                        .param("batch", made.batch())
                        .param("type", made.type())
                        .param("holding", made.holding())
                        .param("issuedAt", made.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("endsAt", made.endsAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those of a list that hold until somebody withdraws them. */
    List<IssuedCredential> openOfList(UUID list, Instant now) {
        return jdbc.sql(OPEN_OF_LIST)
                .param("list", list)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(IssuedCredential.class))
                .list();
    }

    List<IssuedCredential> openOfAccount(UUID account, Instant now) {
        return jdbc.sql(OPEN_OF_ACCOUNT)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(IssuedCredential.class))
                .list();
    }

    /** The lists of credentials that have not ended. */
    List<UUID> openLists(Instant now) {
        return List.copyOf(jdbc.sql(OPEN_LISTS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** The places in a list of which the credential was withdrawn. */
    List<Integer> revoked(UUID list) {
        return List.copyOf(
                jdbc.sql(REVOKED).param("list", list).query(Integer.class).list());
    }

    List<IssuedCredential> ofBatch(UUID account, UUID batch) {
        return jdbc.sql(OF_BATCH)
                .param("account", account)
                .param("batch", batch)
                .query(Rows.of(IssuedCredential.class))
                .list();
    }

    /** A person's batches after a place in the list: those that hold first, then the latest. */
    List<CredentialBatch> batches(UUID account, Instant now, boolean good, UUID after, int limit) {
        return jdbc.sql(BATCHES)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("good", good ? 1 : 0)
                .param("id", after)
                .param("limit", limit)
                .query(Rows.of(CredentialBatch.class))
                .list();
    }

    /** The latest first. */
    List<IssuedCredential> of(UUID account, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("limit", limit)
                .query(Rows.of(IssuedCredential.class))
                .list();
    }

    Optional<IssuedCredential> find(UUID account, UUID id) {
        return jdbc.sql(ONE)
                .param("account", account)
                .param("id", id)
                .query(Rows.of(IssuedCredential.class))
                .optional();
    }

    /** Whether it was not revoked before. */
    boolean revoke(IssuedCredential credential, Reason reason, Instant at) {
        return jdbc.sql(REVOKE)
                        .param("list", credential.list())
                        .param("idx", credential.idx())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("reason", reason.name())
                        .update()
                == 1;
    }

    int countEnded(Instant before, int most) {
        return jdbc.sql(COUNT_ENDED)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    int deleteEnded(Instant before, int most) {
        return jdbc.sql(DELETE_ENDED)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
