package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.Medium;

/** The statements of {@code notify.notice}. */
@Component
record NoticeStore(JdbcClient jdbc) {

    private static final String COLUMNS =
            "SELECT account, id, kind, state, medium, created_at, expires_at, ended_at FROM notify.notice ";
    private static final String INSERT = """
            INSERT INTO notify.notice (account, id, kind, state, medium, created_at, expires_at)
            VALUES (:account, :id, :kind, 'PLANNED', :medium, :created, :expires)
            ON CONFLICT (account, id) DO NOTHING""";
    private static final String FIND = COLUMNS + "WHERE account = :account AND id = :id";
    private static final String FIND_ANY = COLUMNS + "WHERE id = :id";
    private static final String OF = COLUMNS + "WHERE account = :account AND id = ANY (:ids)";
    private static final String LIST = COLUMNS + "WHERE state = :state AND id < :before ORDER BY id DESC LIMIT :limit";
    private static final String MOVE = """
            UPDATE notify.notice SET medium = :medium
            WHERE account = :account AND id = :id AND state = 'PLANNED' AND medium <> :medium""";
    private static final String REOPEN = """
            UPDATE notify.notice SET state = 'PLANNED', ended_at = NULL
            WHERE account = :account AND id = :id AND state = 'SENT'""";
    private static final String END = """
            UPDATE notify.notice SET state = :state, ended_at = :now
            WHERE account = :account AND id = :id AND state = 'PLANNED'""";

    /** False when it was planned before. */
    boolean insert(Notice notice) {
        return of(INSERT, notice.account(), notice.id())
                        .param("kind", notice.kind())
                        .param("medium", notice.medium().name())
                        .param("created", notice.createdAt().atOffset(ZoneOffset.UTC))
                        .param("expires", notice.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Notice> find(UUID account, UUID id) {
        return of(FIND, account, id).query(Rows.of(Notice.class)).optional();
    }

    /** For those who may read everybody's. */
    Optional<Notice> find(UUID id) {
        return jdbc.sql(FIND_ANY).param("id", id).query(Rows.of(Notice.class)).optional();
    }

    List<Notice> of(UUID account, Collection<UUID> ids) {
        return jdbc.sql(OF)
                .param("account", account)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Notice.class))
                .list();
    }

    /** @param before id that all are older than */
    List<Notice> list(Notice.State state, UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("state", state.name())
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(Notice.class))
                .list();
    }

    /** Lets a notice go by another medium; false when it ended. */
    boolean move(Notice notice, Medium next) {
        return of(MOVE, notice.account(), notice.id())
                        .param("medium", next.name())
                        .update()
                == 1;
    }

    /** Lets a notice that did not arrive go on; false when it is not among those that were sent. */
    boolean reopen(Notice notice) {
        return of(REOPEN, notice.account(), notice.id()).update() == 1;
    }

    /** False when it ended before. */
    boolean end(Notice notice, Notice.State state, Instant now) {
        return of(END, notice.account(), notice.id())
                        .param("state", state.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec of(String sql, UUID account, UUID id) {
        return jdbc.sql(sql).param("account", account).param("id", id);
    }
}
