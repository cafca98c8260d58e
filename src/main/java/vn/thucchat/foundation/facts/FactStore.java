package vn.thucchat.foundation.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of {@code facts.fact}. */
final class FactStore {

    private static final String COPY = """
            COPY facts.fact (unit, id, kind, day, at, subject, facets, count, amount, provenance, synthetic, evidence,
                corrects) FROM STDIN (FORMAT binary)""";
    private static final String COPY_STAMPED = """
            COPY facts.fact (unit, id, kind, day, at, subject, facets, count, amount, provenance, synthetic, evidence,
                corrects, xact) FROM STDIN (FORMAT binary)""";
    private static final String STAMP = """
            SELECT count(f.id) AS found,
                greatest(max(f.xact), pg_current_xact_id()::text::bigint + (SELECT xact_offset FROM facts.cluster)) AS stamp
            FROM unnest(:units::text[], :ids::uuid[], :kinds::text[]) AS c (unit, id, kind)
            LEFT JOIN facts.fact f ON f.unit = c.unit AND f.id = c.id AND f.kind = c.kind""";
    private static final String READ = "SELECT" + FactRows.COLUMNS + """
                , f.xact, f.position,
                CASE WHEN f.corrects IS NOT NULL
                    THEN (SELECT c.day FROM facts.fact c WHERE c.unit = f.unit AND c.id = f.corrects) END
            FROM facts.fact f
            WHERE (f.xact, f.position) > (?, ?)
                AND f.xact < (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + xact_offset
                    FROM facts.cluster)
            ORDER BY f.xact, f.position
            LIMIT ?""";
    /** By the last one: for EXISTS … a plan that knows no position would read the whole log. */
    private static final String ANYTHING_AFTER = """
            SELECT coalesce((SELECT (xact, position) > (:xact, :sequence) FROM facts.fact
                ORDER BY xact DESC, position DESC LIMIT 1), false)""";

    private static final String CELLS = "SELECT" + FactRows.COLUMNS + """
            FROM (SELECT DISTINCT unit, kind, day
                FROM unnest(?::text[], ?::text[], ?::date[]) AS c (unit, kind, day)) c
            JOIN facts.fact f ON f.unit = c.unit AND f.kind = c.kind AND f.day = c.day
            WHERE (f.xact, f.position) <= (?, ?)
                AND NOT EXISTS (SELECT FROM facts.fact n
                    WHERE n.unit = f.unit AND n.corrects = f.id AND (n.xact, n.position) <= (?, ?))
            ORDER BY f.xact, f.position""";
    private static final String IN_FORCE = "SELECT" + FactRows.COLUMNS + """
            FROM facts.fact f
            WHERE (f.xact, f.position) <= (?, ?)
                AND NOT EXISTS (SELECT FROM facts.fact n
                    WHERE n.unit = f.unit AND n.corrects = f.id AND (n.xact, n.position) <= (?, ?))
            ORDER BY f.unit, f.kind, f.day, f.xact, f.position""";
    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    FactStore(DataSource pool) {
        this.template = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(template);
    }

    void adoptCluster() {
        jdbc.sql("SELECT facts.adopt_cluster()").query((row, number) -> true).single();
    }

    /** How many of the facts to be corrected there are, and the transaction number of their corrections. */
    record Stamp(int found, long stamp) {}

    Stamp stamp(Collection<Fact> corrections) {
        return jdbc.sql(STAMP)
                .param("units", array(corrections, f -> f.unit().value()))
                .param("ids", corrections.stream().map(FactStore::corrected).toArray(UUID[]::new))
                .param("kinds", array(corrections, Fact::kind))
                .query(Stamp.class)
                .single();
    }

    private static @Nullable UUID corrected(Fact fact) {
        return fact.corrects() == null ? null : fact.corrects().value();
    }

    void append(Collection<Fact> facts, @Nullable Long stamp) {
        template.execute((Connection connection) -> {
            FactCopy.write(connection, stamp == null ? COPY : COPY_STAMPED, facts, stamp);
            return true;
        });
    }

    /** Must run in a transaction, or the driver fetches everything at once. */
    Position read(Position after, int limit, Consumer<LoggedFact> reader) {
        var rows = new FactRows();
        Position last = template.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(READ)) {
                stream(statement);
                statement.setLong(1, after.xact());
                statement.setLong(2, after.sequence());
                statement.setInt(3, limit);
                Position position = after;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        Fact fact = rows.fact(row);
                        position = new Position(row.getLong(FactRows.WIDTH + 1), row.getLong(FactRows.WIDTH + 2));
                        LocalDate corrected =
                                fact.corrects() == null ? null : row.getObject(FactRows.WIDTH + 3, LocalDate.class);
                        reader.accept(new LoggedFact(position, fact, corrected));
                    }
                }
                return position;
            }
        });
        return last == null ? after : last;
    }

    boolean anythingAfter(Position position) {
        return jdbc.sql(ANYTHING_AFTER)
                .param("xact", position.xact())
                .param("sequence", position.sequence())
                .query(Boolean.class)
                .single();
    }

    /** Must run in a transaction, as {@link #read}. */
    void cells(Collection<Cell> cells, Position upTo, Consumer<Fact> reader) {
        template.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(CELLS)) {
                stream(statement);
                statement.setObject(1, array(cells, c -> c.unit().value()));
                statement.setObject(2, array(cells, Cell::kind));
                statement.setObject(3, array(cells, c -> c.day().toString()));
                read(statement, 4, upTo, reader);
                return true;
            }
        });
    }

    /** Must run in a transaction, as {@link #read}. */
    void inForce(Position upTo, Consumer<Fact> reader) {
        // A big sort, and the only one: as much memory as the sort of an index gets.
        jdbc.sql("SELECT set_config('work_mem', current_setting('maintenance_work_mem'), true)")
                .query(String.class)
                .single();
        template.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
                stream(statement);
                read(statement, 1, upTo, reader);
                return true;
            }
        });
    }

    /** @param first the place of the first of the four parameters that say up to where */
    private static void read(PreparedStatement statement, int first, Position upTo, Consumer<Fact> reader)
            throws SQLException {
        statement.setLong(first, upTo.xact());
        statement.setLong(first + 1, upTo.sequence());
        statement.setLong(first + 2, upTo.xact());
        statement.setLong(first + 3, upTo.sequence());
        var rows = new FactRows();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) reader.accept(rows.fact(row));
        }
    }

    /** A few thousand rows at a time, in binary form from the first execution. */
    private static void stream(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(5_000);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    }

    private static <T> String[] array(Collection<T> values, java.util.function.Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
