package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;

/** The statements that open, close and count {@code work.item}; work lists are read by {@link WorkListStore}. */
@Repository
class WorkItemStore {

    static final String COLUMNS = """
            i.unit, i.id, i.kind, i.role, i.person, i.evidence, i.arguments, i.synthetic, i.opened_at, i.due_at,
                i.closed_at, i.closed_by, i.closed_by_name, i.outcome""";

    /** Parts arguments in one text; no name or code has it. */
    private static final String SEPARATOR = "\u001f";

    private static final String OPEN = """
            INSERT INTO work.item (unit, id, kind, role, person, evidence, arguments, synthetic, opened_at, due_at)
            SELECT f.unit, f.id, f.kind, f.role, f.person, f.evidence, string_to_array(f.arguments, :separator),
                f.synthetic, f.opened_at, f.due_at
            FROM unnest(:units::text[], :ids::uuid[], :kinds::text[], :roles::text[], :persons::uuid[],
                    :evidence::uuid[], :arguments::text[], :synthetic::boolean[], :openedAt::timestamptz[],
                    :dueAt::timestamptz[])
                AS f (unit, id, kind, role, person, evidence, arguments, synthetic, opened_at, due_at)
            ORDER BY f.unit, f.kind, f.evidence
            ON CONFLICT (unit, kind, evidence) WHERE closed_at IS NULL DO NOTHING""";

    private static final String CLOSE = """
            UPDATE work.item i
            SET closed_at = f.at, closed_by = f.by, closed_by_name = f.by_name, outcome = f.outcome
            FROM unnest(:units::text[], :kinds::text[], :evidence::uuid[], :at::timestamptz[], :by::uuid[],
                    :byNames::text[], :outcomes::text[]) AS f (unit, kind, evidence, at, by, by_name, outcome)
            WHERE i.unit = f.unit AND i.kind = f.kind AND i.evidence = f.evidence AND i.closed_at IS NULL
            RETURNING\s""" + COLUMNS;

    private static final String FIND = "SELECT " + COLUMNS + " FROM work.item i WHERE i.id = :id";

    private static final String NONE = "SELECT NOT EXISTS (SELECT FROM work.item)";

    private static final String OVERDUE =
            "SELECT count(*) FROM work.item WHERE closed_at IS NULL AND due_at < :now AND NOT synthetic";

    private final JdbcClient jdbc;

    WorkItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds items; what is open already of the same evidence stays. */
    void open(List<WorkItem> items) {
        Batch.of(items)
                .word("units", WorkItem::unit)
                .uuid("ids", WorkItem::id)
                .text("kinds", WorkItem::kind)
                .text("roles", WorkItem::role)
                .uuid("persons", WorkItem::person)
                .uuid("evidence", WorkItem::evidence)
                .text("arguments", item -> String.join(SEPARATOR, item.arguments()))
                .flag("synthetic", WorkItem::synthetic)
                .at("openedAt", WorkItem::openedAt)
                .at("dueAt", WorkItem::dueAt)
                .update(jdbc.sql(OPEN).param("separator", SEPARATOR));
    }

    /** @return what was open, as it is closed now */
    List<WorkItem> close(Collection<WorkItems.Ending> endings) {
        return Batch.<WorkItems.Ending>of(endings)
                .word("units", WorkItems.Ending::unit)
                .text("kinds", WorkItems.Ending::kind)
                .uuid("evidence", WorkItems.Ending::evidence)
                .at("at", WorkItems.Ending::at)
                .uuid("by", ending -> ending.by().account())
                .text("byNames", ending -> ending.by().name())
                .word("outcomes", WorkItems.Ending::outcome)
                .in(jdbc.sql(CLOSE))
                .query(Rows.of(WorkItem.class))
                .list();
    }

    Optional<WorkItem> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(WorkItem.class)).optional();
    }

    boolean none() {
        return jdbc.sql(NONE).query(Boolean.class).single();
    }

    /** Of real work. */
    long overdue(Instant now) {
        return jdbc.sql(OVERDUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    static String[] codes(Collection<UnitCode> units) {
        return units.stream().map(UnitCode::value).toArray(String[]::new);
    }
}
