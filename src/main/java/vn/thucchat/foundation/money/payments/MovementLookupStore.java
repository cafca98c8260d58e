package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that find rows of {@code payments.movement}. */
@Component
record MovementLookupStore(JdbcClient jdbc) {

    private static final String FIND = "SELECT" + MovementRows.COLUMNS + " FROM payments.movement m WHERE m.id = :id";
    private static final String AT = "SELECT" + MovementRows.COLUMNS
            + " FROM payments.movement m WHERE m.account = :account AND m.number = :number";
    private static final String NEXT_INCOMING = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.number > :after AND m.incoming ORDER BY m.number LIMIT 1""";
    private static final String AFTER = "SELECT" + MovementRows.COLUMNS + """
            FROM unnest(:accounts::integer[], :numbers::bigint[]) AS w (account, number)
            CROSS JOIN LATERAL (
                SELECT * FROM payments.movement p WHERE p.account = w.account AND p.number > w.number
                ORDER BY p.number LIMIT :limit) AS m
            ORDER BY m.account, m.number""";
    private static final String BEFORE = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.day BETWEEN :from AND :to AND (m.day, m.number) < (:day, :before)
            ORDER BY m.day DESC, m.number DESC LIMIT :limit""";
    private static final String LAST =
            "SELECT account, last FROM payments.movement_count WHERE account = ANY (:accounts)";
    private static final String MANY = "SELECT" + MovementRows.COLUMNS + """
            FROM unnest(:accounts::integer[], :numbers::bigint[]) AS w (account, number)
            JOIN payments.movement m ON m.account = w.account AND m.number = w.number""";

    Optional<Movement> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(MovementRows::movement).optional();
    }

    Optional<Movement> find(int account, long number) {
        return jdbc.sql(AT)
                .param("account", account)
                .param("number", number)
                .query(MovementRows::movement)
                .optional();
    }

    /** The first that came in after another movement. */
    Optional<Movement> nextIncoming(int account, long after) {
        return jdbc.sql(NEXT_INCOMING)
                .param("account", account)
                .param("after", after)
                .query(MovementRows::movement)
                .optional();
    }

    /** @param after by account the last number seen */
    List<Movement> after(Map<Integer, Long> after, int limitEach) {
        return jdbc.sql(AFTER)
                .param("accounts", after.keySet().toArray(Integer[]::new))
                .param("numbers", after.values().toArray(Long[]::new))
                .param("limit", limitEach)
                .query(MovementRows::movement)
                .list();
    }

    /** Of some days, the latest day first and in it the latest number, before one already seen. */
    List<Movement> before(int account, LocalDate day, long before, LocalDate from, LocalDate to, int limit) {
        return jdbc.sql(BEFORE)
                .param("account", account)
                .param("day", day)
                .param("before", before)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(MovementRows::movement)
                .list();
    }

    Map<Integer, Long> last(Collection<Integer> accounts) {
        var last = new HashMap<Integer, Long>();
        jdbc.sql(LAST).param("accounts", accounts.toArray(Integer[]::new)).query(row -> {
            last.put(row.getInt("account"), row.getLong("last"));
        });
        return last;
    }

    /** In no order. */
    List<Movement> find(List<Integer> accounts, List<Long> numbers) {
        return jdbc.sql(MANY)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("numbers", numbers.toArray(Long[]::new))
                .query(MovementRows::movement)
                .list();
    }
}
