package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Sort;

/** The statements of {@code payments.finding} that list what waits, narrowed and in any order. */
@Component
record PaymentExceptionListStore(JdbcClient jdbc) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** By the partial indexes of what is open, which begin with the account. */
    private static final String OPEN = """
            WHERE account IN (
                    SELECT number FROM payments.account WHERE unit = ANY (:units) AND (synthetic OR NOT :onlySynthetic))
                AND closed_at IS NULL
                AND (:outcome::text IS NULL OR outcome = :outcome)
                AND (:only::integer IS NULL OR account = :only)
                AND waiting BETWEEN :from AND :to
            """;

    private static final String LIST = "SELECT" + PaymentExceptionStore.COLUMNS + OPEN;
    private static final String BY_SINCE = LIST + """
            AND (opened_at, account, movement) > (:key, :account, :movement)
            ORDER BY opened_at, account, movement LIMIT :limit""";
    private static final String BY_SINCE_DOWN = LIST + """
            AND (opened_at, account, movement) < (:key, :account, :movement)
            ORDER BY opened_at DESC, account DESC, movement DESC LIMIT :limit""";
    private static final String BY_WAITING = LIST + """
            AND (waiting, account, movement) > (:key, :account, :movement)
            ORDER BY waiting, account, movement LIMIT :limit""";
    private static final String BY_WAITING_DOWN = LIST + """
            AND (waiting, account, movement) < (:key, :account, :movement)
            ORDER BY waiting DESC, account DESC, movement DESC LIMIT :limit""";
    private static final String BY_REASON = LIST + """
            AND (outcome, account, movement) > (:key, :account, :movement)
            ORDER BY outcome, account, movement LIMIT :limit""";
    private static final String BY_REASON_DOWN = LIST + """
            AND (outcome, account, movement) < (:key, :account, :movement)
            ORDER BY outcome DESC, account DESC, movement DESC LIMIT :limit""";
    private static final String BY_ACCOUNT = LIST + """
            AND (account, movement) > (:account, :movement) ORDER BY account, movement LIMIT :limit""";
    private static final String BY_ACCOUNT_DOWN = LIST + """
            AND (account, movement) < (:account, :movement) ORDER BY account DESC, movement DESC LIMIT :limit""";
    /** On its owner's account no money waits in the books: what is asked about there is counted apart. */
    private static final String TOTALS = """
            SELECT a.synthetic, count(*) FILTER (WHERE a.purpose = 'CHARGES') AS count,
                coalesce(sum(waiting) FILTER (WHERE a.purpose = 'CHARGES'), 0)::bigint AS amount_vnd,
                count(*) FILTER (WHERE a.purpose = 'OWNER') AS owners
            FROM payments.finding JOIN (SELECT number, synthetic, purpose FROM payments.account) AS a ON a.number = account
            """ + OPEN + "GROUP BY a.synthetic ORDER BY a.synthetic";
    /**
     * From the end of each account's closures, however many there are; rules close nothing on owners' accounts. A reversal
     * may have closed the finding anew: the place in the list is when the rule did.
     */
    static final String CLOSED = """
            SELECT f.account, f.movement, f.outcome, f.waiting AS waiting_vnd, f.code, f.opened_at, l.closed_at, f.closed_by,
                f.decision, f.refund AS refund_vnd, f.returned, f.version
            FROM (
                SELECT c.account, c.movement, c.closed_at FROM payments.account a
                CROSS JOIN LATERAL (
                    SELECT account, movement, closed_at FROM payments.automatic_closure
                    WHERE account = a.number AND closed_at <= :key
                        AND (closed_at, account, movement) < (:key, :account, :movement)
                    ORDER BY closed_at DESC, movement DESC LIMIT :limit) AS c
                WHERE a.unit = ANY (:units) AND (a.synthetic OR NOT :onlySynthetic) AND a.purpose = 'CHARGES'
                ORDER BY c.closed_at DESC, c.account DESC, c.movement DESC LIMIT :limit) AS l
            JOIN payments.finding f ON f.account = l.account AND f.movement = l.movement
            ORDER BY l.closed_at DESC, l.account DESC, l.movement DESC""";

    /**
     * Of the accounts of some units, after the place of one already seen.
     *
     * @param onlySynthetic leaves out the real ones
     */
    List<PaymentException> open(
            String[] units,
            boolean onlySynthetic,
            PaymentExceptions.Filter only,
            Sort<PaymentExceptions.Order> sort,
            Cursor after,
            int limit) {
        boolean down = sort.down();
        var sql = narrowed(
                jdbc.sql(
                        switch (sort.by()) {
                            case SINCE -> down ? BY_SINCE_DOWN : BY_SINCE;
                            case WAITING -> down ? BY_WAITING_DOWN : BY_WAITING;
                            case REASON -> down ? BY_REASON_DOWN : BY_REASON;
                            case ACCOUNT -> down ? BY_ACCOUNT_DOWN : BY_ACCOUNT;
                        }),
                units,
                onlySynthetic,
                only);
        sql = switch (sort.by()) {
            case SINCE -> sql.param("key", RowTimes.utc(after.at(0, down ? LAST : FIRST)));
            case WAITING -> sql.param("key", after.number(0, down ? Long.MAX_VALUE : -1));
            case REASON -> sql.param("key", after.text(0, down ? "~" : ""));
            case ACCOUNT -> sql;
        };
        return placed(sql, after, down, limit)
                .query(Rows.of(PaymentException.class))
                .list();
    }

    /** How many, and how much of the money waits: the real and the invented apart, where there is any. */
    List<PaymentExceptions.Total> totals(String[] units, boolean onlySynthetic, PaymentExceptions.Filter only) {
        return narrowed(jdbc.sql(TOTALS), units, onlySynthetic, only)
                .query(Rows.of(PaymentExceptions.Total.class))
                .list();
    }

    /** What rules closed on the accounts of some units, the latest first, after the place of one already seen. */
    List<PaymentException> closedByRules(String[] units, boolean onlySynthetic, Cursor after, int limit) {
        var sql = jdbc.sql(CLOSED)
                .param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("key", RowTimes.utc(after.at(0, LAST)));
        return placed(sql, after, true, limit)
                .query(Rows.of(PaymentException.class))
                .list();
    }

    private static JdbcClient.StatementSpec narrowed(
            JdbcClient.StatementSpec sql, String[] units, boolean onlySynthetic, PaymentExceptions.Filter only) {
        return sql.param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("outcome", only.outcome() == null ? null : only.outcome().name())
                .param("only", only.account())
                .param("from", only.fromVnd())
                .param("to", only.toVnd());
    }

    private static JdbcClient.StatementSpec placed(
            JdbcClient.StatementSpec sql, Cursor after, boolean down, int limit) {
        return sql.param("account", after.key(1, down ? Integer.MAX_VALUE : -1, Integer::valueOf))
                .param("movement", after.number(2, down ? Long.MAX_VALUE : -1))
                .param("limit", limit);
    }
}
