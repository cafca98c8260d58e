package vn.thucchat.foundation.rollups;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.BinaryCopy;

/**
 * The tables that a rebuild fills beside {@code rollups.roll_up} and {@code rollups.state}, and then puts in
 * their place. They exist only inside its transaction: readers see the old ones until all of the new is there.
 */
final class RollUpNextStore {

    /** The application's role owns no table: functions of the owner make, complete and swap them. */
    private static final String CREATE = "SELECT rollups.begin_rebuild()";

    private static final String COPY_CELLS = """
            COPY rollups.roll_up_next (grain, start, kind, unit, facets, provenance, synthetic, count, amount, subjects,
                hours) FROM STDIN (FORMAT binary)""";
    private static final String COPY_STATES = """
            COPY rollups.state_next (kind, unit, facets, subject, synthetic, day, provenance, at, amount)
            FROM STDIN (FORMAT binary)""";
    private static final String COMPLETE = "SELECT rollups.complete_rebuild()";
    private static final String SWAP = "SELECT rollups.swap_rebuilt()";
    /** While days are without hours, a cell that has none is not at fault. */
    private static final String DIFFERENCES = """
            SELECT (SELECT count(*) FROM rollups.roll_up a
                    FULL JOIN rollups.roll_up_next b
                        USING (grain, start, kind, unit, facets, provenance, synthetic)
                    CROSS JOIN rollups.roll_up_position p
                    WHERE (a.count, a.amount, a.subjects,
                            CASE WHEN p.without_hours IS NULL THEN a.hours ELSE coalesce(a.hours, b.hours) END)
                        IS DISTINCT FROM (b.count, b.amount, b.subjects, b.hours))
                + (SELECT count(*) FROM rollups.state a
                    FULL JOIN rollups.state_next b
                        USING (kind, unit, facets, subject, synthetic, day, provenance)
                    WHERE (a.at, a.amount) IS DISTINCT FROM (b.at, b.amount))""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    /** Facets repeat: each is written once. */
    private final Map<Map<String, String>, String> written = new HashMap<>();

    RollUpNextStore(DataSource pool) {
        this.template = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(template);
    }

    void create() {
        call(CREATE);
    }

    /** Cells that the table has not, not even in part. */
    void addCells(Map<RollUpCell.Key, RollUpCell> cells) {
        copy(COPY_CELLS, rows -> {
            for (var entry : cells.entrySet()) {
                RollUpCell.Key key = entry.getKey();
                RollUpCell cell = entry.getValue();
                rows.row(11)
                        .text(key.grain().name())
                        .date(key.start())
                        .text(key.kind())
                        .text(key.unit().value())
                        .jsonb(json(key.facets()))
                        .text(key.provenance().name())
                        .bool(key.synthetic())
                        .bigint(cell.count())
                        .bigint(cell.amount())
                        .bytea(RollUpBitmap.with(null, cell.subjects()))
                        .bytea(cell.hours(null));
            }
        });
    }

    /** States that the table has not. */
    void addStates(Map<RollUpState.Key, RollUpState> states) {
        if (states.isEmpty()) return;
        copy(COPY_STATES, rows -> {
            for (var entry : states.entrySet()) {
                RollUpState.Key key = entry.getKey();
                rows.row(9)
                        .text(key.kind())
                        .text(key.unit().value())
                        .jsonb(json(key.facets()))
                        .uuid(key.subject())
                        .bool(key.synthetic())
                        .date(key.day())
                        .text(key.provenance().name())
                        .timestamptz(entry.getValue().at())
                        .bigint(entry.getValue().amount());
            }
        });
    }

    void complete() {
        call(COMPLETE);
    }

    void putInPlace() {
        call(SWAP);
    }

    /** Rows that are not the same in the tables that are read. */
    long differences() {
        return jdbc.sql(DIFFERENCES).query(Long.class).single();
    }

    private void call(String function) {
        jdbc.sql(function).query((row, number) -> true).single();
    }

    private String json(Map<String, String> facets) {
        return written.computeIfAbsent(facets, JSON::writeValueAsString);
    }

    private void copy(String sql, BinaryCopy.Rows rows) {
        template.execute((Connection connection) -> {
            BinaryCopy.into(connection, sql, rows);
            return true;
        });
    }
}
