package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Sort;

/** The poison list, which is part of {@code delivery.outbox_message}. */
@Component
record PoisonStore(JdbcClient jdbc) {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private static final String COLUMNS = """
            SELECT recipient, id, channel, attempts, coalesce(last_error, '') AS last_error, created_at
            FROM delivery.outbox_message WHERE state = 'POISONED'
            """;
    private static final String OF_CHANNEL = COLUMNS + " AND (:channel = '' OR channel = :channel) ";
    private static final String OLDEST = OF_CHANNEL + "AND id > :id ORDER BY id LIMIT :limit";
    private static final String LATEST = OF_CHANNEL + "AND id < :id ORDER BY id DESC LIMIT :limit";
    private static final String LEAST_TRIED =
            OF_CHANNEL + "AND (attempts, id) > (:attempts, :id) ORDER BY attempts, id LIMIT :limit";
    private static final String MOST_TRIED =
            OF_CHANNEL + "AND (attempts, id) < (:attempts, :id) ORDER BY attempts DESC, id DESC LIMIT :limit";
    private static final String FIND = COLUMNS + "AND id = ANY (:ids) ORDER BY id";
    private static final String RETRY = """
            UPDATE delivery.outbox_message SET state = 'WAITING', next_at = :now, attempts = 0
            WHERE recipient = :recipient AND id = :id AND state = 'POISONED'""";

    /** Lists what comes after a place: the attempts, where the list is ordered by them, and the id. */
    List<PoisonList.Entry> list(Sort<PoisonList.Order> sort, String channel, Cursor after, int limit) {
        boolean tried = sort.by() == PoisonList.Order.ATTEMPTS;
        var sql = jdbc.sql(tried ? sort.down() ? MOST_TRIED : LEAST_TRIED : sort.down() ? LATEST : OLDEST)
                .param("channel", channel)
                .param("id", after.id(tried ? 1 : 0, sort.down() ? LAST : FIRST))
                .param("limit", limit);
        if (tried) sql = sql.param("attempts", after.key(0, sort.down() ? Integer.MAX_VALUE : -1, Integer::valueOf));
        return sql.query(Rows.of(PoisonList.Entry.class)).list();
    }

    List<PoisonList.Entry> find(Collection<UUID> ids) {
        return jdbc.sql(FIND)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(PoisonList.Entry.class))
                .list();
    }

    Optional<PoisonList.Entry> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    boolean retry(String recipient, UUID id, Instant now) {
        return jdbc.sql(RETRY)
                        .param("recipient", recipient)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
