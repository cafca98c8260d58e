package vn.thucchat.foundation.money.statements;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.MovementRows;

/** The statements that compare {@code payments.movement} with {@code statement_line}. */
@Component
record ReconciliationStore(JdbcClient jdbc) {

    /** Movements of a day and direction. */
    record Sum(LocalDate day, boolean incoming, long count, long amountVnd) {}

    private static final String BY_OUTCOME = """
            SELECT outcome, count(*) AS count, sum(amount)::bigint AS amount_vnd FROM payments.movement
            WHERE account = :account AND day = :day
            GROUP BY outcome ORDER BY outcome""";
    private static final String RECORDED = """
            SELECT day, incoming, count(*) AS count, sum(amount)::bigint AS amount_vnd FROM payments.movement
            WHERE account = :account AND day BETWEEN :from AND :to
            GROUP BY day, incoming""";
    /**
     * What lines state: those that were put to a movement that they resemble state the one that they became since, and so
     * do those that were held for their amount alone.
     */
    private static final String LINES = """
             stated AS (
                SELECT l.account, l.day, coalesce(h.movement, l.movement) AS movement FROM payments.statement_line l
                LEFT JOIN payments.held_payment h ON h.account = l.account AND h.resembles = l.movement
                    AND h.day = l.day AND h.source = 'STATEMENT' AND h.movement IS NOT NULL
                WHERE l.account = :account
                UNION ALL
                SELECT h.account, h.day, h.movement FROM payments.held_payment h
                WHERE h.account = :account AND h.resembles IS NULL AND h.source = 'STATEMENT' AND h.movement IS NOT NULL)
            """;
    /** Statements overlap: a movement counts once for a day, however often it is stated. */
    private static final String STATED = "WITH" + LINES + """
            SELECT s.day, m.incoming, count(*) AS count, sum(m.amount)::bigint AS amount_vnd
            FROM (SELECT DISTINCT day, movement FROM stated
                WHERE day BETWEEN :from AND :to) AS s
            JOIN payments.movement m ON m.account = :account AND m.number = s.movement
            GROUP BY s.day, m.incoming""";

    private static final String NOT_STATED = "WITH" + LINES + "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.day = :day AND NOT EXISTS (
                SELECT FROM stated l WHERE l.account = m.account AND l.movement = m.number)
            ORDER BY m.number LIMIT :limit""";
    private static final String STATED_ONLY = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.day = :day AND m.source = 'STATEMENT'
            ORDER BY m.number LIMIT :limit""";
    /** A bank's messenger and its statement may differ in the day, around midnight. */
    private static final String OTHER_DAY = "WITH" + LINES + "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND (
                m.day <> :day AND m.number IN (
                    SELECT movement FROM stated WHERE day = :day)
                OR m.day = :day AND EXISTS (
                    SELECT FROM stated l WHERE l.account = :account AND l.movement = m.number)
                AND NOT EXISTS (
                    SELECT FROM stated l
                    WHERE l.account = :account AND l.movement = m.number AND l.day = :day))
            ORDER BY m.number LIMIT :limit""";

    List<Reconciliation.OfOutcome> byOutcome(int account, LocalDate day) {
        return jdbc.sql(BY_OUTCOME)
                .param("account", account)
                .param("day", day)
                .query(Rows.of(Reconciliation.OfOutcome.class))
                .list();
    }

    List<Sum> recorded(int account, LocalDate from, LocalDate to) {
        return sums(RECORDED, account, from, to);
    }

    List<Sum> stated(int account, LocalDate from, LocalDate to) {
        return sums(STATED, account, from, to);
    }

    List<Movement> notStated(int account, LocalDate day, int limit) {
        return movements(NOT_STATED, account, day, limit);
    }

    List<Movement> statedOnly(int account, LocalDate day, int limit) {
        return movements(STATED_ONLY, account, day, limit);
    }

    /** Stated of this day and told of another, or the other way round. */
    List<Movement> otherDay(int account, LocalDate day, int limit) {
        return movements(OTHER_DAY, account, day, limit);
    }

    private List<Sum> sums(String sql, int account, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query(Rows.of(Sum.class))
                .list();
    }

    private List<Movement> movements(String sql, int account, LocalDate day, int limit) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("day", day)
                .param("limit", limit)
                .query(MovementRows::movement)
                .list();
    }
}
