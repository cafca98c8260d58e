package vn.thucchat.foundation.money.payments;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.database.BinaryCopy;

/** The statements that post to {@code payments.movement}, {@code movement_count} and {@code original}. */
@Repository
class MovementStore {

    /**
     * How far an account has come.
     *
     * @param last the number of its last movement
     * @param stated the last day of which a statement told a movement first, or null
     */
    record Count(long last, @Nullable LocalDate stated) {
        Count and(Movement movement) {
            boolean later = movement.source() == Movement.Source.STATEMENT
                    && (stated == null || movement.day().isAfter(stated));
            return new Count(movement.number(), later ? movement.day() : stated);
        }
    }

    /** In one order everywhere, so that two batches cannot wait for each other. */
    private static final String LOCK = """
            SELECT account, last, stated FROM payments.movement_count WHERE account = ANY (:accounts)
            ORDER BY account FOR UPDATE""";

    private static final String COUNT = """
            UPDATE payments.movement_count c SET last = w.last, stated = greatest(c.stated, w.stated)
            FROM unnest(:accounts::integer[], :last::bigint[], :stated::date[]) AS w (account, last, stated)
            WHERE c.account = w.account""";
    /**
     * By the teller's own number, whichever movement it was said of; number 0. Or by the bank's reference, amount and
     * direction, of that day or of some days before or after, from a teller of another kind: two messages of one teller
     * with two numbers are two movements. Looks into indexes for each, never a plan that reads the table.
     */
    private static final String KNOWN = """
            SELECT a.i, k.number, k.same_day
            FROM unnest(:is::integer[], :accounts::integer[], :sources::text[], :ids::text[], :references::text[],
                :days::date[], :amounts::bigint[], :incoming::boolean[])
                AS a (i, account, source, source_id, reference, day, amount, incoming)
            CROSS JOIN LATERAL (
                SELECT 0::bigint AS number, true AS same_day FROM payments.movement m
                WHERE m.account = a.account AND m.source = a.source AND m.source_id = a.source_id
                UNION ALL
                SELECT 0, true FROM payments.told t
                WHERE t.account = a.account AND t.source = a.source AND t.source_id = a.source_id
                UNION ALL
                SELECT m.number, m.day = a.day FROM payments.movement m
                WHERE m.account = a.account AND m.reference = a.reference AND m.day BETWEEN a.day - 3 AND a.day + 3
                    AND m.amount = a.amount AND m.incoming = a.incoming
                    AND m.source <> a.source AND a.source <> 'STATEMENT'
                    AND NOT EXISTS (
                        SELECT FROM payments.told t
                        WHERE t.account = m.account AND t.number = m.number AND t.source = a.source)) AS k
            ORDER BY a.i, k.same_day DESC, k.number""";

    private static final String INSERT = """
            COPY payments.movement (account, number, id, at, day, received_at, incoming, amount, outcome, source,
                source_id, reference, code, synthetic) FROM STDIN (FORMAT binary)""";
    private static final String KEEP =
            "COPY payments.original (account, number, received_at, sealed) FROM STDIN (FORMAT binary)";
    private static final String TELL = "SELECT pg_notify('payments', :accounts)";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    MovementStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** How far each account has come; nobody else numbers any movement of it until the transaction ends. */
    Map<Integer, Count> lock(Collection<Integer> accounts) {
        var counts = new HashMap<Integer, Count>();
        jdbc.sql(LOCK).param("accounts", accounts.toArray(Integer[]::new)).query(row -> {
            counts.put(row.getInt("account"), new Count(row.getLong("last"), row.getObject("stated", LocalDate.class)));
        });
        return counts;
    }

    void count(Map<Integer, Count> counts) {
        jdbc.sql(COUNT)
                .param("accounts", counts.keySet().toArray(Integer[]::new))
                .param("last", counts.values().stream().map(Count::last).toArray(Long[]::new))
                .param(
                        "stated",
                        counts.values().stream()
                                .map(count -> count.stated() == null
                                        ? null
                                        : count.stated().toString())
                                .toArray(String[]::new))
                .update();
    }

    /**
     * A movement that an arrival is, or may be.
     *
     * @param number 0 when its teller told of it before, otherwise that of another teller's movement
     * @param sameDay whether that is of the same day
     */
    record Again(int place, long number, boolean sameDay) {}

    /** What the arrivals may be that is there already, in the order of their places. Their accounts must be locked. */
    List<Again> known(List<TransactionToPost> arrivals) {
        return places(jdbc.sql(KNOWN), arrivals);
    }

    /** What a statement finds for the arrivals, {@code a} in it. */
    static List<Again> places(JdbcClient.StatementSpec statement, List<TransactionToPost> arrivals) {
        var is = new Integer[arrivals.size()];
        for (int i = 0; i < is.length; i++) is[i] = i;
        List<BankTransaction> notices =
                arrivals.stream().map(TransactionToPost::notice).toList();
        return statement
                .param("is", is)
                .param(
                        "accounts",
                        arrivals.stream().map(a -> a.account().number()).toArray(Integer[]::new))
                .param("sources", arrivals.stream().map(a -> a.source().name()).toArray(String[]::new))
                .param("ids", notices.stream().map(BankTransaction::sourceId).toArray(String[]::new))
                .param(
                        "references",
                        notices.stream().map(BankTransaction::reference).toArray(String[]::new))
                .param("days", notices.stream().map(n -> n.day().toString()).toArray(String[]::new))
                .param(
                        "amounts",
                        notices.stream().map(BankTransaction::amountVnd).toArray(Long[]::new))
                .param(
                        "incoming",
                        notices.stream().map(BankTransaction::incoming).toArray(Boolean[]::new))
                .query((row, number) -> new Again(row.getInt("i"), row.getLong("number"), row.getBoolean("same_day")))
                .list();
    }

    void insert(Collection<Movement> movements) {
        template.execute((Connection connection) -> {
            BinaryCopy.into(connection, INSERT, rows -> {
                for (Movement movement : movements)
                    rows.row(14)
                            .integer(movement.account())
                            .bigint(movement.number())
                            .uuid(movement.id())
                            .timestamptz(movement.at())
                            .date(movement.day())
                            .timestamptz(movement.receivedAt())
                            .bool(movement.incoming())
                            .bigint(movement.amountVnd())
                            .text(movement.outcome().name())
                            .text(movement.source().name())
                            .unique(movement.sourceId())
                            .unique(movement.reference())
                            .unique(movement.code())
                            .bool(movement.synthetic());
            });
            return true;
        });
    }

    /** What tellers sent, sealed, by the movement that it told of. */
    void keep(Map<Movement, byte[]> sealed) {
        template.execute((Connection connection) -> {
            BinaryCopy.into(connection, KEEP, rows -> {
                for (var original : sealed.entrySet())
                    rows.row(4)
                            .integer(original.getKey().account())
                            .bigint(original.getKey().number())
                            .timestamptz(original.getKey().receivedAt())
                            .bytea(original.getValue());
            });
            return true;
        });
    }

    /** Tells every process, when the transaction has committed. */
    void tell(String accounts) {
        jdbc.sql(TELL).param("accounts", accounts).query(row -> {});
    }
}
