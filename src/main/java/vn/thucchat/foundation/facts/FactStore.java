package vn.thucchat.foundation.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.units.UnitCode;

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
    /** Stretches and keys may name the same fact: it is found once. */
    private static final String FIND = "SELECT DISTINCT ON (f.day, f.id)" + FactRows.COLUMNS + """
                , EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id) AS corrected
            FROM (
                SELECT g.* FROM (
                    SELECT DISTINCT s.unit, s.first, s.last, k.kind
                    FROM unnest(:units::text[], :from::date[], :to::date[]) AS s (unit, first, last),
                        unnest(:kinds::text[]) AS k (kind)) c
                CROSS JOIN LATERAL (
                    SELECT * FROM facts.fact g
                    WHERE g.unit = c.unit AND g.kind = c.kind AND g.day BETWEEN c.first AND least(c.last, :day::date)
                        AND g.synthetic = ANY (:synthetic::boolean[])
                        AND (:id::uuid IS NULL OR (g.day, g.id) < (:day::date, :id::uuid))
                        AND EXISTS (SELECT FROM unnest(:kinds::text[], :filters::text[]) AS s (kind, filter)
                            WHERE s.kind = g.kind AND g.facets @> s.filter::jsonb)
                    ORDER BY g.day DESC, g.id DESC
                    LIMIT :limit) g
                UNION ALL
                SELECT h.* FROM unnest(:keyUnits::text[], :keys::uuid[]) AS k (unit, id)
                JOIN facts.fact h ON h.unit = k.unit AND h.id = k.id
                WHERE :id::uuid IS NULL OR (h.day, h.id) < (:day::date, :id::uuid)) f
            ORDER BY f.day DESC, f.id DESC
            LIMIT :limit""";

    /** The facts in force that a query names, each once. */
    private static final String IN_QUESTION = """
            wanted AS MATERIALIZED (
                SELECT g.id, g.unit, g.kind, g.day, g.facets, g.subject, g.count, g.amount
                FROM (SELECT DISTINCT s.unit, s.first, s.last, k.kind
                    FROM unnest(:units::text[], :from::date[], :to::date[]) AS s (unit, first, last),
                        unnest(:kinds::text[]) AS k (kind)) c
                JOIN facts.fact g ON g.unit = c.unit AND g.kind = c.kind AND g.day BETWEEN c.first AND c.last
                WHERE g.synthetic = ANY (:synthetic::boolean[])
                    AND EXISTS (SELECT FROM unnest(:kinds::text[], :filters::text[]) AS s (kind, filter)
                        WHERE s.kind = g.kind AND g.facets @> s.filter::jsonb)
                    AND NOT (g.corrects IS NOT NULL AND g.count = 0 AND g.amount = 0 AND g.subject IS NULL)
                    AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = g.unit AND n.corrects = g.id)
                UNION
                SELECT h.id, h.unit, h.kind, h.day, h.facets, h.subject, h.count, h.amount
                FROM unnest(:keyUnits::text[], :keys::uuid[]) AS k (unit, id)
                JOIN facts.fact h ON h.unit = k.unit AND h.id = k.id
                WHERE NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = h.unit AND n.corrects = h.id))
            """;

    private static final String TOTALS = "WITH " + IN_QUESTION + """
            SELECT s.number, count(f.id), coalesce(sum(f.count), 0), coalesce(sum(f.amount), 0), count(DISTINCT f.subject)
            FROM unnest(:totalKinds::text[], :totalFilters::text[]) WITH ORDINALITY AS s (kind, filter, number)
            LEFT JOIN wanted f ON f.kind = s.kind AND f.facets @> s.filter::jsonb
            GROUP BY s.number
            ORDER BY s.number""";

    private static final String GROUPS = "WITH " + IN_QUESTION + """
            SELECT day, unit, kind, count(*), sum(count), sum(amount), count(DISTINCT subject)
            FROM wanted
            WHERE :after::date IS NULL OR (day, unit, kind) < (:after::date, :afterUnit::text, :afterKind::text)
            GROUP BY day, unit, kind
            ORDER BY day DESC, unit DESC, kind DESC
            LIMIT :limit""";

    private static final String SUMMARY = "WITH " + IN_QUESTION + """
            , cells AS (
                SELECT day, unit, count(*) AS facts, sum(count) AS count, sum(amount) AS amount
                FROM wanted
                GROUP BY day, unit, kind
                HAVING count(DISTINCT subject) >= :fewest)
            SELECT day, unit, sum(facts), sum(count), sum(amount), 0
            FROM cells
            GROUP BY GROUPING SETS ((day), (unit))
            ORDER BY day DESC NULLS LAST, unit""";

    /** Selects the latest fact for each key (kind, unit, facets, subject, day), as roll-ups do: by time, then by log position. */
    private static final String STANDING = """
            SELECT DISTINCT ON (k.number) f.unit, f.id
            FROM unnest(:kinds::text[], :units::text[], :facets::text[], :subjects::uuid[], :synthetic::boolean[],
                    :days::date[], :provenances::text[])
                WITH ORDINALITY AS k (kind, unit, facets, subject, synthetic, day, provenance, number)
            JOIN facts.fact f ON f.unit = k.unit AND f.kind = k.kind AND f.day = k.day
                AND f.facets = k.facets::jsonb AND f.subject IS NOT DISTINCT FROM k.subject
                AND f.synthetic = k.synthetic AND f.provenance = k.provenance
            WHERE NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)
                AND NOT (f.corrects IS NOT NULL AND f.count = 0 AND f.amount = 0 AND f.subject IS NULL)
            ORDER BY k.number, f.at DESC, f.xact DESC, f.position DESC""";

    private static final JsonMapper JSON = new JsonMapper();

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

    List<Evidence.Entry> find(Evidence.Query query) {
        var rows = new FactRows();
        Evidence.@Nullable Cursor after = query.after();
        return new ArrayList<>(inQuestion(FIND, query)
                .param("day", after == null ? null : after.day())
                .param("id", after == null ? null : after.id())
                .param("limit", query.limit() + 1)
                .query((row, number) -> new Evidence.Entry(rows.fact(row), row.getBoolean("corrected")))
                .list());
    }

    List<Evidence.Total> totals(Evidence.Query query, List<Evidence.Selector> of) {
        return inQuestion(TOTALS, query)
                .param("totalKinds", array(of, Evidence.Selector::kind))
                .param("totalFilters", array(of, s -> JSON.writeValueAsString(s.filter())))
                .query((row, number) -> total(row, 2))
                .list();
    }

    List<Evidence.Group> groups(Evidence.Query query, Evidence.@Nullable Group after) {
        return inQuestion(GROUPS, query)
                .param("after", after == null ? null : after.day())
                .param("afterUnit", after == null ? null : after.unit().value())
                .param("afterKind", after == null ? null : after.kind())
                .param("limit", query.limit())
                .query((row, number) -> new Evidence.Group(
                        row.getObject("day", LocalDate.class),
                        new UnitCode(row.getString("unit")),
                        row.getString("kind"),
                        total(row, 4)))
                .list();
    }

    Evidence.Summary summary(Evidence.Query query, int fewest) {
        var days = new ArrayList<Evidence.OfDay>();
        var units = new ArrayList<Evidence.OfUnit>();
        inQuestion(SUMMARY, query).param("fewest", fewest).query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            if (day != null) days.add(new Evidence.OfDay(day, total(row, 3)));
            else
                units.add(new Evidence.OfUnit(
                        new UnitCode(java.util.Objects.requireNonNull(row.getString("unit"))), total(row, 3)));
        });
        return new Evidence.Summary(days, units);
    }

    private JdbcClient.StatementSpec inQuestion(String sql, Evidence.Query query) {
        return jdbc.sql(sql)
                .param(
                        "units",
                        array(query.stretches(), stretch -> stretch.unit().value()))
                .param(
                        "from",
                        array(query.stretches(), stretch -> stretch.from().toString()))
                .param("to", array(query.stretches(), stretch -> stretch.to().toString()))
                .param("kinds", array(query.selectors(), Evidence.Selector::kind))
                .param("filters", array(query.selectors(), s -> JSON.writeValueAsString(s.filter())))
                .param("keyUnits", array(query.keys(), key -> key.unit().value()))
                .param(
                        "keys",
                        query.keys().stream().map(key -> key.id().value()).toArray(UUID[]::new))
                .param("synthetic", query.synthetic().toArray(Boolean[]::new));
    }

    private static Evidence.Total total(ResultSet row, int first) throws SQLException {
        return new Evidence.Total(
                row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3));
    }

    List<Evidence.Key> standing(Collection<Evidence.Standing> things) {
        return jdbc.sql(STANDING)
                .param("kinds", array(things, Evidence.Standing::kind))
                .param("units", array(things, thing -> thing.unit().value()))
                .param("facets", array(things, thing -> JSON.writeValueAsString(thing.facets())))
                .param(
                        "subjects",
                        things.stream().map(Evidence.Standing::subject).toArray(UUID[]::new))
                .param(
                        "synthetic",
                        things.stream().map(Evidence.Standing::synthetic).toArray(Boolean[]::new))
                .param("days", array(things, thing -> thing.day().toString()))
                .param("provenances", array(things, thing -> thing.provenance().name()))
                .query((row, number) -> new Evidence.Key(
                        new UnitCode(java.util.Objects.requireNonNull(row.getString(1))),
                        new FactId(java.util.Objects.requireNonNull(row.getObject(2, UUID.class)))))
                .list();
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
