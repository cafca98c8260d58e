package vn.thucchat.foundation.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code delivery.inbox_message}. */
@Component
record InboxStore(JdbcClient jdbc) {

    static final UUID LAST = new UUID(-1, -1);

    private static final String INSERT = """
            INSERT INTO delivery.inbox_message (recipient, id, kind, text_key, arguments, link, created_at)
            VALUES (:recipient, :id, :kind, :key, :arguments::text[], :link, :at)
            ON CONFLICT (recipient, id) DO NOTHING""";
    private static final String LIST = """
            SELECT recipient, id, kind, text_key, arguments, link, created_at, seen_at FROM delivery.inbox_message
            WHERE recipient = :recipient AND id < :before ORDER BY id DESC LIMIT :limit""";
    private static final String FIND = """
            SELECT recipient, id, kind, text_key, arguments, link, created_at, seen_at FROM delivery.inbox_message
            WHERE recipient = :recipient AND id = :id""";
    private static final String UNSEEN = """
            SELECT count(*) FROM (SELECT FROM delivery.inbox_message
                WHERE recipient = :recipient AND seen_at IS NULL LIMIT :limit) AS x""";
    /** The first time counts. */
    private static final String SEE = """
            UPDATE delivery.inbox_message SET seen_at = coalesce(seen_at, :now)
            WHERE recipient = :recipient AND id = :id RETURNING link""";

    private static final String DELETE_ALL = "DELETE FROM delivery.inbox_message WHERE recipient = :recipient";
    private static final String COUNT_SEEN = """
            SELECT count(*) FROM (SELECT FROM delivery.inbox_message WHERE seen_at < :before LIMIT :most) AS x""";
    private static final String DELETE_SEEN = """
            DELETE FROM delivery.inbox_message m
            USING (SELECT recipient, id FROM delivery.inbox_message WHERE seen_at < :before LIMIT :most) AS x
            WHERE m.recipient = x.recipient AND m.id = x.id""";

    /**
     * Inserts a message, or leaves the one that is there: it is delivered once, however often it is handed over.
     *
     * @return whether it was not there
     */
    boolean insert(InboxMessage message) {
        return jdbc.sql(INSERT)
                        .param("recipient", message.recipient())
                        .param("id", message.id())
                        .param("kind", message.kind())
                        .param("key", message.textKey())
                        .param("arguments", message.arguments().toArray(String[]::new))
                        .param("link", message.link())
                        .param("at", message.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param before id that all are older than */
    List<InboxMessage> list(UUID recipient, UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("recipient", recipient)
                .param("before", before)
                .param("limit", limit)
                .query(InboxStore::message)
                .list();
    }

    Optional<InboxMessage> find(UUID recipient, UUID id) {
        return jdbc.sql(FIND)
                .param("recipient", recipient)
                .param("id", id)
                .query(InboxStore::message)
                .optional();
    }

    int countUnseen(UUID recipient, int limit) {
        return jdbc.sql(UNSEEN)
                .param("recipient", recipient)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** @return its link; empty when the person has no such message */
    Optional<String> see(UUID recipient, UUID id, Instant now) {
        return jdbc.sql(SEE)
                .param("recipient", recipient)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    private static InboxMessage message(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new InboxMessage(
                row.getObject("recipient", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("text_key"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                seen == null ? null : seen.toInstant());
    }

    /** How many messages are deleted. */
    int deleteAll(UUID recipient) {
        return jdbc.sql(DELETE_ALL).param("recipient", recipient).update();
    }

    /** Counts messages opened before a moment, up to so many. */
    int countSeen(Instant before, int most) {
        return jdbc.sql(COUNT_SEEN)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Deletes messages opened before a moment, at most so many; how many. */
    int deleteSeen(Instant before, int most) {
        return jdbc.sql(DELETE_SEEN)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
