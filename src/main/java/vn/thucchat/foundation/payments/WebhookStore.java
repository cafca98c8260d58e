package vn.thucchat.foundation.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of {@code payments.webhook} and {@code payments.delivery}. */
@Repository
class WebhookStore {

    /**
     * One that is worked on.
     *
     * @param secret sealed
     * @param until when somebody else may take it up; shows that it is still ours
     */
    record Claimed(
            int account,
            UUID id,
            String url,
            String secret,
            @Nullable String formerSecret,
            @Nullable Instant formerUntil,
            long position,
            int attempts,
            Instant until) {}

    /** A webhook with what it is told by, sealed. */
    record Kept(
            Webhook webhook,
            @Nullable String secret,
            @Nullable String formerSecret) {}

    private static final String COLUMNS = """
             w.account, w.id, w.url, w.secret, w.former_secret, w.former_until, w.position, w.state, w.reason,
            w.attempts, w.failing_since, w.next_at, w.made_at,
            (SELECT count(*) FROM (
                SELECT FROM payments.movement m
                WHERE m.account = w.account AND m.number > w.position AND m.incoming LIMIT 1000) AS x) AS waiting
            FROM payments.webhook w
            """;
    private static final String FIND = "SELECT" + COLUMNS + "WHERE w.account = :account AND w.id = :id";
    private static final String OF_ACCOUNTS = "SELECT" + COLUMNS + """
            WHERE w.account = ANY (:accounts) AND w.state <> 'ENDED' ORDER BY w.account, w.place""";
    private static final String INSERT = """
            INSERT INTO payments.webhook (account, id, place, url, secret, position, state, made_at, made_by)
            SELECT c.account, :id::uuid, p.place, :url, :secret, c.last, 'ACTIVE', :at::timestamptz, :by::uuid
            FROM payments.movement_count c CROSS JOIN generate_series(1, 5) AS p (place)
            WHERE c.account = :account
                AND NOT EXISTS (SELECT FROM payments.webhook w WHERE w.account = :account AND w.place = p.place)
            ORDER BY p.place LIMIT 1
            ON CONFLICT DO NOTHING""";
    private static final String PAUSE = """
            UPDATE payments.webhook SET state = 'PAUSED', reason = 'BY_HAND', next_at = NULL
            WHERE account = :account AND id = :id AND state = 'ACTIVE'""";
    /** Also what waits for its next try goes on at once. */
    private static final String RESUME = """
            UPDATE payments.webhook SET state = 'ACTIVE', reason = NULL, attempts = 0, failing_since = NULL,
                next_at = :at
            WHERE account = :account AND id = :id AND (state = 'PAUSED' OR (state = 'ACTIVE' AND attempts > 0))""";

    private static final String END = """
            UPDATE payments.webhook SET state = 'ENDED', reason = NULL, place = NULL, secret = NULL,
                former_secret = NULL, former_until = NULL, next_at = NULL
            WHERE account = :account AND id = :id AND state <> 'ENDED'""";
    private static final String ROTATE = """
            UPDATE payments.webhook SET former_secret = secret, former_until = :until, secret = :secret
            WHERE account = :account AND id = :id AND state <> 'ENDED'
                AND former_until IS NOT DISTINCT FROM :seen::timestamptz""";
    /** Begins with the end of what says which. */
    private static final String CLAIMED = """
            )
            UPDATE payments.webhook w SET next_at = :until FROM due
            WHERE w.account = due.account AND w.id = due.id
            RETURNING w.account, w.id, w.url, w.secret, w.former_secret, w.former_until, w.position, w.attempts,
                w.next_at""";

    private static final String CLAIM_BEHIND = """
            WITH due AS (
                SELECT w.account, w.id FROM payments.webhook w
                JOIN payments.movement_count c ON c.account = w.account AND c.last > w.position
                WHERE w.account = ANY (:accounts) AND w.state = 'ACTIVE' AND w.next_at IS NULL
                LIMIT :limit FOR UPDATE OF w SKIP LOCKED
            """ + CLAIMED;
    private static final String CLAIM_ANY_BEHIND = """
            WITH due AS (
                SELECT w.account, w.id FROM payments.webhook w
                JOIN payments.movement_count c ON c.account = w.account AND c.last > w.position
                WHERE w.state = 'ACTIVE' AND w.next_at IS NULL
                LIMIT :limit FOR UPDATE OF w SKIP LOCKED
            """ + CLAIMED;
    private static final String CLAIM_DUE = """
            WITH due AS (
                SELECT w.account, w.id FROM payments.webhook w
                WHERE w.state = 'ACTIVE' AND w.next_at <= :now AND (w.attempts > 0) = :failing
                ORDER BY w.next_at LIMIT :limit FOR UPDATE OF w SKIP LOCKED
            """ + CLAIMED;
    /** Never back: somebody else may have told more meanwhile. */
    private static final String MOVE = """
            UPDATE payments.webhook SET position = greatest(position, :to), attempts = 0, failing_since = NULL
            WHERE account = :account AND id = :id
            RETURNING state = 'ACTIVE' AND coalesce(next_at = :until, false) AS ours""";

    private static final String RELEASE = """
            UPDATE payments.webhook SET position = greatest(position, :to), next_at = :at
            WHERE account = :account AND id = :id AND next_at = :until""";
    private static final String FAIL = """
            UPDATE payments.webhook SET attempts = attempts + 1, failing_since = coalesce(failing_since, :now),
                state = :state, reason = :reason, next_at = :at
            WHERE account = :account AND id = :id AND next_at = :until""";
    private static final String RECORD = """
            WITH counted AS (
                UPDATE payments.webhook SET sent = sent + 1 WHERE account = :account AND id = :id RETURNING sent)
            INSERT INTO payments.delivery (account, webhook, slot, at, id, number, outcome, status, ms)
            SELECT :account::integer, :id::uuid, counted.sent % 50, :at::timestamptz, :message::uuid, :number::bigint,
                :outcome, :status::integer, :ms::integer
            FROM counted
            ON CONFLICT (account, webhook, slot) DO UPDATE SET at = excluded.at, id = excluded.id,
                number = excluded.number, outcome = excluded.outcome, status = excluded.status, ms = excluded.ms""";
    private static final String DELIVERIES = """
            SELECT d.at, d.id, d.number, d.outcome, d.status, d.ms
            FROM payments.delivery d JOIN payments.webhook w ON w.account = d.account AND w.id = d.webhook
            WHERE d.account = :account AND d.webhook = :id
            ORDER BY (w.sent - d.slot) % 50""";

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kept> find(int account, UUID id) {
        return of(FIND, account, id).query(WebhookStore::kept).optional();
    }

    /** Those that have not ended. */
    List<Webhook> find(Collection<Integer> accounts) {
        return jdbc
                .sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(WebhookStore::kept)
                .list()
                .stream()
                .map(Kept::webhook)
                .toList();
    }

    /** It begins with what comes from now on; false when the account has this address, or as many as there may be. */
    boolean insert(int account, UUID id, String url, String secret, Instant at, UUID by) {
        return of(INSERT, account, id)
                        .param("url", url)
                        .param("secret", secret)
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean pause(int account, UUID id) {
        return of(PAUSE, account, id).update() == 1;
    }

    boolean resume(int account, UUID id, Instant now) {
        return of(RESUME, account, id).param("at", utc(now)).update() == 1;
    }

    boolean end(int account, UUID id) {
        return of(END, account, id).update() == 1;
    }

    /** @param seen until when the secret before was seen to sign, or null: one that was changed since stays */
    boolean rotate(int account, UUID id, String secret, Instant formerUntil, @Nullable Instant seen) {
        return of(ROTATE, account, id)
                        .param("secret", secret)
                        .param("until", utc(formerUntil))
                        .param("seen", seen == null ? null : utc(seen))
                        .update()
                == 1;
    }

    /** Those of some accounts to which something is to be told: nobody else takes them up until the time given. */
    List<Claimed> claimBehind(Collection<Integer> accounts, Instant until, int limit) {
        return jdbc.sql(CLAIM_BEHIND)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("until", utc(until))
                .param("limit", limit)
                .query(WebhookStore::claimed)
                .list();
    }

    List<Claimed> claimBehind(Instant until, int limit) {
        return jdbc.sql(CLAIM_ANY_BEHIND)
                .param("until", utc(until))
                .param("limit", limit)
                .query(WebhookStore::claimed)
                .list();
    }

    /** Those whose time has come: for another try, or because whoever worked on them has not ended in time. */
    List<Claimed> claimDue(Instant now, boolean failing, Instant until, int limit) {
        return jdbc.sql(CLAIM_DUE)
                .param("now", utc(now))
                .param("failing", failing)
                .param("until", utc(until))
                .param("limit", limit)
                .query(WebhookStore::claimed)
                .list();
    }

    /** The message was taken. False when it is not ours to go on with. */
    boolean move(Claimed ours, long to) {
        return of(MOVE, ours.account(), ours.id())
                .param("to", to)
                .param("until", utc(ours.until()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** @param at when to look at it again; null: when something comes */
    boolean release(Claimed ours, long to, @Nullable Instant at) {
        return of(RELEASE, ours.account(), ours.id())
                        .param("to", to)
                        .param("at", at == null ? null : utc(at))
                        .param("until", utc(ours.until()))
                        .update()
                == 1;
    }

    /** @param at when to try again; null: not before somebody says so, for this reason */
    boolean fail(Claimed ours, Instant now, @Nullable Instant at, Webhook.@Nullable Reason reason) {
        return of(FAIL, ours.account(), ours.id())
                        .param("now", utc(now))
                        .param("state", (at == null ? Webhook.State.PAUSED : Webhook.State.ACTIVE).name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("at", at == null ? null : utc(at))
                        .param("until", utc(ours.until()))
                        .update()
                == 1;
    }

    void record(int account, UUID id, Delivery delivery) {
        of(RECORD, account, id)
                .param("at", utc(delivery.at()))
                .param("message", delivery.id())
                .param("number", delivery.number())
                .param("outcome", delivery.outcome().name())
                .param("status", delivery.status())
                .param("ms", delivery.ms())
                .update();
    }

    /** The latest first. */
    List<Delivery> deliveries(int account, UUID id) {
        return of(DELIVERIES, account, id).query(WebhookStore::delivery).list();
    }

    private JdbcClient.StatementSpec of(String sql, int account, UUID id) {
        return jdbc.sql(sql).param("account", account).param("id", id);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant known(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        @Nullable String reason = row.getString("reason");
        return new Kept(
                new Webhook(
                        row.getInt("account"),
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        row.getLong("position"),
                        Webhook.State.valueOf(row.getString("state")),
                        reason == null ? null : Webhook.Reason.valueOf(reason),
                        row.getInt("attempts"),
                        instant(row, "failing_since"),
                        instant(row, "next_at"),
                        instant(row, "former_until"),
                        known(row, "made_at"),
                        row.getInt("waiting")),
                row.getString("secret"),
                row.getString("former_secret"));
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getInt("account"),
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("secret"),
                row.getString("former_secret"),
                instant(row, "former_until"),
                row.getLong("position"),
                row.getInt("attempts"),
                known(row, "next_at"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                known(row, "at"),
                row.getObject("id", UUID.class),
                row.getObject("number", Long.class),
                Delivery.Outcome.valueOf(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getInt("ms"));
    }
}
