package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;

/** Counts and lists {@code work.item} by unit. */
@Component
record UnitStandingStore(JdbcClient jdbc) {

    /** What is open in a unit. */
    record Open(UnitCode unit, long total, long overdue) {}

    private static final String OPEN = """
            SELECT unit, count(*) AS total, count(*) FILTER (WHERE due_at < :now) AS overdue FROM work.item
            WHERE closed_at IS NULL AND synthetic = :synthetic AND unit = ANY (:units) AND kind = ANY (:kinds)
            GROUP BY unit""";

    private static final String WAITING = "SELECT " + WorkItemStore.COLUMNS + "\n" + """
            FROM work.item i
            WHERE i.unit = :unit AND i.closed_at IS NULL AND i.synthetic = :synthetic AND i.kind = ANY (:kinds)
                AND i.due_at < :until AND (i.due_at, i.id) > (:due, :id)
            ORDER BY i.due_at, i.id LIMIT :limit""";

    private static final String DONE = "SELECT " + WorkItemStore.COLUMNS + "\n" + """
            FROM work.item i
            WHERE i.unit = :unit AND i.closed_at >= :from AND i.closed_at < :to AND i.outcome = 'DONE'
                AND i.synthetic = :synthetic AND i.kind = ANY (:kinds) AND (i.closed_at > i.due_at) = :late
                AND (i.due_at, i.id) > (:due, :id)
            ORDER BY i.due_at, i.id LIMIT :limit""";

    /** Counts open items of each unit; a unit without any is left out. */
    List<Open> open(Collection<String> units, Collection<String> kinds, boolean synthetic, Instant now) {
        return jdbc.sql(OPEN)
                .param("units", units.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Open.class))
                .list();
    }

    /** What is open in a unit and due before an instant, by due time. */
    List<WorkItem> waiting(
            UnitCode unit,
            Collection<String> kinds,
            boolean synthetic,
            Instant until,
            WorkList.Place after,
            int limit) {
        return of(WAITING, unit, kinds, synthetic, after, limit)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Rows.of(WorkItem.class))
                .list();
    }

    /** What a unit has done from one instant to before another, on time or late, by due time. */
    List<WorkItem> done(
            UnitCode unit,
            Collection<String> kinds,
            boolean synthetic,
            Instant from,
            Instant to,
            boolean late,
            WorkList.Place after,
            int limit) {
        return of(DONE, unit, kinds, synthetic, after, limit)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("late", late)
                .query(Rows.of(WorkItem.class))
                .list();
    }

    private JdbcClient.StatementSpec of(
            String sql, UnitCode unit, Collection<String> kinds, boolean synthetic, WorkList.Place after, int limit) {
        return jdbc.sql(sql)
                .param("unit", unit.value())
                .param("kinds", kinds.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("due", after.dueAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit);
    }
}
