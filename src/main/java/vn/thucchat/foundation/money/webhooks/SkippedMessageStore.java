package vn.thucchat.foundation.money.webhooks;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code payments.skipped_message}, and the one that skips. */
@Component
record SkippedMessageStore(JdbcClient jdbc) {

    /**
     * Only the very message that the others wait for. What was stopped because of it goes on; what a person stopped
     * does not.
     */
    private static final String SKIP = """
            UPDATE payments.webhook w SET position = :number, attempts = 0, failing_since = NULL,
                state = CASE WHEN reason = 'BY_HAND' THEN state ELSE 'ACTIVE' END,
                reason = CASE WHEN reason = 'BY_HAND' THEN reason END,
                next_at = CASE WHEN reason = 'BY_HAND' THEN NULL ELSE :at::timestamptz END
            WHERE account = :account AND id = :id AND state <> 'ENDED' AND attempts > 0 AND position < :number
                AND :number = (
                    SELECT m.number FROM payments.movement m
                    WHERE m.account = w.account AND m.number > w.position AND m.incoming
                    ORDER BY m.number LIMIT 1)""";

    private static final String INSERT = """
            INSERT INTO payments.skipped_message (account, webhook, number, at, by, name, reason)
            VALUES (:account, :id, :number, :at, :by, :name, :reason)""";
    private static final String LAST = """
            SELECT number, at, name, reason FROM payments.skipped_message
            WHERE account = :account AND webhook = :id ORDER BY number DESC LIMIT :limit""";

    /** @return false when it is not the message that the webhook's others wait for */
    boolean skip(int account, UUID webhook, SkippedMessage skipped, UUID by) {
        var at = RowTimes.utc(skipped.at());
        if (of(SKIP, account, webhook)
                        .param("number", skipped.number())
                        .param("at", at)
                        .update()
                == 0) return false;
        of(INSERT, account, webhook)
                .param("number", skipped.number())
                .param("at", at)
                .param("by", by)
                .param("name", skipped.name())
                .param("reason", skipped.reason())
                .update();
        return true;
    }

    /** The latest first. */
    List<SkippedMessage> last(int account, UUID webhook, int limit) {
        return of(LAST, account, webhook)
                .param("limit", limit)
                .query(Rows.of(SkippedMessage.class))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, int account, UUID webhook) {
        return jdbc.sql(sql).param("account", account).param("id", webhook);
    }
}
