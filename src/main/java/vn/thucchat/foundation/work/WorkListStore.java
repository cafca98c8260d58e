package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Reads work lists from {@code work.item}. Each unit's first rows come from the index in the order of the list, so that
 * the first page costs the same however many items are open behind it.
 */
@Component
record WorkListStore(JdbcClient jdbc) {

    /**
     * Whose items are read: those of the roles in the units (lists in step) and of the persons; of a person who is not
     * the reader only in these units.
     */
    record Reach(List<String> units, List<String> roles, List<UUID> persons, UUID reader, boolean synthetic) {}

    /** @param total how many items, {@code overdue} how many of them */
    record Count(long total, long overdue) {}

    private static final String OF_ROLES = """
            closed_at IS NULL AND person IS NULL AND unit = m.unit AND role = m.role AND synthetic = :synthetic
                    AND (:kind = '' OR kind = :kind) AND due_at < :until""";

    private static final String OF_PERSONS = """
            closed_at IS NULL AND person = p.person AND synthetic = :synthetic
                    AND (:kind = '' OR kind = :kind) AND due_at < :until
                    AND (p.person = :reader
                        OR (unit, role) IN (SELECT * FROM unnest(:units::text[], :roles::text[]) AS m (unit, role)))""";

    private static final String FIRST = """
                    AND (due_at, id) > (:due, :id)
                    ORDER BY due_at, id LIMIT :limit""";

    static final String LIST = "SELECT " + WorkItemStore.COLUMNS + "\n" + """
            FROM (
                SELECT w.unit, w.id FROM (
                SELECT w.unit, w.id, w.due_at FROM unnest(:units::text[], :roles::text[]) AS m (unit, role)
                CROSS JOIN LATERAL (
                    SELECT unit, id, due_at FROM work.item WHERE\s""" + OF_ROLES + "\n" + FIRST + """
            ) w
                UNION ALL
                SELECT w.unit, w.id, w.due_at FROM unnest(:persons::uuid[]) AS p (person)
                CROSS JOIN LATERAL (
                    SELECT unit, id, due_at FROM work.item WHERE\s"""
            + OF_PERSONS + "\n" + FIRST + """
            ) w
                ) w ORDER BY w.due_at, w.id LIMIT :limit
            ) first JOIN work.item i ON i.unit = first.unit AND i.id = first.id
            ORDER BY i.due_at, i.id""";

    private static final String COUNT = """
            SELECT coalesce(sum(w.total), 0)::bigint AS total, coalesce(sum(w.overdue), 0)::bigint AS overdue FROM (
                SELECT w.total, w.overdue FROM unnest(:units::text[], :roles::text[]) AS m (unit, role)
                CROSS JOIN LATERAL (
                    SELECT count(*) AS total, count(*) FILTER (WHERE due_at < :now) AS overdue
                    FROM work.item WHERE\s""" + OF_ROLES + """
            ) w
                UNION ALL
                SELECT w.total, w.overdue FROM unnest(:persons::uuid[]) AS p (person)
                CROSS JOIN LATERAL (
                    SELECT count(*) AS total, count(*) FILTER (WHERE due_at < :now) AS overdue
                    FROM work.item WHERE\s""" + OF_PERSONS + """
            ) w
            ) w""";

    private static final String CHASED = "SELECT " + WorkItemStore.COLUMNS + "\n" + """
            FROM work.item i
            WHERE i.closed_at IS NULL AND (i.due_at, i.id) > (:due, :id) AND (i.unit, i.id) IN (
                SELECT c.unit, c.item FROM work.chase c WHERE c.run = :run AND :reader = ANY (c.recipients))
            ORDER BY i.due_at, i.id LIMIT :limit""";

    private static final String OPEN_EVIDENCE = """
            SELECT evidence FROM work.item WHERE unit = ANY (:units) AND kind = :kind AND closed_at IS NULL
            UNION
            SELECT evidence FROM work.item WHERE former_unit = ANY (:units) AND kind = :kind AND closed_at IS NULL""";

    // what another unit took over was opened for the former one
    private static final String ASKED = """
            SELECT DISTINCT evidence, unit FROM work.item
            WHERE kind = :kind AND former_unit IS NULL AND evidence IN (
                SELECT evidence FROM work.item WHERE kind = :kind AND evidence = ANY (:evidence)
                GROUP BY evidence
                HAVING bool_or(closed_at IS NULL) AND NOT bool_or(outcome IS NOT DISTINCT FROM 'WITHDRAWN'))""";

    /** What is open, by due time. */
    List<WorkItem> list(Reach of, String kind, Instant until, WorkList.Place after, int limit) {
        return after(of(LIST, of, kind, until), after, limit);
    }

    Count count(Reach of, String kind, Instant now, Instant until) {
        return of(COUNT, of, kind, until)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Count.class))
                .single();
    }

    /** What is still open of the items that a run of chasing told a person of, by due time. */
    List<WorkItem> chased(UUID run, UUID reader, WorkList.Place after, int limit) {
        return after(jdbc.sql(CHASED).param("run", run).param("reader", reader), after, limit);
    }

    /** As {@link WorkItems#asked}. */
    Map<UUID, Set<UnitCode>> asked(String kind, Collection<UUID> evidence) {
        var asked = new HashMap<UUID, Set<UnitCode>>();
        jdbc.sql(ASKED)
                .param("kind", kind)
                .param("evidence", evidence.toArray(UUID[]::new))
                .query(row -> {
                    asked.computeIfAbsent(row.getObject("evidence", UUID.class), _ -> new HashSet<>())
                            .add(new UnitCode(row.getString("unit")));
                });
        return asked;
    }

    /** The records of which an item of a kind is open in one of the units, or where the unit's work went. */
    Set<UUID> openEvidence(String kind, Collection<String> units) {
        return Set.copyOf(jdbc.sql(OPEN_EVIDENCE)
                .param("kind", kind)
                .param("units", units.toArray(String[]::new))
                .query((row, _) -> row.getObject("evidence", UUID.class))
                .list());
    }

    private static List<WorkItem> after(JdbcClient.StatementSpec sql, WorkList.Place after, int limit) {
        return sql.param("due", after.dueAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit)
                .query(Rows.of(WorkItem.class))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Reach of, String kind, Instant until) {
        return jdbc.sql(sql)
                .param("units", of.units().toArray(String[]::new))
                .param("roles", of.roles().toArray(String[]::new))
                .param("persons", of.persons().toArray(UUID[]::new))
                .param("reader", of.reader())
                .param("synthetic", of.synthetic())
                .param("kind", kind)
                .param("until", until.atOffset(ZoneOffset.UTC));
    }
}
