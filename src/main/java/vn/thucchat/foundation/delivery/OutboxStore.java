package vn.thucchat.foundation.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code delivery.outbox_message}. */
@Component
record OutboxStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO delivery.outbox_message
                (recipient, id, channel, host, payload, state, next_at, created_at, due_at)
            SELECT m.recipient, m.id, m.channel, :host, m.payload, 'WAITING', :next::timestamptz, m.at, :due::timestamptz
            FROM unnest(:recipients::text[], :ids::uuid[], :channels::text[], :payloads::text[], :ats::timestamptz[])
                AS m (recipient, id, channel, payload, at)""";
    private static final String CLAIM_DUE = """
            WITH due AS (
                SELECT m.recipient, m.id FROM delivery.outbox_message m
                WHERE m.state = 'WAITING' AND m.next_at <= :now AND (m.attempts > 0) = :failing
                    AND m.host <> ALL (:crowded::text[])
                ORDER BY m.next_at LIMIT :limit FOR UPDATE OF m SKIP LOCKED
            )
            UPDATE delivery.outbox_message m SET next_at = :until
            FROM due WHERE m.recipient = due.recipient AND m.id = due.id
            RETURNING m.recipient, m.id, m.channel, m.host, m.payload, m.created_at, m.attempts, m.next_at""";
    private static final String DELIVERED = """
            UPDATE delivery.outbox_message SET state = 'DELIVERED', next_at = NULL, delivered_at = :now
            WHERE recipient = :recipient AND id = :id AND state = 'WAITING' AND next_at = :until""";
    private static final String FAIL = """
            UPDATE delivery.outbox_message SET state = :state, next_at = :at::timestamptz, attempts = attempts + 1,
                last_error = :error
            WHERE recipient = :recipient AND id = :id AND state = 'WAITING' AND next_at = :until""";
    private static final String DEFER = """
            UPDATE delivery.outbox_message SET next_at = :at
            WHERE recipient = :recipient AND id = :id AND state = 'WAITING' AND next_at = :until""";
    /** Each part reads an index that holds only what it counts. */
    private static final String BACKLOG = """
            SELECT w.waiting, w.waiting_seconds, w.failing, w.failing_seconds,
                (SELECT count(*) FROM delivery.outbox_message WHERE state = 'POISONED') AS poisoned,
                (SELECT count(*) FROM delivery.outbox_message WHERE due_at < :now AND seen_at IS NULL) AS overdue
            FROM (
                SELECT count(*) FILTER (WHERE attempts = 0) AS waiting,
                    coalesce(extract(epoch FROM :now::timestamptz - min(created_at) FILTER (WHERE attempts = 0)), 0)::bigint
                        AS waiting_seconds,
                    count(*) FILTER (WHERE attempts > 0) AS failing,
                    coalesce(extract(epoch FROM :now::timestamptz - min(created_at) FILTER (WHERE attempts > 0)), 0)::bigint
                        AS failing_seconds
                FROM delivery.outbox_message WHERE state = 'WAITING'
            ) w""";

    /** @param next when they leave at the earliest */
    void insert(List<OutboxMessage> messages, String host, @Nullable Instant due, Instant next) {
        Batch.of(messages)
                .text("recipients", OutboxMessage::recipient)
                .uuid("ids", OutboxMessage::id)
                .text("channels", OutboxMessage::channel)
                .text("payloads", OutboxMessage::payload)
                .at("ats", OutboxMessage::createdAt)
                .update(jdbc.sql(INSERT)
                        .param("host", host)
                        .param("due", due == null ? null : utc(due))
                        .param("next", utc(next)));
    }

    /**
     * Claims messages whose time has come; nobody else does until the time given.
     *
     * @param crowded hosts that get no more for now
     */
    List<DeliveryLease> claimDue(Instant now, boolean failing, Set<String> crowded, Instant until, int limit) {
        return jdbc.sql(CLAIM_DUE)
                .param("now", utc(now))
                .param("failing", failing)
                .param("crowded", crowded.toArray(String[]::new))
                .param("until", utc(until))
                .param("limit", limit)
                .query(OutboxStore::lease)
                .list();
    }

    /** False when the lease is lost: another process answers for the message. */
    boolean delivered(DeliveryLease lease, Instant now) {
        return of(DELIVERED, lease).param("now", utc(now)).update() == 1;
    }

    /** @param at when to try again; null: the message goes to the poison list */
    boolean fail(DeliveryLease lease, @Nullable Instant at, String error) {
        return of(FAIL, lease)
                        .param("state", at == null ? "POISONED" : "WAITING")
                        .param("at", at == null ? null : utc(at))
                        .param("error", error.substring(0, Math.min(error.length(), 500)))
                        .update()
                == 1;
    }

    /** Puts a message off without counting a failure. */
    boolean defer(DeliveryLease lease, Instant at) {
        return of(DEFER, lease).param("at", utc(at)).update() == 1;
    }

    OutboxMeters.Backlog backlog(Instant now) {
        return jdbc.sql(BACKLOG)
                .param("now", utc(now))
                .query(Rows.of(OutboxMeters.Backlog.class))
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, DeliveryLease lease) {
        return of(sql, lease.message().recipient(), lease.message().id()).param("until", utc(lease.until()));
    }

    private JdbcClient.StatementSpec of(String sql, String recipient, UUID id) {
        return jdbc.sql(sql).param("recipient", recipient).param("id", id);
    }

    private static DeliveryLease lease(ResultSet row, int number) throws SQLException {
        return new DeliveryLease(
                new OutboxMessage(
                        row.getString("recipient"),
                        row.getObject("id", UUID.class),
                        row.getString("channel"),
                        row.getString("payload"),
                        at(row, "created_at")),
                row.getString("host"),
                row.getInt("attempts"),
                at(row, "next_at"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
