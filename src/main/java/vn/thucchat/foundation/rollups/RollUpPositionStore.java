package vn.thucchat.foundation.rollups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.facts.Position;

/** The statements of {@code rollups.roll_up_position}. */
final class RollUpPositionStore {

    /**
     * How far the log was counted.
     *
     * @param asOf every fact committed before is counted
     * @param withoutHours the last day with cells that were counted before hours were kept; null: there is none
     */
    record Mark(
            Position position,
            Instant asOf,
            long facts,
            @Nullable LocalDate withoutHours) {}

    private static final String READ = "SELECT position, as_of, facts, without_hours FROM rollups.roll_up_position";
    private static final String ADVANCE = """
            UPDATE rollups.roll_up_position
            SET position = :position, as_of = coalesce(:asOf::timestamptz, as_of), facts = :facts""";

    private static final String WITHOUT_HOURS = "UPDATE rollups.roll_up_position SET without_hours = :day::date";

    private final JdbcClient jdbc;

    RollUpPositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Mark read() {
        return jdbc.sql(READ).query(RollUpPositionStore::mark).single();
    }

    /** Holds the position until the transaction ends; empty when another process holds it. */
    Optional<Mark> tryHold() {
        return jdbc.sql(READ + " FOR UPDATE SKIP LOCKED")
                .query(RollUpPositionStore::mark)
                .optional();
    }

    /** Holds the position until the transaction ends, once nobody else does. */
    Mark hold() {
        return jdbc.sql(READ + " FOR UPDATE").query(RollUpPositionStore::mark).single();
    }

    /** @param asOf null to leave it as it is */
    void advance(Position position, @Nullable Instant asOf, long facts) {
        int rows = jdbc.sql(ADVANCE)
                .param("position", position.toString())
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .param("facts", facts)
                .update();
        if (rows != 1) throw new IllegalStateException("The position is gone");
    }

    /** @param day the last day that has cells without hours, or null when all have them */
    void withoutHours(@Nullable LocalDate day) {
        jdbc.sql(WITHOUT_HOURS).param("day", day).update();
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                Position.parse(Objects.requireNonNull(row.getString("position"))),
                Objects.requireNonNull(row.getObject("as_of", OffsetDateTime.class))
                        .toInstant(),
                row.getLong("facts"),
                row.getObject("without_hours", LocalDate.class));
    }
}
