package vn.thucchat.foundation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.units.UnitCode;

/** The statements that find facts in {@code facts.fact} again: those behind a figure, a record's, a day's. */
final class EvidenceStore {

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

    private static final String COURSE = """
            SELECT c.hour, c.subject, count(*) AS facts, sum(c.count)::bigint AS count, sum(c.amount)::bigint AS amount,
                count(DISTINCT c.subject) AS subjects
            FROM (SELECT f.subject, f.count, f.amount,
                    extract(hour FROM f.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::integer AS hour
                FROM facts.fact f
                WHERE f.unit = :unit AND f.kind = :kind AND f.day = :day
                    AND f.synthetic = :synthetic AND f.facets @> :filter::jsonb
                    AND (f.xact, f.position) <= (:xact, :position)
                    AND NOT (f.corrects IS NOT NULL AND f.count = 0 AND f.amount = 0 AND f.subject IS NULL)
                    AND NOT EXISTS (SELECT FROM facts.fact n
                        WHERE n.unit = f.unit AND n.corrects = f.id AND (n.xact, n.position) <= (:xact, :position))) c
            GROUP BY GROUPING SETS ((c.hour), (c.subject))
            ORDER BY amount DESC, c.subject""";

    private static final String BY_EVIDENCE = "SELECT" + FactRows.COLUMNS + """
            FROM facts.fact f
            WHERE f.unit = :unit AND f.kind = :kind AND f.day BETWEEN :from AND :to AND f.evidence = :evidence
                AND NOT (f.corrects IS NOT NULL AND f.count = 0 AND f.amount = 0 AND f.subject IS NULL)
                AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)
            ORDER BY f.xact DESC, f.position DESC
            LIMIT 1""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Fact> byEvidence(String kind, UnitCode unit, LocalDate from, LocalDate to, UUID evidence) {
        var rows = new FactRows();
        return jdbc.sql(BY_EVIDENCE)
                .param("unit", unit.value())
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("evidence", evidence)
                .query((row, number) -> rows.fact(row))
                .optional();
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
                .param("synthetic", query.synthetic().toArray(Boolean[]::new))
                .param("keyUnits", array(query.keys(), key -> key.unit().value()))
                .param(
                        "keys",
                        query.keys().stream().map(key -> key.id().value()).toArray(UUID[]::new));
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

    DayBreakdown course(Cell cell, Map<String, String> filter, boolean synthetic, Position upTo) {
        var course = new DayBreakdown(new TreeMap<>(), new LinkedHashMap<>());
        jdbc.sql(COURSE)
                .param("unit", cell.unit().value())
                .param("kind", cell.kind())
                .param("day", cell.day())
                .param("synthetic", synthetic)
                .param("filter", JSON.writeValueAsString(filter))
                .param("xact", upTo.xact())
                .param("position", upTo.sequence())
                .query(row -> {
                    var total = new Evidence.Total(
                            row.getLong("facts"), row.getLong("count"), row.getLong("amount"), row.getLong("subjects"));
                    Integer hour = row.getObject("hour", Integer.class);
                    UUID subject = row.getObject("subject", UUID.class);
                    if (hour != null) course.hours().put(hour, total);
                    else if (subject != null) course.subjects().put(subject, total);
                });
        return course;
    }

    private static <T> String[] array(Collection<T> values, java.util.function.Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
