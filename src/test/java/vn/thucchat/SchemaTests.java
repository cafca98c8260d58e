package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import vn.thucchat.testing.StoreTest;

/** The conventions of the database hold, read from its own catalogue. */
@NullMarked
class SchemaTests extends StoreTest {

    /** A table or function with its schema, where a statement names one. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY|USING)\\s+|[^.\\w])([a-z_]+)\\.[a-z_]+(?=\\s|\\()");

    /** A table that each server has a copy of: it grows with the house, not with use. */
    private static final String SMALL = "small";
    /** A table that grows with use and cannot be spread yet; there shall be fewer of them. */
    private static final String LATER = "later";

    private static final int MOST_LATER = 27;

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

    /** Each schema's {@code db/shards/<schema>.txt} names its tables, each with its shard key. */
    @Test
    void growing_tables_can_be_spread_by_their_shard_key() throws IOException {
        Map<String, String> keys = shardKeys();
        assertThat(keys.keySet()).containsExactlyInAnyOrderElementsOf(tables("true"));
        keys.forEach((table, key) -> {
            if (!key.equals(SMALL) && !key.equals(LATER))
                assertThat(uniqueWithout(table, key))
                        .as("unique indexes of %s without %s", table, key)
                        .isEmpty();
        });
        assertThat(keys.values().stream().filter(LATER::equals).count()).isLessThanOrEqualTo(MOST_LATER);
        assertThat(uniqueWithout("facts.fact", "kind"))
                .as("the counter-example")
                .isNotEmpty();
    }

    private List<String> uniqueWithout(String table, String key) {
        return jdbc.sql("""
                    SELECT i.indexrelid::regclass::text FROM pg_index i
                    WHERE i.indrelid = :table::regclass AND i.indisunique
                      AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                        WHERE a.attrelid = i.indrelid AND a.attname = :key AND a.attnum = ANY (i.indkey))
                    """)
                .param("table", table)
                .param("key", key)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static Map<String, String> shardKeys() throws IOException {
        var keys = new TreeMap<String, String>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/shards/*.txt")) {
            String schema = String.valueOf(file.getFilename()).replace(".txt", "");
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(words -> keys.put(schema + "." + words[0], words[1]));
        }
        return keys;
    }

    /** Rooms of one corridor may share a schema; a room has one. */
    @Test
    void no_store_names_a_schema_of_another_room() throws Exception {
        var users = new TreeMap<String, Set<String>>();
        var schemas = new TreeMap<String, Set<String>>();
        for (Class<?> store : StatementsReached.stores())
            for (String sql : StatementsReached.statements(store))
                for (String schema : named(sql)) {
                    users.computeIfAbsent(schema, key -> new TreeSet<>()).add(corridor(store.getPackageName()));
                    schemas.computeIfAbsent(store.getPackageName(), key -> new TreeSet<>())
                            .add(schema);
                }
        assertThat(named("SELECT a.b FROM x.y a JOIN units.version v ON units.f(a.c) = v.d"))
                .as("the counter-example")
                .containsExactly("units");
        assertThat(schemas).as("premise").hasSizeGreaterThan(6);
        assertThat(users.values()).as(users + " by schema").allMatch(corridors -> corridors.size() == 1);
        assertThat(schemas.values()).as(schemas + " by room").allMatch(own -> own.size() == 1);
    }

    /** The rooms' schemas that a statement reads, writes or calls. */
    private static Set<String> named(String sql) throws IOException {
        var found = new TreeSet<String>();
        var names = NAMED.matcher(sql);
        Set<String> schemas = shardKeys().keySet().stream()
                .map(table -> table.substring(0, table.indexOf('.')))
                .collect(Collectors.toSet());
        while (names.find()) if (schemas.contains(names.group(1))) found.add(names.group(1));
        return found;
    }

    /** {@code foundation.money} of {@code vn.thucchat.foundation.money.vietqr}; a room outside a corridor is its own. */
    private static String corridor(String room) {
        String[] words = room.replace("vn.thucchat.", "").split("\\.", -1);
        return words.length > 1 ? words[0] + "." + words[1] : words[0];
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
