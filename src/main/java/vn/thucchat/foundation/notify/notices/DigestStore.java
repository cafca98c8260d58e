package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
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

    private static final String INSERT = """
            INSERT INTO notify.digest (account, id, at, medium) VALUES (:account, :id, :at, :medium)
            ON CONFLICT (account, at) DO NOTHING""";
    /** Locks the digest: one that is being ended gets no more. */
    private static final String OPEN =
            "SELECT id FROM notify.digest WHERE account = :account AND at = :at AND ended_at IS NULL FOR UPDATE";

    private static final String GATHER =
            "UPDATE notify.notice SET digest = :digest WHERE account = :account AND id = :id";
    private static final String FIND = """
            SELECT account, id, at, medium, ended_at FROM notify.digest WHERE account = :account AND id = :id FOR UPDATE""";
    private static final String NOTICES = """
            SELECT account, id, kind, state, medium, created_at, expires_at, ended_at FROM notify.notice
            WHERE account = :account AND digest = :id AND state = 'PLANNED' ORDER BY id""";
    private static final String LEAVE = "UPDATE notify.notice SET digest = NULL WHERE account = :account AND id = :id";
    private static final String END =
            "UPDATE notify.digest SET ended_at = :now WHERE account = :account AND id = :id AND ended_at IS NULL";

    /** False when there is one for that moment. */
    boolean insert(UUID account, UUID id, Instant at, Medium medium) {
        return of(INSERT, account, id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("medium", medium.name())
                        .update()
                == 1;
    }

    /** Puts a notice into the digest of a moment; false when that has left. */
    boolean gather(Notice notice, Instant at) {
        Optional<UUID> digest = jdbc.sql(OPEN)
                .param("account", notice.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
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

    /** Its notices that are on their way. */
    List<Notice> notices(NoticeDigest digest) {
        return of(NOTICES, digest.account(), digest.id())
                .query(Rows.of(Notice.class))
                .list();
    }

    /** Lets a notice go on by itself. */
    void leave(Notice notice) {
        of(LEAVE, notice.account(), notice.id()).update();
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
