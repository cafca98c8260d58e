package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.testing.HttpVisitor;

/**
 * What a province has, as its API and its database tell it in any version: published figures, rows of each table, sums of
 * facts and of money.
 *
 * @param figures a published figure's fields, by path
 * @param rows by table
 * @param sums exact counts and amounts, by what they are of
 */
@NullMarked
record ProvinceContent(Map<String, Map<String, JsonNode>> figures, Map<String, Long> rows, Map<String, String> sums) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> UNITS = List.of("VN", "19", "05443");
    private static final List<String> PERIODS = List.of("2021S2", "2022S1", "2022", "2025S2", "2025", "2026S1");

    /** What a change of rules may show otherwise without a figure having changed: days of work within a year, for one. */
    private static final Set<String> JUDGED = Set.of("milestone", "progress", "variancePoints", "achievementPct");

    /** Rows that come and go. */
    private static final Set<String> PASSING = Set.of("identity.session", "identity.attempt", "payments.original");

    private static final String TABLES = """
            SELECT table_schema || '.' || table_name FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'ground', 'public')
            ORDER BY 1
            """;
    private static final String FACTS = """
            SELECT kind || ' ' || provenance, concat_ws('|', count(*), sum(count), sum(amount)) FROM facts.fact GROUP BY 1
            """;
    private static final String MOVEMENTS = """
            SELECT account::text, concat_ws('|', count(*), sum(amount), max(number)) FROM payments.movement GROUP BY 1
            """;
    private static final String BOOKS = """
            SELECT account::text, concat_ws('|', count(*), sum(amount), count(DISTINCT debit), count(DISTINCT credit)) FROM payments.transfer GROUP BY 1
            """;
    private static final String CHARGES = """
            SELECT 'all', concat_ws('|', count(*), sum(amount_vnd), count(paid_on)) FROM market.charge
            """;
    private static final String PUBLISHED = """
            SELECT indicator, md5(string_agg(concat_ws('|', unit, period, basis, revision, value, numerator, denominator,
                provenance, published_at), ',' ORDER BY unit COLLATE "C", period COLLATE "C", basis, revision, synthetic))
            FROM indicators.figure GROUP BY 1
            """;

    static ProvinceContent of(int port, JdbcClient jdbc) throws Exception {
        var rows = new TreeMap<String, Long>();
        for (String table : jdbc.sql(TABLES).query(String.class).list())
            rows.put(
                    table,
                    jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        var sums = new TreeMap<String, String>();
        String rolledUp = rows.containsKey("rollups.roll_up") ? "rollups" : "indicators";
        Map.of(
                        "facts",
                        FACTS,
                        "movements",
                        MOVEMENTS,
                        "books",
                        BOOKS,
                        "charges",
                        CHARGES,
                        "published",
                        PUBLISHED,
                        "rolled up",
                        // what units stated was summed once, and is not any more (ADR 009)
                        """
                        SELECT kind || ' ' || grain, concat_ws('|', sum(count), sum(amount)) FROM %s.roll_up
                        WHERE kind <> 'indicators.stated' GROUP BY 1
                        """.formatted(rolledUp))
                .forEach((what, sql) -> jdbc.sql(sql).query(row -> {
                    sums.put(what + " " + row.getString(1), row.getString(2));
                }));
        return new ProvinceContent(figures(port), rows, sums);
    }

    private static Map<String, Map<String, JsonNode>> figures(int port) throws Exception {
        var visitor = new HttpVisitor(port);
        var figures = new TreeMap<String, Map<String, JsonNode>>();
        for (String unit : UNITS)
            for (String period : PERIODS) {
                var answer = visitor.open("/api/v1/figures?limit=500&unit=" + unit + "&period=" + period);
                assertThat(answer.statusCode()).as(unit + " " + period).isEqualTo(200);
                for (JsonNode figure : JSON.readTree(answer.body()).get("items")) {
                    var fields = new LinkedHashMap<String, JsonNode>();
                    figure.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
                    fields.keySet().removeAll(JUDGED);
                    figures.put(figure.get("evidence").asString(), fields);
                }
            }
        return figures;
    }

    /** The premise of every comparison with it. */
    void assertWorthComparing() {
        assertThat(figures).as("published figures").hasSizeGreaterThan(40);
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(sums.keySet().stream()
                        .map(name -> name.replaceFirst(" .*", ""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("facts", "movements", "books", "charges", "published", "rolled");
    }

    /** Everything of an earlier moment is here still, figures and sums to the last digit. */
    void assertHolds(ProvinceContent before) {
        assertThat(figures.keySet()).containsAll(before.figures.keySet());
        before.figures.forEach(
                (path, fields) -> assertThat(figures.get(path)).as(path).containsAllEntriesOf(fields));
        assertThat(sums).containsAllEntriesOf(before.sums);
        before.rows.forEach((table, count) -> {
            if (PASSING.contains(table)) return;
            String name = rows.containsKey(table) ? table : table.replaceFirst("^indicators\\.", "rollups.");
            assertThat(rows).as(table).containsKey(name);
            if (!name.startsWith("rollups."))
                assertThat(rows.get(name)).as("rows of " + name).isGreaterThanOrEqualTo(count);
        });
    }
}
