package vn.thucchat.foundation.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The statement that adds a day's facts up by hour and by subject. */
final class DayCourseStore {

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

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    DayCourseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DayCourse course(Cell cell, Map<String, String> filter, boolean synthetic, Position upTo) {
        var course = new DayCourse(new TreeMap<>(), new LinkedHashMap<>());
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
}
