package vn.thucchat.foundation.identity.sessions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
                passkey)
            VALUES (:hash, :id, :account, :secretNo, :begunAt, :at, :first, :firstAt, :second, :secondAt, :passkey)
            """;
    private static final String FIND = """
            SELECT id, account, secret_no, begun_at, seen_at, first_factor, first_at, second_factor, second_at,
                passkey
            FROM identity.session
            WHERE token_hash = :hash AND seen_at > :seenAfter AND begun_at > :begunAfter
            """;
    // several requests at once: the first of a minute writes, the others find it written
    private static final String SEEN = """
            UPDATE identity.session SET seen_at = :at WHERE token_hash = :hash AND seen_at < :before
            """;
    private static final String DELETE = "DELETE FROM identity.session WHERE token_hash = :hash";
    private static final String SWEEP = """
            DELETE FROM identity.session WHERE seen_at <= :seenBefore OR begun_at <= :begunBefore
            """;

    /**
     * A session.
     *
     * @param id by which pages and tokens name it
     * @param secretNo the number of the account's password when it began: it ends with that password
     * @param passkey the key that it began with, or null: it ends with that key
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
            @Nullable UUID passkey) {

        static Session begun(UUID id, Account account, Factor proof, @Nullable UUID passkey, Instant now) {
            return new Session(id, account.id(), account.secretNo(), now, now, proof, now, null, null, passkey);
        }

        /** The same with one more proof. */
        Session raised(Factor proof, Instant now) {
            Assurance more = assurance().with(proof, now);
            return new Session(
                    id,
                    account,
                    secretNo,
                    begunAt,
                    now,
                    more.first(),
                    more.firstAt(),
                    more.second(),
                    more.secondAt(),
                    passkey);
        }

        Assurance assurance() {
            return new Assurance(firstFactor, firstAt, secondFactor, secondAt);
        }
    }

    void insert(byte[] hash, Session session) {
        Factor second = session.secondFactor();
        Instant secondAt = session.secondAt();
        jdbc.sql(INSERT)
                .param("hash", hash)
                .param("id", session.id())
                .param("account", session.account())
                .param("secretNo", session.secretNo())
                .param("begunAt", session.begunAt().atOffset(ZoneOffset.UTC))
                .param("at", session.seenAt().atOffset(ZoneOffset.UTC))
                .param("first", session.firstFactor().name())
                .param("firstAt", session.firstAt().atOffset(ZoneOffset.UTC))
                .param("second", second == null ? null : second.name())
                .param("secondAt", secondAt == null ? null : secondAt.atOffset(ZoneOffset.UTC))
                .param("passkey", session.passkey())
                .update();
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

    void seen(byte[] hash, Instant at, Instant before) {
        jdbc.sql(SEEN)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was there to be deleted. */
    boolean delete(byte[] hash) {
        return jdbc.sql(DELETE).param("hash", hash).update() == 1;
    }

    int sweep(Instant seenBefore, Instant begunBefore) {
        return jdbc.sql(SWEEP)
                .param("seenBefore", seenBefore.atOffset(ZoneOffset.UTC))
                .param("begunBefore", begunBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
