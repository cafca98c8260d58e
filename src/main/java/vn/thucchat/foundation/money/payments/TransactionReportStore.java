package vn.thucchat.foundation.money.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;

/** The statements of {@code payments.told}: what was said of a movement by others than its first teller. */
@Component
record TransactionReportStore(JdbcClient jdbc) {

    /**
     * A movement that a statement told first, with what the bank said of it, still sealed.
     *
     * @param references the statement's, and those of messengers that have told of it since
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way, compared by nobody
    record Stated(Movement movement, byte[] sealed, Set<String> references) {}

    /** The bank's references of movement {@code m}: its own, and what other tellers said since. */
    static final String KNOWN_REFERENCES = """
             array_remove(array_prepend(m.reference, ARRAY (
                SELECT t.reference FROM payments.told t WHERE t.account = m.account AND t.number = m.number)), NULL)
                AS known_references""";

    /** By a further reference that a statement gave of that day, amount and direction, unless this teller told of it. */
    private static final String REFERRED = """
            SELECT a.i, m.number, true AS same_day
            FROM unnest(:is::integer[], :accounts::integer[], :sources::text[], :ids::text[], :references::text[],
                :days::date[], :amounts::bigint[], :incoming::boolean[])
                AS a (i, account, source, source_id, reference, day, amount, incoming)
            JOIN payments.told t ON t.account = a.account AND t.reference = a.reference AND t.source <> a.source
            JOIN payments.movement m ON m.account = t.account AND m.number = t.number AND m.day = a.day
                AND m.amount = a.amount AND m.incoming = a.incoming AND m.source <> a.source
            WHERE NOT EXISTS (
                SELECT FROM payments.told o
                WHERE o.account = m.account AND o.number = m.number AND o.source = a.source)
            ORDER BY a.i, m.number""";

    private static final String CANDIDATES = "SELECT" + MovementRows.COLUMNS + """
            , o.sealed,""" + KNOWN_REFERENCES + """

            FROM unnest(:days::date[], :amounts::bigint[], :incoming::boolean[]) AS w (day, amount, incoming)
            JOIN payments.movement m ON m.account = :account AND m.day = w.day AND m.amount = w.amount
                AND m.incoming = w.incoming AND m.source = 'STATEMENT'
            JOIN payments.original o ON o.account = m.account AND o.number = m.number
            WHERE NOT EXISTS (
                SELECT FROM payments.told t
                WHERE t.account = m.account AND t.number = m.number AND t.source = :source)
            ORDER BY m.number""";
    private static final String CLAIM = """
            INSERT INTO payments.told (account, number, source, source_id, reference, told_at)
            SELECT account, number, source, source_id, reference, :at
            FROM unnest(:accounts::integer[], :numbers::bigint[], :sources::text[], :ids::text[], :references::text[])
                AS c (account, number, source, source_id, reference)""";

    private static final String REFER = CLAIM + " ON CONFLICT (account, source, source_id) DO NOTHING";

    private static final String STATED = """
            UPDATE payments.movement_count SET stated = greatest(stated, :day) WHERE account = :account""";

    /** From now on what a messenger tells of a day until this one is compared with what statements said. */
    void stated(int account, LocalDate day) {
        jdbc.sql(STATED).param("account", account).param("day", day).update();
    }

    /** What the arrivals may be, by references that were said after the first telling; in the order of their places. */
    List<MovementStore.Again> referred(List<TransactionToPost> arrivals) {
        return MovementStore.places(jdbc.sql(REFERRED), arrivals);
    }

    /** What a statement told first, is alike and was not told by this teller yet; in its order. */
    List<Stated> candidates(int account, Movement.Source source, Collection<ReportedTransaction.Alike> alike) {
        return looking(jdbc.sql(CANDIDATES), account, alike)
                .param("source", source.name())
                .query((row, index) ->
                        new Stated(MovementRows.movement(row, index), row.getBytes("sealed"), references(row)))
                .list();
    }

    static JdbcClient.StatementSpec looking(
            JdbcClient.StatementSpec statement, int account, Collection<ReportedTransaction.Alike> alike) {
        return Batch.of(alike)
                .day("days", ReportedTransaction.Alike::day)
                .number("amounts", ReportedTransaction.Alike::amountVnd)
                .flag("incoming", ReportedTransaction.Alike::incoming)
                .in(statement.param("account", account));
    }

    static Set<String> references(ResultSet row) throws SQLException {
        return Set.copyOf(List.of((String[]) row.getArray("known_references").getArray()));
    }

    /** Further references that a statement gives; what was said before is left as it is. */
    void refer(List<TransactionReports.Claim> claims, Instant at) {
        claim(REFER, claims, at);
    }

    void claim(List<TransactionReports.Claim> claims, Instant at) {
        claim(CLAIM, claims, at);
    }

    private void claim(String sql, List<TransactionReports.Claim> claims, Instant at) {
        Batch.of(claims)
                .whole("accounts", TransactionReports.Claim::account)
                .number("numbers", TransactionReports.Claim::number)
                .word("sources", TransactionReports.Claim::source)
                .text("ids", TransactionReports.Claim::sourceId)
                .text("references", TransactionReports.Claim::reference)
                .update(jdbc.sql(sql).param("at", at.atOffset(ZoneOffset.UTC)));
    }
}
