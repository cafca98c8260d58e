package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.formats.StatementLine;

/** The statements that know movements of {@code payments.movement} again in the lines of a bank's statement. */
@Component
record StatedMovementStore(JdbcClient jdbc) {

    /** As a line of an earlier statement was kept, or what was said of another teller's movement by it. */
    private static final String PLACED = """
            SELECT a.i, k.number
            FROM unnest(:is::integer[], :ids::text[]) AS a (i, source_id)
            CROSS JOIN LATERAL (
                SELECT m.number FROM payments.movement m
                WHERE m.account = :account AND m.source = 'STATEMENT' AND m.source_id = a.source_id
                UNION ALL
                SELECT t.number FROM payments.told t
                WHERE t.account = :account AND t.source = 'STATEMENT' AND t.source_id = a.source_id
                LIMIT 1) AS k""";

    /** By a reference of a line together with its day, amount and direction, whoever said it. */
    private static final String REFERRED = """
            SELECT a.i, m.number,""" + TransactionReportStore.KNOWN_REFERENCES + """

            FROM unnest(:is::integer[], :references::text[], :days::date[], :amounts::bigint[], :incoming::boolean[])
                AS a (i, reference, day, amount, incoming)
            CROSS JOIN LATERAL (
                SELECT r.number FROM payments.movement r
                WHERE r.account = :account AND r.reference = a.reference AND r.day = a.day AND r.amount = a.amount
                    AND r.incoming = a.incoming
                UNION
                SELECT t.number FROM payments.told t WHERE t.account = :account AND t.reference = a.reference) AS k
            JOIN payments.movement m ON m.account = :account AND m.number = k.number AND m.amount = a.amount
                AND m.incoming = a.incoming AND (m.day = a.day OR EXISTS (
                    SELECT FROM payments.statement_line l
                    WHERE l.account = m.account AND l.movement = m.number AND l.day = a.day))
            ORDER BY a.i, m.number""";

    /**
     * What a messenger told by a reference of a line up to three days before the bank booked it, or the day after, and
     * no statement has stated of another day.
     */
    private static final String NEAR = """
            SELECT a.i, m.number
            FROM unnest(:is::integer[], :references::text[], :days::date[], :amounts::bigint[], :incoming::boolean[])
                AS a (i, reference, day, amount, incoming)
            JOIN payments.movement m ON m.account = :account AND m.reference = a.reference
                AND m.day BETWEEN a.day - 3 AND a.day + 1 AND m.day <> a.day AND m.amount = a.amount AND m.incoming = a.incoming
                AND m.source <> 'STATEMENT'
            WHERE NOT EXISTS (
                SELECT FROM payments.statement_line l
                WHERE l.account = m.account AND l.movement = m.number AND l.day <> a.day)
            ORDER BY a.i, m.day DESC, m.number""";

    /**
     * All of some days, amounts and directions, but what a teller told of. Each day is read once: there is no index by
     * amount, and a file of a month asks for thousands.
     */
    static final String KNOWN = """
            WITH dated AS MATERIALIZED (
                SELECT d.account, d.number, d.day, d.amount, d.incoming, d.source, d.reference FROM payments.movement d
                WHERE d.account = :account AND d.day = ANY (:among::date[]))
            SELECT m.number, coalesce(b.day, m.day) AS day, b.day IS NOT NULL OR m.source = 'STATEMENT' AS booked,
                m.amount, m.incoming,""" + TransactionReportStore.KNOWN_REFERENCES + """

            FROM unnest(:days::date[], :amounts::bigint[], :incoming::boolean[]) AS w (day, amount, incoming)
            JOIN dated m ON m.day = w.day AND m.amount = w.amount AND m.incoming = w.incoming
            CROSS JOIN LATERAL (
                SELECT min(l.day) AS day FROM payments.statement_line l
                WHERE l.account = m.account AND l.movement = m.number) AS b
            WHERE :teller = 'STATEMENT' OR m.source <> :teller AND NOT EXISTS (
                SELECT FROM payments.told t
                WHERE t.account = m.account AND t.number = m.number AND t.source = :teller)
            ORDER BY m.number""";

    /**
     * A movement and the references that are known of it.
     *
     * @param day of which a statement has stated it, or else of which it was told
     * @param booked whether a statement has
     */
    record Known(
            long number, LocalDate day, boolean booked, long amountVnd, boolean incoming, Set<String> references) {}

    /**
     * A movement that a line may be.
     *
     * @param line the line's place in the list
     * @param references all that are known of the movement
     */
    record Referred(int line, long number, Set<String> references) {}

    /** The movements that are there already, by the place of the line's own number in the list. */
    Map<Integer, Long> placed(int account, List<String> sourceIds) {
        var is = new Integer[sourceIds.size()];
        for (int i = 0; i < is.length; i++) is[i] = i;
        var placed = new HashMap<Integer, Long>();
        jdbc.sql(PLACED)
                .param("account", account)
                .param("is", is)
                .param("ids", sourceIds.toArray(String[]::new))
                .query(row -> {
                    placed.put(row.getInt("i"), row.getLong("number"));
                });
        return placed;
    }

    /** What is known by the references of some lines, in the lines' order; twice where two references say so. */
    List<Referred> referred(int account, Map<Integer, StatementLine> lines) {
        return referring(jdbc.sql(REFERRED), account, lines)
                .query((row, number) ->
                        new Referred(row.getInt("i"), row.getLong("number"), TransactionReportStore.references(row)))
                .list();
    }

    /** What is of some days, amounts and directions, in its order; for a messenger without what it told of. */
    List<Known> known(int account, Movement.Source teller, Collection<ReportedTransaction.Alike> alike) {
        return knowing(jdbc.sql(KNOWN), account, teller, alike)
                .query((row, index) -> new Known(
                        row.getLong("number"),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("booked"),
                        row.getLong("amount"),
                        row.getBoolean("incoming"),
                        TransactionReportStore.references(row)))
                .list();
    }

    static JdbcClient.StatementSpec knowing(
            JdbcClient.StatementSpec statement,
            int account,
            Movement.Source teller,
            Collection<ReportedTransaction.Alike> alike) {
        return TransactionReportStore.looking(statement, account, alike)
                .param(
                        "among",
                        alike.stream()
                                .map(one -> one.day().toString())
                                .distinct()
                                .toArray(String[]::new))
                .param("teller", teller.name());
    }

    /** What may have been booked late: by the lines' places, in the order of likeliness. */
    Map<Integer, List<Long>> near(int account, Map<Integer, StatementLine> lines) {
        var near = new LinkedHashMap<Integer, List<Long>>();
        referring(jdbc.sql(NEAR), account, lines).query(row -> {
            near.computeIfAbsent(row.getInt("i"), _ -> new ArrayList<>()).add(row.getLong("number"));
        });
        return near;
    }

    private static JdbcClient.StatementSpec referring(
            JdbcClient.StatementSpec statement, int account, Map<Integer, StatementLine> lines) {
        var is = new ArrayList<Integer>();
        var references = new ArrayList<String>();
        var days = new ArrayList<String>();
        var amounts = new ArrayList<Long>();
        var incoming = new ArrayList<Boolean>();
        lines.forEach((i, line) -> line.references().forEach(reference -> {
            is.add(i);
            references.add(reference);
            days.add(line.bookedOn().toString());
            amounts.add(line.amountVnd());
            incoming.add(line.direction() == StatementLine.Direction.IN);
        }));
        return statement
                .param("account", account)
                .param("is", is.toArray(Integer[]::new))
                .param("references", references.toArray(String[]::new))
                .param("days", days.toArray(String[]::new))
                .param("amounts", amounts.toArray(Long[]::new))
                .param("incoming", incoming.toArray(Boolean[]::new));
    }
}
