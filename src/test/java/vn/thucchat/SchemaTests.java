package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import vn.thucchat.testing.StoreTest;

/** The conventions of the database hold, read from its own catalogue. */
@NullMarked
class SchemaTests extends StoreTest {

    /** Tables that grow with use, and the column by which they could be spread over several servers. */
    private static final Map<String, String> SHARDED = Map.ofEntries(
            Map.entry("facts.fact", "unit"),
            Map.entry("rollups.roll_up", "unit"),
            Map.entry("rollups.state", "unit"),
            Map.entry("indicators.figure", "unit"),
            Map.entry("payments.movement_count", "account"),
            Map.entry("payments.movement", "account"),
            Map.entry("payments.original", "account"),
            Map.entry("payments.payable", "account"),
            Map.entry("payments.transfer", "account"),
            Map.entry("payments.finding", "account"),
            Map.entry("market.charge", "market"),
            Map.entry("market.sale", "market"),
            Map.entry("payments.statement", "account"),
            Map.entry("payments.statement_line", "account"),
            Map.entry("payments.statement_note", "account"),
            Map.entry("payments.cash_count", "account"),
            Map.entry("payments.cash_receipt", "account"),
            Map.entry("payments.cash_void", "account"),
            Map.entry("payments.webhook", "account"),
            Map.entry("payments.delivery", "account"),
            Map.entry("payments.skipped_message", "account"),
            Map.entry("payments.held_payment", "unit"),
            Map.entry("payments.told", "account"));

    /** Kept as a library documents them. */
    private static final Set<String> NOT_OURS = Set.of("ground.scheduled_tasks", "ground.flyway_schema_history");

    @Test
    void every_table_has_a_primary_key() {
        assertThat(tables("NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')"))
                // an heir that nobody knows is null there, so a unique constraint takes the key's place
                .containsExactly("units.succession");
    }

    @Test
    void times_have_a_zone_and_texts_no_length_of_their_own() {
        List<String> columns = jdbc.sql("""
                SELECT table_schema || '.' || table_name || '.' || column_name || ' ' || data_type
                FROM information_schema.columns
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'public')
                  AND data_type IN ('timestamp without time zone', 'character varying', 'character', 'money',
                      'double precision', 'real', 'json')
                """).query(String.class).list().stream()
                .map(java.util.Objects::requireNonNull)
                .filter(column -> NOT_OURS.stream().noneMatch(column::startsWith))
                .filter(column -> !column.startsWith("rollups.roll_up.grain"))
                .toList();
        assertThat(columns).isEmpty();
    }

    @Test
    void no_foreign_key_leaves_its_module() {
        assertThat(jdbc.sql("""
                        SELECT k.conname FROM pg_constraint k
                        JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
                        WHERE k.contype = 'f' AND a.relnamespace <> b.relnamespace
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void growing_tables_can_be_spread_by_their_shard_key() {
        SHARDED.forEach((table, key) -> {
            List<String> without = jdbc.sql("""
                    SELECT i.indexrelid::regclass::text FROM pg_index i
                    WHERE i.indrelid = :table::regclass AND i.indisunique
                      AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                        WHERE a.attrelid = i.indrelid AND a.attname = :key AND a.attnum = ANY (i.indkey))
                    """)
                    .param("table", table)
                    .param("key", key)
                    .query((row, number) -> row.getString(1))
                    .list();
            assertThat(without)
                    .as("unique indexes of %s without %s", table, key)
                    .isEmpty();
        });
    }

    /** Except on what is append-only, where the database refuses each change. */
    @Test
    void no_trigger_does_anything_behind_the_back_of_a_statement() {
        assertThat(jdbc.sql("SELECT DISTINCT tgname FROM pg_trigger WHERE NOT tgisinternal")
                        .query(String.class)
                        .list())
                .containsExactly("append_only");
    }

    @Test
    void every_statement_of_every_store_prepares() throws Exception {
        Map<String, String> faults = new TreeMap<>();
        int statements = 0;
        // the tables that only a rebuild sees
        for (String table : List.of("roll_up", "state"))
            jdbc.sql("CREATE TABLE rollups.%1$s_next (LIKE rollups.%1$s)".formatted(table))
                    .update();
        try (Connection connection = pool.getConnection()) {
            for (Class<?> store : StatementsReached.stores())
                for (String sql : StatementsReached.statements(store)) {
                    statements++;
                    fault(connection, sql).ifPresent(fault -> faults.put(store.getSimpleName() + ": " + sql, fault));
                }
        }
        for (String table : List.of("roll_up", "state"))
            jdbc.sql("DROP TABLE rollups.%s_next".formatted(table)).update();
        assertThat(faults).isEmpty();
        assertThat(statements).isGreaterThan(50);
    }

    @Test
    void a_statement_that_does_not_fit_the_schema_is_found() throws Exception {
        try (Connection connection = pool.getConnection()) {
            assertThat(fault(connection, "SELECT no_such_column FROM facts.fact WHERE unit = :unit"))
                    .isPresent();
        }
    }

    private List<String> tables(String condition) {
        return jdbc.sql(
                        "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND "
                                + condition)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static java.util.Optional<String> fault(Connection connection, String sql) {
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        String positional = NamedParameterUtils.substituteNamedParameters(parsed, null);
        try (var prepared = connection.prepareStatement(positional)) {
            // makes the server parse it
            prepared.getParameterMetaData();
            return java.util.Optional.empty();
        } catch (SQLException e) {
            return java.util.Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
