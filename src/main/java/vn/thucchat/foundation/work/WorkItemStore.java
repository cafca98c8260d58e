package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;

/** The statements that open, close and count {@code work.item}; work lists are read by {@link WorkListStore}. */
@Component
record WorkItemStore(JdbcClient jdbc) {

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

    /** Of items that another unit took over: their room ends them by the unit that it asked. */
    private static final String CLOSE_MOVED = """
            UPDATE work.item i
            SET closed_at = f.at, closed_by = f.by, closed_by_name = f.by_name, outcome = f.outcome
            FROM unnest(:units::text[], :kinds::text[], :evidence::uuid[], :at::timestamptz[], :by::uuid[],
                    :byNames::text[], :outcomes::text[]) AS f (unit, kind, evidence, at, by, by_name, outcome)
            WHERE i.former_unit = f.unit AND i.kind = f.kind AND i.evidence = f.evidence AND i.closed_at IS NULL
            RETURNING\s""" + COLUMNS;

    /** One person who was asked may hold no role in the other unit. What is open there already of the evidence stays. */
    private static final String MOVE = """
            WITH closed AS (
                UPDATE work.item
                SET closed_at = :at, closed_by = :by, closed_by_name = :byName, outcome = 'REASSIGNED'
                WHERE unit = :from AND kind = :kind AND evidence = :evidence AND closed_at IS NULL
                RETURNING kind, role, evidence, arguments, synthetic, due_at, coalesce(former_unit, unit) AS former_unit
            ), opened AS (
                INSERT INTO work.item
                    (unit, id, kind, role, evidence, arguments, synthetic, opened_at, due_at, former_unit)
                SELECT :to, :id, kind, role, evidence, arguments, synthetic, :at, due_at, former_unit FROM closed
                ON CONFLICT (unit, kind, evidence) WHERE closed_at IS NULL DO NOTHING
            )
            SELECT count(*) FROM closed""";

    private static final String FORMER_UNIT = "SELECT former_unit FROM work.item WHERE unit = :unit AND id = :id";

    private static final String BUSY_UNITS =
            "SELECT DISTINCT unit FROM work.item WHERE closed_at IS NULL ORDER BY unit";

    private static final String OPEN_OF =
            "SELECT " + COLUMNS + " FROM work.item i WHERE i.unit = :unit AND i.closed_at IS NULL ORDER BY i.id";

    private static final String FIND = "SELECT " + COLUMNS + " FROM work.item i WHERE i.id = :id";

    private static final String NONE = "SELECT NOT EXISTS (SELECT FROM work.item)";

    private static final String OVERDUE =
            "SELECT count(*) FROM work.item WHERE closed_at IS NULL AND due_at < :now AND NOT synthetic";

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
        return close(CLOSE, endings);
    }

    /** Closes the items of units whose work another unit takes over; otherwise as {@link #close(Collection)}. */
    List<WorkItem> closeMoved(Collection<WorkItems.Ending> endings) {
        return close(CLOSE_MOVED, endings);
    }

    private List<WorkItem> close(String sql, Collection<WorkItems.Ending> endings) {
        return Batch.<WorkItems.Ending>of(endings)
                .word("units", WorkItems.Ending::unit)
                .text("kinds", WorkItems.Ending::kind)
                .uuid("evidence", WorkItems.Ending::evidence)
                .at("at", WorkItems.Ending::at)
                .uuid("by", ending -> ending.by().account())
                .text("byNames", ending -> ending.by().name())
                .word("outcomes", WorkItems.Ending::outcome)
                .in(jdbc.sql(sql))
                .query(Rows.of(WorkItem.class))
                .list();
    }

    /**
     * Closes what is open of an evidence in a unit, and opens it in another.
     *
     * @param id of the new item
     * @return whether it was open
     */
    boolean move(WorkItems.Ending ending, UnitCode to, UUID id) {
        return jdbc.sql(MOVE)
                        .param("from", ending.unit().value())
                        .param("kind", ending.kind())
                        .param("evidence", ending.evidence())
                        .param("at", ending.at().atOffset(ZoneOffset.UTC))
                        .param("by", ending.by().account())
                        .param("byName", ending.by().name())
                        .param("to", to.value())
                        .param("id", id)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The unit that an item was asked of, before another took it over. */
    Optional<UnitCode> formerUnit(WorkItem item) {
        return jdbc.sql(FORMER_UNIT)
                .param("unit", item.unit().value())
                .param("id", item.id())
                .query((row, _) -> Optional.ofNullable(row.getString("former_unit")))
                .single()
                .map(UnitCode::new);
    }

    /** The units in which anything is open. */
    List<UnitCode> busyUnits() {
        return jdbc.sql(BUSY_UNITS)
                .query((row, _) -> new UnitCode(row.getString("unit")))
                .list();
    }

    /** What is open in a unit. */
    List<WorkItem> openOf(UnitCode unit) {
        return jdbc.sql(OPEN_OF)
                .param("unit", unit.value())
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
