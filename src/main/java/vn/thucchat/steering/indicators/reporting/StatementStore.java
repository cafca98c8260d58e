package vn.thucchat.steering.indicators.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Decimals;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;

/** All SQL of {@code indicators.statement} and the facts that statements were recorded as. */
@Component
record StatementStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            s.id, s.submission, s.unit, s.indicator, s.period, s.comparator, s.value, s.numerator, s.denominator, s.yoy_pct,
            s.as_of, s.provenance, s.quote, s.derivation, s.synthetic, s.accepted_at, s.superseded_by
            """;

    private static final String INSERT = """
            INSERT INTO indicators.statement (id, submission, unit, indicator, period, comparator, value, numerator,
                denominator, yoy_pct, as_of, provenance, quote, derivation, synthetic)
            SELECT * FROM unnest(:ids::uuid[], :submissions::uuid[], :units::text[], :indicators::text[], :periods::text[],
                :comparators::text[], :values::numeric[], :numerators::numeric[], :denominators::numeric[], :yoy::numeric[],
                :asOf::date[], :provenances::text[], :quotes::text[], :derivations::text[], :synthetic::boolean[])
            """;

    // Only lines of papers that nobody decided on yet: an accepted line is evidence.
    private static final String DELETE_LINES =
            "DELETE FROM indicators.statement WHERE submission = :submission AND accepted_at IS NULL";

    private static final String DELETE_OF_INDICATORS = """
            DELETE FROM indicators.statement s
            USING unnest(:submissions::uuid[], :indicators::text[]) AS line (submission, indicator)
            WHERE s.submission = line.submission AND s.indicator = line.indicator AND s.accepted_at IS NULL
            """;

    private static final String UNPUBLISHED = """
            SELECT s.unit, s.period, count(*) AS statements
            FROM indicators.statement s
            WHERE s.accepted_at IS NOT NULL AND s.superseded_by IS NULL AND s.unit = ANY (:units)
              AND (s.synthetic OR NOT :onlySynthetic)
              AND NOT EXISTS (SELECT 1 FROM indicators.figure f WHERE f.statement = s.id)
            GROUP BY s.unit, s.period
            ORDER BY min(s.accepted_at), s.unit, s.period
            LIMIT :limit
            """;

    private static final String OF_SUBMISSION = "SELECT " + COLUMNS
            + " FROM indicators.statement s WHERE s.submission = ANY (:submissions) ORDER BY s.indicator, s.period";

    private static final String FIND = "SELECT " + COLUMNS + " FROM indicators.statement s WHERE s.id = ANY (:ids)";

    private static final String NOTE = """
            SELECT u.note FROM indicators.statement s JOIN indicators.submission u ON u.id = s.submission
            WHERE s.id = :id AND u.note_told""";

    private static final String HOLDING = "SELECT " + COLUMNS + """
             FROM indicators.statement s
            WHERE s.unit = ANY (:units) AND s.period = ANY (:periods)
              AND s.accepted_at IS NOT NULL AND s.superseded_by IS NULL
              AND (:indicator::text IS NULL OR s.indicator = :indicator)
            """;

    private static final String HELD = "SELECT " + COLUMNS + """
             FROM indicators.statement s
            WHERE s.unit = ANY (:units) AND s.period = ANY (:periods) AND s.indicator = :indicator
              AND s.accepted_at <= :at
              AND NOT EXISTS (SELECT FROM indicators.statement n
                  WHERE n.id = s.superseded_by AND n.accepted_at <= :at)
            """;

    private static final String ACCEPT =
            "UPDATE indicators.statement SET accepted_at = :at WHERE id = ANY (:ids) AND accepted_at IS NULL";

    private static final String SUPERSEDE = """
            UPDATE indicators.statement old SET superseded_by = pair.new
            FROM unnest(:old::uuid[], :new::uuid[]) AS pair (old, new)
            WHERE old.id = pair.old AND old.superseded_by IS NULL
            """;

    private static final String INSERT_FACTS = """
            INSERT INTO indicators.statement_fact (statement, part, fact)
            SELECT * FROM unnest(:statements::uuid[], :parts::text[], :facts::uuid[])
            """;

    private static final String FACTS =
            "SELECT statement, part, fact FROM indicators.statement_fact WHERE statement = ANY (:statements)";

    private static final String SOURCES = """
            SELECT s.id AS statement, s.quote, s.yoy_pct, d.id, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.statement s
            JOIN indicators.submission p ON p.id = s.submission
            JOIN indicators.document d ON d.id = p.document
            WHERE s.id = ANY (:ids)
            """;

    private static final DataClassRowMapper<UnitStatements.Receipt> FACT =
            DataClassRowMapper.newInstance(UnitStatements.Receipt.class);

    void insert(List<Statement> lines) {
        Batch.of(lines)
                .word("ids", Statement::id)
                .word("submissions", Statement::submission)
                .word("units", Statement::unit)
                .word("indicators", Statement::indicator)
                .word("periods", Statement::period)
                .word("comparators", Statement::comparator)
                .word("values", Statement::value)
                .word("numerators", Statement::numerator)
                .word("denominators", Statement::denominator)
                .word("yoy", Statement::yoyPct)
                .word("asOf", Statement::asOf)
                .word("provenances", Statement::provenance)
                .word("quotes", Statement::quote)
                .word("derivations", Statement::derivation)
                .word("synthetic", Statement::synthetic)
                .update(jdbc.sql(INSERT));
    }

    void deleteLines(UUID submission) {
        jdbc.sql(DELETE_LINES).param("submission", submission).update();
    }

    /** Makes room for lines that take the place of what was written before about the same indicators. */
    void deleteWhatTheseReplace(List<Statement> lines) {
        Batch.of(lines)
                .word("submissions", Statement::submission)
                .word("indicators", Statement::indicator)
                .update(jdbc.sql(DELETE_OF_INDICATORS));
    }

    /** What is accepted and stands behind no published figure, the longest waiting first. */
    List<UnitStatements.Unpublished> unpublished(Collection<String> units, boolean onlySynthetic, int limit) {
        return jdbc.sql(UNPUBLISHED)
                .param("units", units.toArray(String[]::new))
                .param("onlySynthetic", onlySynthetic)
                .param("limit", limit)
                .query(Rows.of(UnitStatements.Unpublished.class))
                .list();
    }

    List<Statement> ofSubmissions(Collection<UUID> submissions) {
        return jdbc.sql(OF_SUBMISSION)
                .param("submissions", submissions.toArray(UUID[]::new))
                .query(StatementStore::statement)
                .list();
    }

    /** What its officer wrote beside it for everybody to read, or empty. */
    String note(UUID id) {
        return jdbc.sql(NOTE).param("id", id).query(String.class).optional().orElse("");
    }

    List<Statement> find(Collection<UUID> ids) {
        return jdbc.sql(FIND)
                .param("ids", ids.toArray(UUID[]::new))
                .query(StatementStore::statement)
                .list();
    }

    /**
     * The accepted statements that no later one took the place of.
     *
     * @param indicator of this one only; null: of every one
     */
    List<Statement> holding(Collection<UnitCode> units, Collection<Period> periods, @Nullable String indicator) {
        return jdbc.sql(HOLDING)
                .param("indicator", indicator)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new))
                .query(StatementStore::statement)
                .list();
    }

    /** As {@link #holding(Collection, Collection, String)}; of an earlier instant where one is given. */
    List<Statement> holding(
            Collection<UnitCode> units, Collection<Period> periods, String indicator, @Nullable Instant at) {
        if (at == null) return holding(units, periods, indicator);
        return jdbc.sql(HELD)
                .param("indicator", indicator)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new))
                .query(StatementStore::statement)
                .list();
    }

    List<UnitStatements.Source> sources(Collection<UUID> statements) {
        return jdbc.sql(SOURCES)
                .param("ids", statements.toArray(UUID[]::new))
                .query((row, number) -> new UnitStatements.Source(
                        row.getObject("statement", UUID.class),
                        row.getString("quote"),
                        Decimals.stripped(row.getBigDecimal("yoy_pct")),
                        new Document(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("title"),
                                row.getString("issuer"),
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("file", UUID.class))))
                .list();
    }

    void accept(List<Statement> lines, Instant at) {
        int accepted = jdbc.sql(ACCEPT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", lines.stream().map(Statement::id).toArray(UUID[]::new))
                .update();
        if (accepted != lines.size()) throw new IllegalStateException("A line was accepted before");
    }

    void supersede(List<UUID> old, List<UUID> by) {
        int superseded = jdbc.sql(SUPERSEDE)
                .param("old", old.toArray(UUID[]::new))
                .param("new", by.toArray(UUID[]::new))
                .update();
        if (superseded != old.size()) throw new IllegalStateException("A statement was superseded before");
    }

    void insertFacts(List<UnitStatements.Receipt> facts) {
        Batch.of(facts)
                .word("statements", UnitStatements.Receipt::statement)
                .word("parts", UnitStatements.Receipt::part)
                .word("facts", UnitStatements.Receipt::fact)
                .update(jdbc.sql(INSERT_FACTS));
    }

    List<UnitStatements.Receipt> facts(Collection<UUID> statements) {
        return jdbc.sql(FACTS)
                .param("statements", statements.toArray(UUID[]::new))
                .query(FACT)
                .list();
    }

    private static Statement statement(ResultSet row, int number) throws SQLException {
        OffsetDateTime accepted = row.getObject("accepted_at", OffsetDateTime.class);
        return new Statement(
                row.getObject("id", UUID.class),
                row.getObject("submission", UUID.class),
                new UnitCode(row.getString("unit")),
                row.getString("indicator"),
                Period.of(row.getString("period")),
                row.getString("comparator"),
                Decimals.stripped(row.getBigDecimal("value")),
                Decimals.stripped(row.getBigDecimal("numerator")),
                Decimals.stripped(row.getBigDecimal("denominator")),
                Decimals.stripped(row.getBigDecimal("yoy_pct")),
                row.getObject("as_of", LocalDate.class),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("quote"),
                row.getString("derivation"),
                row.getBoolean("synthetic"),
                accepted == null ? null : accepted.toInstant(),
                row.getObject("superseded_by", UUID.class));
    }
}
