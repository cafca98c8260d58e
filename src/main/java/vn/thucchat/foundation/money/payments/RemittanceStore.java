package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code payments.original} but its writing, which goes with the movements. */
@Component
record RemittanceStore(JdbcClient jdbc) {

    /**
     * A movement and what its teller sent, still sealed.
     *
     * @param bookedOn the day of which a statement has stated it; null: none has yet
     * @param references the bank's, by whoever told them
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way, compared by nobody
    record Kept(Movement movement, byte[] sealed, @Nullable LocalDate bookedOn, Set<String> references) {}

    private static final String FIND =
            "SELECT sealed FROM payments.original WHERE account = :account AND number = :number";
    private static final String ALIKE =
            "SELECT" + MovementRows.COLUMNS + """
            , o.sealed, (
                SELECT min(l.day) FROM payments.statement_line l
                WHERE l.account = m.account AND l.movement = m.number) AS booked_on,""" + TransactionReportStore.KNOWN_REFERENCES + """

            FROM unnest(:days::date[], :amounts::bigint[], :incoming::boolean[]) AS w (day, amount, incoming)
            JOIN payments.movement m ON m.account = :account AND m.day = w.day AND m.amount = w.amount
                AND m.incoming = w.incoming AND m.source <> 'STATEMENT'
            JOIN payments.original o ON o.account = m.account AND o.number = m.number
            ORDER BY m.number""";
    /** A stretch at a time, the oldest; those of one account and instant are near each other. */
    private static final String FORGET = """
            DELETE FROM payments.original WHERE ctid = ANY (ARRAY (
                SELECT ctid FROM payments.original WHERE received_at < :before LIMIT :limit))""";

    Optional<byte[]> find(int account, long number) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("number", number)
                .query((row, index) -> row.getBytes("sealed"))
                .optional();
    }

    /** What was notified of an account and is alike, in its order. */
    List<Kept> alike(int account, Collection<ReportedTransaction.Alike> alike) {
        return TransactionReportStore.looking(jdbc.sql(ALIKE), account, alike)
                .query((row, index) -> new Kept(
                        MovementRows.movement(row, index),
                        row.getBytes("sealed"),
                        row.getObject("booked_on", LocalDate.class),
                        TransactionReportStore.references(row)))
                .list();
    }

    int forget(Instant before, int limit) {
        return jdbc.sql(FORGET)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
