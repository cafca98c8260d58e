package vn.thucchat.foundation.money.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Columns of {@code payments.movement}, which statements name {@code m}, and their mapping: for the stores of the corridor. */
public final class MovementRows {

    public static final String COLUMNS = """
             m.account, m.number, m.id, m.at, m.day, m.received_at, m.incoming, m.amount, m.outcome, m.source,
            m.source_id, m.reference, m.code, m.synthetic
            """;

    private MovementRows() {}

    public static Movement movement(ResultSet row, int number) throws SQLException {
        return new Movement(
                row.getInt("account"),
                row.getLong("number"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("incoming"),
                row.getLong("amount"),
                MatchStatus.valueOf(row.getString("outcome")),
                Movement.Source.valueOf(row.getString("source")),
                row.getString("source_id"),
                row.getString("reference"),
                row.getString("code"),
                row.getBoolean("synthetic"));
    }
}
