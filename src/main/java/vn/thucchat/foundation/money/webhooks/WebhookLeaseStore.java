package vn.thucchat.foundation.money.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;

/** The statements by which senders take webhooks up, and note how far each was told. */
@Component
record WebhookLeaseStore(JdbcClient jdbc) {

    /**
     * One that is worked on.
     *
     * @param until when somebody else may take it up; shows that it is still ours
     */
    record Claimed(Recipient to, long position, int attempts, Instant until) {}

    /** Begins with the end of what says which. */
    private static final String CLAIMED = """
            )
            UPDATE payments.webhook w SET next_at = :until FROM due
            WHERE w.account = due.account AND w.id = due.id
            RETURNING w.position, w.attempts, w.next_at,""" + Recipient.COLUMNS;

    private static final String CLAIM_BEHIND = """
            WITH due AS (
                SELECT w.account, w.id FROM payments.webhook w
                JOIN payments.movement_count c ON c.account = w.account AND c.last > w.position
                WHERE w.account = ANY (:accounts) AND w.state = 'ACTIVE' AND w.next_at IS NULL
                    AND split_part(w.url, '/', 3) <> ALL (:crowded::text[])
                LIMIT :limit FOR UPDATE OF w SKIP LOCKED
            """ + CLAIMED;
    private static final String CLAIM_ANY_BEHIND = """
            WITH due AS (
                SELECT w.account, w.id FROM payments.webhook w
                JOIN payments.movement_count c ON c.account = w.account AND c.last > w.position
                WHERE w.state = 'ACTIVE' AND w.next_at IS NULL
                    AND split_part(w.url, '/', 3) <> ALL (:crowded::text[])
                LIMIT :limit FOR UPDATE OF w SKIP LOCKED
            """ + CLAIMED;
    private static final String CLAIM_DUE = """
            WITH due AS (
                SELECT w.account, w.id FROM payments.webhook w
                WHERE w.state = 'ACTIVE' AND w.next_at <= :now AND (w.attempts > 0) = :failing
                    AND split_part(w.url, '/', 3) <> ALL (:crowded::text[])
                ORDER BY w.next_at LIMIT :limit FOR UPDATE OF w SKIP LOCKED
            """ + CLAIMED;
    /** Never back: somebody else may have told more meanwhile, and it may be a later one that is not taken now. */
    private static final String MOVE = """
            UPDATE payments.webhook SET position = greatest(position, :to),
                attempts = CASE WHEN position < :to THEN 0 ELSE attempts END,
                failing_since = CASE WHEN position < :to THEN NULL ELSE failing_since END
            WHERE account = :account AND id = :id
            RETURNING state = 'ACTIVE' AND coalesce(next_at = :until, false) AS ours""";

    private static final String RELEASE = """
            UPDATE payments.webhook SET position = greatest(position, :to), next_at = :at
            WHERE account = :account AND id = :id AND next_at = :until""";
    private static final String FAIL = """
            UPDATE payments.webhook SET attempts = attempts + 1, failing_since = coalesce(failing_since, :now),
                state = :state, reason = :reason, next_at = :at
            WHERE account = :account AND id = :id AND next_at = :until""";

    private static final String NOT_WAIT_FOR_THE_DISK = "SET LOCAL synchronous_commit = off";

    /**
     * Those of some accounts to which something is to be told: nobody else takes them up until the time given.
     *
     * @param crowded hosts that get no more for now
     */
    List<Claimed> claimBehind(Collection<Integer> accounts, Set<String> crowded, Instant until, int limit) {
        return claimed(
                jdbc.sql(CLAIM_BEHIND).param("accounts", accounts.toArray(Integer[]::new)), crowded, until, limit);
    }

    List<Claimed> claimBehind(Set<String> crowded, Instant until, int limit) {
        return claimed(jdbc.sql(CLAIM_ANY_BEHIND), crowded, until, limit);
    }

    /** Those whose time has come: for another try, or because whoever worked on them has not ended in time. */
    List<Claimed> claimDue(Instant now, boolean failing, Set<String> crowded, Instant until, int limit) {
        return claimed(
                jdbc.sql(CLAIM_DUE).param("now", RowTimes.utc(now)).param("failing", failing), crowded, until, limit);
    }

    /**
     * For the rest of the transaction. Should the server die, notes of its last half second are lost, and what they say
     * was taken is told again: once or more often is what is promised. Waiting for the disk is most of what a note costs.
     */
    void notWaitForTheDisk() {
        jdbc.sql(NOT_WAIT_FOR_THE_DISK).update();
    }

    /** The message was taken. False when it is not ours to go on with. */
    boolean move(Claimed ours, long to) {
        return of(MOVE, ours).param("to", to).query(Boolean.class).optional().orElse(false);
    }

    /** @param at when to look at it again; null: when something comes */
    boolean release(Claimed ours, long to, @Nullable Instant at) {
        return of(RELEASE, ours)
                        .param("to", to)
                        .param("at", RowTimes.utcOrNull(at))
                        .update()
                == 1;
    }

    /** @param at when to try again; null: not before somebody says so, for this reason */
    boolean fail(Claimed ours, Instant now, @Nullable Instant at, Webhook.@Nullable Reason reason) {
        return of(FAIL, ours)
                        .param("now", RowTimes.utc(now))
                        .param("state", (at == null ? Webhook.State.PAUSED : Webhook.State.ACTIVE).name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("at", RowTimes.utcOrNull(at))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec of(String sql, Claimed ours) {
        return jdbc.sql(sql)
                .param("account", ours.to().account())
                .param("id", ours.to().id())
                .param("until", RowTimes.utc(ours.until()));
    }

    private static List<Claimed> claimed(
            JdbcClient.StatementSpec which, Set<String> crowded, Instant until, int limit) {
        return which.param("crowded", crowded.toArray(String[]::new))
                .param("until", RowTimes.utc(until))
                .param("limit", limit)
                .query(WebhookLeaseStore::claimed)
                .list();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                Recipient.of(row, number),
                row.getLong("position"),
                row.getInt("attempts"),
                RowTimes.at(row, "next_at"));
    }
}
