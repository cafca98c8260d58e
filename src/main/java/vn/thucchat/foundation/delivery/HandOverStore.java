package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The ledger of hand-overs, which is part of {@code delivery.outbox_message}. */
@Component
record HandOverStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            SELECT recipient, id, channel, due_at, delivered_at, seen_at, state = 'POISONED' AS poisoned
            FROM delivery.outbox_message
            """;
    private static final String UNSEEN = COLUMNS + """
            WHERE due_at >= :from AND due_at < :until AND seen_at IS NULL AND (:channel = '' OR channel = :channel)
                AND (due_at, id) > (:due, :id)
            ORDER BY due_at, id LIMIT :limit""";
    private static final String SEEN = COLUMNS + """
            WHERE due_at IS NOT NULL AND seen_at IS NOT NULL AND (:channel = '' OR channel = :channel)
                AND (due_at, id) < (:due, :id)
            ORDER BY due_at DESC, id DESC LIMIT :limit""";
    private static final String FIND = COLUMNS + "WHERE due_at IS NOT NULL AND id = :id";
    private static final String SEE = """
            UPDATE delivery.outbox_message SET seen_at = :now
            WHERE recipient = :recipient AND id = :id AND seen_at IS NULL""";

    /** Lists what is due from one instant to before another and was not seen, the first due first. */
    List<HandOver> unseen(Instant from, Instant until, String channel, Instant due, UUID id, int limit) {
        return after(UNSEEN, channel, due, id, limit)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(Rows.of(HandOver.class))
                .list();
    }

    /** Lists what was seen, the last due first. */
    List<HandOver> seen(String channel, Instant due, UUID id, int limit) {
        return after(SEEN, channel, due, id, limit)
                .query(Rows.of(HandOver.class))
                .list();
    }

    Optional<HandOver> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(HandOver.class)).optional();
    }

    /** Whether it was not seen before. */
    boolean see(String recipient, UUID id, Instant now) {
        return jdbc.sql(SEE)
                        .param("recipient", recipient)
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec after(String sql, String channel, Instant due, UUID id, int limit) {
        return jdbc.sql(sql)
                .param("channel", channel)
                .param("due", utc(due))
                .param("id", id)
                .param("limit", limit);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
