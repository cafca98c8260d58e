package vn.thucchat.foundation.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of {@code payments.original} but its writing, which goes with the movements. */
@Repository
class OriginalStore {

    /**
     * A movement and what its teller sent, still sealed.
     *
     * @param reference the bank's, by whoever told it
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way, compared by nobody
    record Kept(Movement movement, byte[] sealed, @Nullable String reference) {}

    private static final String FIND =
            "SELECT sealed FROM payments.original WHERE account = :account AND number = :number";
    private static final String ALIKE = "SELECT" + MovementStore.COLUMNS + """
            , o.sealed,""" + ToldStore.KNOWN_REFERENCE + """

            FROM (SELECT DISTINCT * FROM unnest(:days::date[], :amounts::bigint[], :incoming::boolean[]))
                AS w (day, amount, incoming)
            JOIN payments.movement m ON m.account = :account AND m.day = w.day AND m.amount = w.amount
                AND m.incoming = w.incoming AND m.source <> 'STATEMENT'
            JOIN payments.original o ON o.account = m.account AND o.number = m.number
            ORDER BY m.number""";
    /** A stretch at a time, the oldest; those of one account and instant are near each other. */
    private static final String FORGET = """
            DELETE FROM payments.original WHERE ctid = ANY (ARRAY (
                SELECT ctid FROM payments.original WHERE received_at < :before LIMIT :limit))""";

    private final JdbcClient jdbc;

    OriginalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(int account, long number) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("number", number)
                .query((row, index) -> row.getBytes("sealed"))
                .optional();
    }

    /** What was notified of an account and has the day, amount and direction of one of the lines, in its order. */
    List<Kept> alike(int account, Collection<StatementLine> lines) {
        var days = new ArrayList<LocalDate>();
        var amounts = new ArrayList<Long>();
        var incoming = new ArrayList<Boolean>();
        for (StatementLine line : lines) {
            days.add(line.bookedOn());
            amounts.add(line.amountVnd());
            incoming.add(line.direction() == StatementLine.Direction.IN);
        }
        return jdbc.sql(ALIKE)
                .param("account", account)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("amounts", amounts.toArray(Long[]::new))
                .param("incoming", incoming.toArray(Boolean[]::new))
                .query((row, index) -> new Kept(
                        MovementStore.movement(row, index), row.getBytes("sealed"), row.getString("known_reference")))
                .list();
    }

    int forget(Instant before, int limit) {
        return jdbc.sql(FORGET)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
