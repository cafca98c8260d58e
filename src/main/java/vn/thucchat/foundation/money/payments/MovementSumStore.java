package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Sums of {@code payments.movement}, and what came in for something that was asked for. */
@Component
record MovementSumStore(JdbcClient jdbc) {

    private static final String TOTALS = """
            SELECT count(*) AS count, coalesce(sum(amount), 0)::bigint AS amount FROM payments.movement
            WHERE account = ANY (:accounts) AND day BETWEEN :from AND :to AND incoming""";
    private static final String TAKEN_BACK = """
            SELECT count(*) AS count, coalesce(sum(amount), 0)::bigint AS amount FROM payments.movement
            WHERE account = ANY (:accounts) AND day BETWEEN :from AND :to AND outcome = 'REVERSAL'""";
    private static final String BY_DAY = """
            SELECT day, count(*) FILTER (WHERE incoming) AS count,
                coalesce(sum(amount) FILTER (WHERE incoming), 0)::bigint AS amount_vnd,
                coalesce(sum(amount) FILTER (WHERE outcome = 'REVERSAL'), 0)::bigint AS taken_back_vnd
            FROM payments.movement
            WHERE account = ANY (:accounts) AND day BETWEEN :from AND :to AND (incoming OR outcome = 'REVERSAL')
            GROUP BY day ORDER BY day""";
    private static final String BY_HOUR = """
            SELECT extract(hour FROM at AT TIME ZONE 'Asia/Ho_Chi_Minh')::int AS hour, count(*) AS count,
                sum(amount)::bigint AS amount_vnd
            FROM payments.movement
            WHERE account = ANY (:accounts) AND day BETWEEN :from AND :to AND incoming
            GROUP BY hour ORDER BY hour""";
    private static final String SHORT = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            JOIN payments.payable p ON p.account = m.account AND p.code = m.code AND p.state = 'OPEN'
            WHERE m.account = ANY (:accounts) AND m.day = :day AND m.outcome = 'UNDERPAID'
            ORDER BY m.received_at DESC, m.account, m.number DESC LIMIT :limit""";
    private static final String NAMED = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.day >= :from AND m.incoming AND m.code = :code ORDER BY m.number""";

    /** Of a day those that paid less than was asked for, where the rest is still owed; the latest first. */
    List<Movement> shortPaid(Collection<Integer> accounts, LocalDate day, int limit) {
        return jdbc.sql(SHORT)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("day", day)
                .param("limit", limit)
                .query(MovementRows::movement)
                .list();
    }

    Payments.Total total(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return total(TOTALS, accounts, from, to);
    }

    Payments.Total takenBack(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return total(TAKEN_BACK, accounts, from, to);
    }

    List<Payments.OfDay> byDay(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return grouped(BY_DAY, Payments.OfDay.class, accounts, from, to);
    }

    List<Payments.OfHour> byHour(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return grouped(BY_HOUR, Payments.OfHour.class, accounts, from, to);
    }

    private <T extends Record> List<T> grouped(
            String sql, Class<T> type, Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("from", from)
                .param("to", to)
                .query(Rows.of(type))
                .list();
    }

    private Payments.Total total(String sql, Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Payments.Total(row.getLong("count"), row.getLong("amount")))
                .single();
    }

    /** Those that name a code, in the order in which they were taken; not before a day, so that few are looked through. */
    List<Movement> named(int account, String code, LocalDate from) {
        return jdbc.sql(NAMED)
                .param("account", account)
                .param("code", code)
                .param("from", from)
                .query(MovementRows::movement)
                .list();
    }
}
