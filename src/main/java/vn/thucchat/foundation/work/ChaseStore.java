package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkRule.Step;

/** The statements of {@code work.chase}: steps that were taken, each once an item. */
@Component
record ChaseStore(JdbcClient jdbc) {

    /** An open item with the steps that were taken about it. */
    record Candidate(WorkItem item, Set<String> taken) {}

    /** A step about an item, and who is told. */
    record Chase(UnitCode unit, UUID item, Step step, Set<UUID> recipients) {}

    private static final String CANDIDATES = "SELECT " + WorkItemStore.COLUMNS + """
            , array(SELECT c.step FROM work.chase c WHERE c.unit = i.unit AND c.item = i.id)
                AS taken
            FROM work.item i
            WHERE i.closed_at IS NULL AND i.due_at < :until
                AND i.due_at >= :due AND (i.due_at, i.id) > (:due, :id)
            ORDER BY i.due_at, i.id LIMIT :limit""";

    /**
     * In one order, so that two runs at once wait for each other and never in a circle; what the other has taken is left
     * out.
     */
    private static final String TAKE = """
            INSERT INTO work.chase (unit, item, step, run, chased_at, recipients)
            SELECT f.unit, f.item, f.step, :run, :at, string_to_array(f.recipients, ',')::uuid[]
            FROM unnest(:units::text[], :items::uuid[], :steps::text[], :recipients::text[])
                AS f (unit, item, step, recipients)
            ORDER BY f.unit, f.item, f.step
            ON CONFLICT (unit, item, step) DO NOTHING
            RETURNING unit, item, step, recipients""";

    private static final String OF_ITEM = """
            SELECT step, chased_at, cardinality(recipients) AS told FROM work.chase
            WHERE unit = :unit AND item = :item ORDER BY chased_at, step""";

    /** Lists open items that are due before an instant, the most overdue first, after a place in that order. */
    List<Candidate> candidates(Instant until, WorkList.Place after, int limit) {
        return jdbc.sql(CANDIDATES)
                .param("due", after.dueAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Rows.of(Candidate.class))
                .list();
    }

    /** Takes steps; gives back those that nobody had taken before. */
    List<Chase> take(UUID run, Instant at, Collection<Chase> chases) {
        return Batch.<Chase>of(chases)
                .word("units", Chase::unit)
                .uuid("items", Chase::item)
                .word("steps", Chase::step)
                .text(
                        "recipients",
                        chase -> chase.recipients().stream()
                                .map(UUID::toString)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .in(jdbc.sql(TAKE))
                .param("run", run)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Chase.class))
                .list();
    }

    /** What was done to have an item done. */
    List<WorkList.Chased> of(WorkItem item) {
        return jdbc.sql(OF_ITEM)
                .param("unit", item.unit().value())
                .param("item", item.id())
                .query(Rows.of(WorkList.Chased.class))
                .list();
    }
}
