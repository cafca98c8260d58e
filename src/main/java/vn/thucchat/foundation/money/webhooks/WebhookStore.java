package vn.thucchat.foundation.money.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;

/** The statements by which people change {@code payments.webhook} and look at it. */
@Component
record WebhookStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
             w.account, w.id, w.url, w.former_until AS former_secret_until, w.position, w.state, w.reason,
            w.attempts, w.failing_since, w.next_at, w.made_at,
            (SELECT count(*) FROM (
                SELECT FROM payments.movement m
                WHERE m.account = w.account AND m.number > w.position AND m.incoming LIMIT 1000) AS x) AS waiting
            FROM payments.webhook w
            """;
    private static final String FIND = "SELECT" + COLUMNS + "WHERE w.account = :account AND w.id = :id";
    private static final String OF_ACCOUNTS = "SELECT" + COLUMNS + """
            WHERE w.account = ANY (:accounts) AND w.state <> 'ENDED' ORDER BY w.account, w.place""";
    private static final String COUNT_WAITING = """
            SELECT count(*) FILTER (WHERE w.state = 'ACTIVE' AND w.attempts = 0) AS behind,
                count(*) FILTER (WHERE w.state = 'ACTIVE' AND w.attempts > 0) AS failing,
                count(*) FILTER (WHERE w.state = 'PAUSED') AS paused
            FROM payments.webhook w
            JOIN payments.movement_count c ON c.account = w.account AND c.last > w.position
            WHERE w.state <> 'ENDED'""";
    private static final String RECIPIENT = "SELECT" + Recipient.COLUMNS + """
            FROM payments.webhook w
            WHERE w.account = :account AND w.id = :id AND w.state <> 'ENDED'""";
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
            WHERE account = :account AND id = :id AND state = ANY (:from)""";
    /** Also what waits for its next try goes on at once. */
    private static final String RESUME = """
            UPDATE payments.webhook SET state = 'ACTIVE', reason = NULL, attempts = 0, failing_since = NULL,
                next_at = :at
            WHERE account = :account AND id = :id AND state = ANY (:from) AND (state <> 'ACTIVE' OR attempts > 0)""";

    private static final String END = """
            UPDATE payments.webhook SET state = 'ENDED', reason = NULL, place = NULL, secret = NULL,
                former_secret = NULL, former_until = NULL, next_at = NULL
            WHERE account = :account AND id = :id AND state = ANY (:from)""";
    private static final String ROTATE = """
            UPDATE payments.webhook SET former_secret = secret, former_until = :until, secret = :secret
            WHERE account = :account AND id = :id AND state <> 'ENDED'
                AND former_until IS NOT DISTINCT FROM :seen::timestamptz""";

    Optional<Webhook> find(int account, UUID id) {
        return of(FIND, account, id).query(Rows.of(Webhook.class)).optional();
    }

    /** Those that have not ended. */
    List<Webhook> find(Collection<Integer> accounts) {
        return jdbc.sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(Rows.of(Webhook.class))
                .list();
    }

    /** Empty when it has ended. */
    Optional<Recipient> recipient(int account, UUID id) {
        return of(RECIPIENT, account, id).query(Recipient::of).optional();
    }

    /** It begins with what comes from now on; false when the account has this address, or as many as there may be. */
    boolean insert(int account, UUID id, String url, String secret, Instant at, UUID by) {
        return of(INSERT, account, id)
                        .param("url", url)
                        .param("secret", secret)
                        .param("at", RowTimes.utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean pause(int account, UUID id) {
        return of(PAUSE, account, id)
                        .param("from", Webhook.State.LIFE.before("pause"))
                        .update()
                == 1;
    }

    boolean resume(int account, UUID id, Instant now) {
        return of(RESUME, account, id)
                        .param("from", Webhook.State.LIFE.before("resume"))
                        .param("at", RowTimes.utc(now))
                        .update()
                == 1;
    }

    boolean end(int account, UUID id) {
        return of(END, account, id)
                        .param("from", Webhook.State.LIFE.before("end"))
                        .update()
                == 1;
    }

    /** @param seen until when the secret before was seen to sign, or null: one that was changed since stays */
    boolean rotate(int account, UUID id, String secret, Instant formerUntil, @Nullable Instant seen) {
        return of(ROTATE, account, id)
                        .param("secret", secret)
                        .param("until", RowTimes.utc(formerUntil))
                        .param("seen", RowTimes.utcOrNull(seen))
                        .update()
                == 1;
    }

    /**
     * How many webhooks have something left to tell.
     *
     * @param behind about to be told
     * @param failing to be tried again
     * @param paused by hand, or given up
     */
    record Waiting(long behind, long failing, long paused) {}

    Waiting countWaiting() {
        return jdbc.sql(COUNT_WAITING).query(Waiting.class).single();
    }

    private JdbcClient.StatementSpec of(String sql, int account, UUID id) {
        return jdbc.sql(sql).param("account", account).param("id", id);
    }
}
