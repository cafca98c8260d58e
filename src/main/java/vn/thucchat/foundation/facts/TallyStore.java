package vn.thucchat.foundation.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The statements that count facts where they are logged; what was corrected does not count. */
@Repository
class TallyStore {

    private static final String SUMS = """
            SELECT c.kind, grouping(c.facet) = 1 AS whole, c.facet, sum(c.count)::bigint AS count,
                sum(c.amount)::bigint AS amount, count(DISTINCT c.subject) AS subjects
            FROM (SELECT f.kind, f.facets ->> :facet::text AS facet, f.count, f.amount, f.subject
                FROM facts.fact f
                WHERE f.unit = :unit AND f.kind = ANY (:kinds::text[]) AND f.day BETWEEN :from AND :to
                    AND f.synthetic = :synthetic AND f.facets @> :filter::jsonb
                    AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)) c
            GROUP BY GROUPING SETS ((c.kind), (c.kind, c.facet))""";
    private static final String COURSE = """
            SELECT c.hour, c.subject, sum(c.count)::bigint AS count, sum(c.amount)::bigint AS amount,
                count(DISTINCT c.subject) AS subjects
            FROM (SELECT f.subject, f.count, f.amount,
                    extract(hour FROM f.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::integer AS hour
                FROM facts.fact f
                WHERE f.unit = :unit AND f.kind = :kind AND f.day = :day
                    AND f.synthetic = :synthetic AND f.facets @> :filter::jsonb
                    AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)) c
            GROUP BY GROUPING SETS ((c.hour), (c.subject))
            ORDER BY amount DESC, c.subject""";
    /** Of two on one day the later, of two at one instant the later in the log: as the roll-ups have it. */
    private static final String STANDING = """
            SELECT s.kind, sum(s.amount)::bigint AS amount
            FROM (SELECT DISTINCT ON (f.kind, f.facets, f.subject) f.kind, f.amount
                FROM facts.fact f
                WHERE f.unit = :unit AND f.kind = ANY (:kinds::text[]) AND f.day <= :day
                    AND f.synthetic = :synthetic AND f.facets @> :filter::jsonb
                    AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)
                    AND NOT (f.corrects IS NOT NULL AND f.subject IS NULL AND f.count = 0 AND f.amount = 0)
                ORDER BY f.kind, f.facets, f.subject, f.day DESC, f.at DESC, f.xact DESC, f.position DESC) s
            GROUP BY s.kind""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Tallies.Sums sums(Tallies.Of of, Collection<String> kinds, String facet, LocalDate from, LocalDate to) {
        var wholes = new HashMap<String, Tally>();
        var parts = new HashMap<String, Map<String, Tally>>();
        filled(SUMS, of)
                .param("kinds", kinds.toArray(String[]::new))
                .param("facet", facet)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    String kind = Objects.requireNonNull(row.getString("kind"));
                    String value = row.getString("facet");
                    var tally = new Tally(row.getLong("count"), row.getLong("amount"), row.getLong("subjects"));
                    if (row.getBoolean("whole")) wholes.put(kind, tally);
                    else if (value != null)
                        parts.computeIfAbsent(kind, _ -> new HashMap<>()).put(value, tally);
                });
        return new Tallies.Sums(wholes, parts);
    }

    Tallies.Course course(Tallies.Of of, String kind, LocalDate day) {
        var hours = new TreeMap<Integer, Tally>();
        var subjects = new LinkedHashMap<UUID, Tally>();
        filled(COURSE, of).param("kind", kind).param("day", day).query(row -> {
            var tally = new Tally(row.getLong("count"), row.getLong("amount"), row.getLong("subjects"));
            Integer hour = row.getObject("hour", Integer.class);
            UUID subject = row.getObject("subject", UUID.class);
            if (hour != null) hours.put(hour, tally);
            else if (subject != null) subjects.put(subject, tally);
        });
        return new Tallies.Course(hours, subjects);
    }

    Map<String, Long> standing(Tallies.Of of, Collection<String> kinds, LocalDate day) {
        var standing = new HashMap<String, Long>();
        filled(STANDING, of)
                .param("kinds", kinds.toArray(String[]::new))
                .param("day", day)
                .query(row -> {
                    standing.put(row.getString("kind"), row.getLong("amount"));
                });
        return standing;
    }

    private JdbcClient.StatementSpec filled(String sql, Tallies.Of of) {
        return jdbc.sql(sql)
                .param("unit", of.unit().value())
                .param("synthetic", of.synthetic())
                .param("filter", JSON.writeValueAsString(of.filter()));
    }
}
