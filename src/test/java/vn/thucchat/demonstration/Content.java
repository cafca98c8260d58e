package vn.thucchat.demonstration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A digest of everything the demonstration wrote, table by table, without the ids and times that loading makes. */
final class Content {

    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("facts", """
            SELECT concat_ws('|', unit, id, kind, day, at, subject, facets, count, amount, provenance, evidence) AS line
            FROM facts.fact WHERE kind LIKE 'demonstration.%'"""),
            Map.entry("stated facts", """
            SELECT concat_ws('|', unit, kind, day, at, facets, count, amount, provenance, evidence, corrects IS NULL) AS line
            FROM facts.fact
            WHERE kind NOT LIKE 'demonstration.%' AND kind NOT LIKE 'market.%' AND kind NOT LIKE 'work.%' AND synthetic"""),
            // its evidence is the item, whose id is made when it is opened
            Map.entry("work facts", """
            SELECT concat_ws('|', unit, kind, day, at, facets, count, amount, provenance, corrects IS NULL) AS line
            FROM facts.fact WHERE kind LIKE 'work.%' AND synthetic"""),
            Map.entry("market facts", """
            SELECT concat_ws('|', unit, kind, day, facets, count, amount) AS line
            FROM facts.fact WHERE kind LIKE 'market.%' AND day < '2026-11-01'"""),
            Map.entry("statements", """
            SELECT concat_ws('|', id, submission, unit, indicator, period, value, numerator, denominator, as_of, provenance,
                quote, accepted_at, superseded_by) AS line
            FROM indicators.statement WHERE synthetic"""),
            Map.entry("submissions", """
            SELECT concat_ws('|', id, unit, period, state, document, note, created_at, created_by_name, submitted_at,
                decided_at, decided_by_name, reason) AS line
            FROM indicators.submission WHERE synthetic"""),
            Map.entry("figures", """
            SELECT concat_ws('|', unit, period, indicator, basis, revision, comparator, value, numerator, denominator,
                provenance, as_of, statement, reported, expected, published_at, published_by_name) AS line
            FROM indicators.figure WHERE synthetic"""),
            Map.entry(
                    "targets",
                    "SELECT concat_ws('|', id, indicator, unit, period, value, document) AS line FROM indicators.target WHERE synthetic"),
            Map.entry(
                    "rounds",
                    "SELECT concat_ws('|', id, name, period, above, level, due, opened_at) AS line FROM indicators.round WHERE synthetic"),
            Map.entry("explanations", """
            SELECT concat_ws('|', id, indicator, unit, period, state, question, asked_at, due, answer, answered_at,
                closed_at) AS line
            FROM indicators.explanation WHERE synthetic"""));

    private Content() {}

    /** The number of rows and their digest, by table. */
    static Map<String, String> of(JdbcClient jdbc) {
        var digests = new LinkedHashMap<String, String>();
        ROWS.keySet().stream()
                .sorted()
                .forEach(table -> digests.put(
                        table,
                        jdbc.sql(
                                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(line), '' ORDER BY line)), '') FROM ("
                                                + ROWS.get(table) + ") rows")
                                .query(String.class)
                                .single()));
        return digests;
    }
}
