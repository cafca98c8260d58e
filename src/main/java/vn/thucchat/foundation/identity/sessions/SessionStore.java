package vn.thucchat.foundation.identity.sessions;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accounts.Account;

/** Sessions by the hash of their cookie: one row, written whole when somebody signs in, so that nothing can race. */
@Component
record SessionStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.session
                (token_hash, id, account, secret_no, begun_at, seen_at, first_factor, first_at, second_factor, second_at,
                browser, network, passkey)
            VALUES (:hash, :id, :account, :secretNo, :begunAt, :at, :first, :firstAt, :second, :secondAt,
                :browser, :network, :passkey)
            """;
    private static final String FIND = """
            SELECT id, account, secret_no, begun_at, seen_at, first_factor, first_at, second_factor, second_at,
                passkey, proof_passkey, acting_for
            FROM identity.session
            WHERE token_hash = :hash AND seen_at > :seenAfter AND begun_at > :begunAfter
            """;
    private static final String LASTS = """
            SELECT EXISTS (
                SELECT 1 FROM identity.session
                WHERE account = :account AND id = :id AND seen_at > :seenAfter AND begun_at > :begunAfter)
            """;
    // several requests at once: the first of a minute writes, the others find it written
    private static final String SEEN = """
            UPDATE identity.session SET seen_at = :at WHERE token_hash = :hash AND seen_at < :before
            """;
    // one statement, so that a session which somebody ends at the same moment stays ended
    private static final String RENEW = """
            UPDATE identity.session SET token_hash = :hash, id = :id, secret_no = :secretNo, begun_at = :begunAt,
                seen_at = :at, first_factor = :first, first_at = :firstAt, second_factor = :second,
                second_at = :secondAt, proof_passkey = :proofPasskey
            WHERE token_hash = :before AND seen_at > :seenAfter AND begun_at > :begunAfter
            """;
    private static final String FORGET_PROOF = """
            UPDATE identity.session SET proof_passkey = NULL WHERE account = :account AND id = :id
            """;
    private static final String ACT = """
            UPDATE identity.session SET acting_for = :representation::uuid WHERE account = :account AND id = :id
            """;
    private static final String DELETE = "DELETE FROM identity.session WHERE token_hash = :hash RETURNING account";
    private static final String SWEEP = """
            DELETE FROM identity.session WHERE seen_at <= :seenBefore OR begun_at <= :begunBefore
            """;

    private static final String LASTING = """
            SELECT s.id FROM identity.session s JOIN identity.account a ON a.id = s.account AND a.secret_no = s.secret_no
            WHERE s.account = ANY(:accounts) AND s.id = ANY(:ids) AND NOT a.disabled
              AND s.seen_at > :seenAfter AND s.begun_at > :begunAfter
            """;

    // as long as it would be let in: a session of an older password has ended
    private static final String OPEN = """
            FROM identity.session s JOIN identity.account a ON a.id = s.account AND a.secret_no = s.secret_no
            WHERE s.account = :account AND NOT a.disabled AND s.seen_at > :seenAfter AND s.begun_at > :begunAfter
            """;
    static final String OPEN_PAGE = """
            SELECT s.id, s.begun_at, s.seen_at, s.first_factor, s.first_at, s.second_factor, s.second_at, s.browser,
                s.network
            """ + OPEN + """
              AND (s.begun_at, s.id) < (:begunBefore, :before)
            ORDER BY s.begun_at DESC, s.id DESC LIMIT :limit
            """;
    private static final String COUNT_OPEN = "SELECT count(*) " + OPEN;
    private static final String END = "DELETE FROM identity.session WHERE account = :account AND id = :id";
    private static final String END_ALL_BUT = "DELETE FROM identity.session WHERE account = :account AND id <> :id";

    /**
     * A proof that somebody gave.
     *
     * @param passkey the key by which, or null
     */
    record GivenProof(Factor by, @Nullable UUID passkey, Instant at) {}

    /**
     * A session.
     *
     * @param id by which pages and tokens name it
     * @param secretNo the number of the account's password when it began: it ends with that password
     * @param passkey the key that it began with, or null: it ends with that key
     * @param proofPasskey the key by which its owner proved it last since then, or null: it ends with that one too
     * @param actingFor the representation by which its owner acts for another, or null
     */
    record Session(
            UUID id,
            UUID account,
            int secretNo,
            Instant begunAt,
            Instant seenAt,
            Factor firstFactor,
            Instant firstAt,
            @Nullable Factor secondFactor,
            @Nullable Instant secondAt,
            @Nullable UUID passkey,
            @Nullable UUID proofPasskey,
            @Nullable UUID actingFor) {

        static Session begun(UUID id, Account account, GivenProof proof, Instant now) {
            return new Session(
                    id,
                    account.id(),
                    account.secretNo(),
                    now,
                    now,
                    proof.by(),
                    proof.at(),
                    null,
                    null,
                    proof.passkey(),
                    null,
                    null);
        }

        /** The same with one more proof. */
        Session raised(GivenProof proof, Instant now) {
            return proven(id, secretNo, begunAt, proof, now);
        }

        /** Another that begins now, after its owner gave a new password: what was proven before still is. */
        Session renewed(UUID newId, Account owner, Instant now) {
            return proven(newId, owner.secretNo(), now, new GivenProof(Factor.PASSWORD, null, now), now);
        }

        private Session proven(UUID newId, int newSecretNo, Instant begun, GivenProof proof, Instant now) {
            Assurance more = assurance().with(proof.by(), proof.at());
            return new Session(
                    newId,
                    account,
                    newSecretNo,
                    begun,
                    now,
                    more.first(),
                    more.firstAt(),
                    more.second(),
                    more.secondAt(),
                    passkey,
                    proof.passkey() == null ? proofPasskey : proof.passkey(),
                    actingFor);
        }

        Assurance assurance() {
            return new Assurance(firstFactor, firstAt, secondFactor, secondAt);
        }
    }

    void insert(byte[] hash, Session session, String browser, String network) {
        written(INSERT, hash, session)
                .param("account", session.account())
                .param("passkey", session.passkey())
                .param("browser", browser)
                .param("network", network)
                .update();
    }

    /** Whether the session of the hash before went on as this one; not when it had ended. */
    boolean renew(byte[] before, Instant seenAfter, Instant begunAfter, byte[] hash, Session session) {
        return written(RENEW, hash, session)
                        .param("before", before)
                        .param("seenAfter", seenAfter.atOffset(ZoneOffset.UTC))
                        .param("begunAfter", begunAfter.atOffset(ZoneOffset.UTC))
                        .param("proofPasskey", session.proofPasskey(), Types.OTHER)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(String sql, byte[] hash, Session session) {
        Factor second = session.secondFactor();
        Instant secondAt = session.secondAt();
        return jdbc.sql(sql)
                .param("hash", hash)
                .param("id", session.id())
                .param("secretNo", session.secretNo())
                .param("begunAt", session.begunAt().atOffset(ZoneOffset.UTC))
                .param("at", session.seenAt().atOffset(ZoneOffset.UTC))
                .param("first", session.firstFactor().name())
                .param("firstAt", session.firstAt().atOffset(ZoneOffset.UTC))
                .param("second", second == null ? null : second.name())
                .param("secondAt", secondAt == null ? null : secondAt.atOffset(ZoneOffset.UTC));
    }

    /** A session that was used and begun after these moments. */
    Optional<Session> find(byte[] hash, Instant seenAfter, Instant begunAfter) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("seenAfter", seenAfter.atOffset(ZoneOffset.UTC))
                .param("begunAfter", begunAfter.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Session.class))
                .optional();
    }

    boolean lasts(UUID account, UUID id, Instant seenAfter, Instant begunAfter) {
        return jdbc.sql(LASTS)
                .param("account", account)
                .param("id", id)
                .param("seenAfter", seenAfter.atOffset(ZoneOffset.UTC))
                .param("begunAfter", begunAfter.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void seen(byte[] hash, Instant at, Instant before) {
        jdbc.sql(SEEN)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes by which representation the owner of a session acts for another; null: for themselves. */
    void act(UUID account, UUID id, @Nullable UUID representation) {
        jdbc.sql(ACT)
                .param("account", account)
                .param("id", id)
                .param("representation", representation)
                .update();
    }

    /** Whose it was, if it was there to be deleted. */
    Optional<UUID> delete(byte[] hash) {
        return jdbc.sql(DELETE).param("hash", hash).query(UUID.class).optional();
    }

    /** Those of some sessions that would be let in. */
    Set<UUID> lasting(Collection<UUID> accounts, Collection<UUID> ids, Instant seenAfter, Instant begunAfter) {
        return Set.copyOf(jdbc.sql(LASTING)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("seenAfter", seenAfter.atOffset(ZoneOffset.UTC))
                .param("begunAfter", begunAfter.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** Sessions of an account that go on, before a place in their list, the newest first. */
    List<OpenSession> open(
            UUID account, Instant seenAfter, Instant begunAfter, Instant begunBefore, UUID before, int limit) {
        return open(OPEN_PAGE, account, seenAfter, begunAfter)
                .param("begunBefore", begunBefore.atOffset(ZoneOffset.UTC))
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(OpenSession.class))
                .list();
    }

    int countOpen(UUID account, Instant seenAfter, Instant begunAfter) {
        return open(COUNT_OPEN, account, seenAfter, begunAfter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec open(String sql, UUID account, Instant seenAfter, Instant begunAfter) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("seenAfter", seenAfter.atOffset(ZoneOffset.UTC))
                .param("begunAfter", begunAfter.atOffset(ZoneOffset.UTC));
    }

    /** Whether the account had such a session. */
    boolean end(UUID account, UUID id) {
        return jdbc.sql(END).param("account", account).param("id", id).update() == 1;
    }

    int endAllBut(UUID account, UUID id) {
        return jdbc.sql(END_ALL_BUT).param("account", account).param("id", id).update();
    }

    /** The session no longer ends with the key that proved its owner once more. */
    void forgetProof(UUID account, UUID id) {
        jdbc.sql(FORGET_PROOF).param("account", account).param("id", id).update();
    }

    int sweep(Instant seenBefore, Instant begunBefore) {
        return jdbc.sql(SWEEP)
                .param("seenBefore", seenBefore.atOffset(ZoneOffset.UTC))
                .param("begunBefore", begunBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
