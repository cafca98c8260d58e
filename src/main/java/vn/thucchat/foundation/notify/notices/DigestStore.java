package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.Medium;

/** The statements of {@code notify.digest}, and of which notices are in one. */
@Component
record DigestStore(JdbcClient jdbc) {

    /** Notices of one digest; what comes then leaves at once. */
    private static final int MOST = 200;

    private static final String INSERT = """
            INSERT INTO notify.digest (account, id, at, medium) VALUES (:account, :id, :at, :medium)
            ON CONFLICT (account, at, medium) DO NOTHING""";
    /** Locks the digest: one that was tried gets no more, as its id stands for what it had then, nor does a full one. */
    private static final String OPEN = """
            SELECT d.id FROM notify.digest d
            WHERE d.account = :account AND d.at = :at AND d.medium = :medium AND d.closed_at IS NULL AND d.ended_at IS NULL
                AND (SELECT count(*) FROM notify.notice n WHERE n.account = d.account AND n.digest = d.id) < :most
            FOR UPDATE OF d""";

    private static final String GATHER =
            "UPDATE notify.notice SET digest = :digest WHERE account = :account AND id = :id";
    private static final String FIND = """
            SELECT account, id, at, medium, ended_at FROM notify.digest WHERE account = :account AND id = :id FOR UPDATE""";
    private static final String AT = """
            SELECT d.at FROM notify.digest d JOIN notify.notice n ON n.account = d.account AND n.digest = d.id
            WHERE n.account = :account AND n.id = :id""";
    private static final String NOTICES = """
            SELECT account, id, kind, state, medium, created_at, expires_at, ended_at FROM notify.notice
            WHERE account = :account AND digest = :id AND state = 'PLANNED' ORDER BY id""";
    private static final String LEAVE = "UPDATE notify.notice SET digest = NULL WHERE account = :account AND id = :id";
    private static final String CLOSE =
            "UPDATE notify.digest SET closed_at = :now WHERE account = :account AND id = :id AND closed_at IS NULL";
    private static final String END =
            "UPDATE notify.digest SET ended_at = :now WHERE account = :account AND id = :id AND ended_at IS NULL";

    /** False when there is one for that moment by that medium. */
    boolean insert(UUID account, UUID id, Instant at, Medium medium) {
        return of(INSERT, account, id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("medium", medium.name())
                        .update()
                == 1;
    }

    /** Puts a notice into the digest of a moment by its medium; false when that has been tried, or is full. */
    boolean gather(Notice notice, Instant at) {
        Optional<UUID> digest = jdbc.sql(OPEN)
                .param("account", notice.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("medium", notice.medium().name())
                .param("most", MOST)
                .query(UUID.class)
                .optional();
        digest.ifPresent(id ->
                of(GATHER, notice.account(), notice.id()).param("digest", id).update());
        return digest.isPresent();
    }

    /** The digest, locked until the end of the transaction. */
    Optional<NoticeDigest> lock(UUID account, UUID id) {
        return of(FIND, account, id).query(Rows.of(NoticeDigest.class)).optional();
    }

    /** Returns when the digest that contains a notice leaves; empty when the notice leaves by itself. */
    Optional<Instant> at(Notice notice) {
        return of(AT, notice.account(), notice.id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Its notices that are on their way; never more than a digest takes. */
    List<Notice> notices(NoticeDigest digest) {
        return of(NOTICES, digest.account(), digest.id())
                .query(Rows.of(Notice.class))
                .list();
    }

    /** Lets a notice go on by itself. */
    void remove(Notice notice) {
        of(LEAVE, notice.account(), notice.id()).update();
    }

    /** From now on its notices only leave it. */
    void close(NoticeDigest digest, Instant now) {
        of(CLOSE, digest.account(), digest.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(NoticeDigest digest, Instant now) {
        of(END, digest.account(), digest.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, UUID account, UUID id) {
        return jdbc.sql(sql).param("account", account).param("id", id);
    }
}
