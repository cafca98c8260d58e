package vn.thucchat.steering.indicators.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Decimals;
import vn.thucchat.steering.indicators.definitions.Period;

/** All SQL of {@code indicators.figure}: published figures, every revision of them. */
@Component
record FigureStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            unit, period, indicator, basis, synthetic, revision, comparator, value, numerator, denominator, provenance,
            derivation, as_of, statement, reported, expected, published_at, published_by_name
            """;

    private static final String LATEST =
            "SELECT DISTINCT ON (unit, period, indicator, basis, synthetic) " + COLUMNS + """
             FROM indicators.figure
            WHERE unit = ANY (:units) AND period = ANY (:periods)
            ORDER BY unit, period, indicator, basis, synthetic, revision DESC
            """;

    private static final String LATEST_OF_INDICATOR =
            "SELECT DISTINCT ON (unit, period, indicator, basis, synthetic) " + COLUMNS + """
             FROM indicators.figure
            WHERE unit = ANY (:units) AND period = ANY (:periods) AND indicator = :indicator
            ORDER BY unit, period, indicator, basis, synthetic, revision DESC
            """;

    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT DISTINCT unit, indicator FROM indicators.figure
                WHERE unit = ANY (:units) AND period = :period
                  AND (:indicator::text IS NULL OR indicator = :indicator)
                LIMIT :most) AS known
            """;

    private static final String REVISIONS = "SELECT " + COLUMNS + """
             FROM indicators.figure
            WHERE unit = :unit AND period = :period AND indicator = :indicator
            ORDER BY basis, synthetic, revision DESC
            LIMIT 500
            """;

    // Publishing is rare and must not write the same revision twice: one at a time.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('indicators.figure'))";

    private static final String INSERT = """
            INSERT INTO indicators.figure (unit, period, indicator, basis, synthetic, revision, comparator, value,
                numerator, denominator, provenance, derivation, as_of, statement, reported, expected, published_at,
                published_by, published_by_name)
            SELECT f.*, :at, :by, :byName
            FROM unnest(:units::text[], :periods::text[], :indicators::text[], :bases::text[], :synthetic::boolean[],
                :revisions::int[], :comparators::text[], :values::numeric[], :numerators::numeric[],
                :denominators::numeric[], :provenances::text[], :derivations::text[], :asOf::date[], :statements::uuid[],
                :reported::int[], :expected::int[]) AS f
            """;

    private static final String PERIODS = """
            SELECT DISTINCT period FROM indicators.figure WHERE unit = :unit ORDER BY period
            """;

    private static final String PERIODS_OF_INDICATOR = """
            SELECT DISTINCT period FROM indicators.figure WHERE indicator = :indicator AND unit = ANY (:units)
            """;

    private static final String KNOWN =
            "SELECT DISTINCT unit, period, synthetic FROM indicators.figure WHERE unit = ANY (:units)";

    private static final String COMPUTED = """
            SELECT DISTINCT indicator, unit, period, synthetic FROM indicators.figure
            WHERE indicator = ANY (:indicators) AND period = ANY (:periods) AND basis = 'COMPUTED'
            """;

    /** The newest revision of each reading; null indicator: of every indicator. */
    List<Figure> latest(Collection<UnitCode> units, Collection<Period> periods, @Nullable String indicator) {
        var query = jdbc.sql(indicator == null ? LATEST : LATEST_OF_INDICATOR)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new));
        if (indicator != null) query = query.param("indicator", indicator);
        return query.query(FigureStore::figure).list();
    }

    /** How many indicators of how many units are known, counted no further than {@code most}. */
    int count(Collection<UnitCode> units, Period period, @Nullable String indicator, int most) {
        return jdbc.sql(COUNT)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("period", period.code())
                .param("indicator", indicator)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Every revision of every reading, newest first. */
    List<Figure> revisions(String indicator, UnitCode unit, Period period) {
        return jdbc.sql(REVISIONS)
                .param("indicator", indicator)
                .param("unit", unit.value())
                .param("period", period.code())
                .query(FigureStore::figure)
                .list();
    }

    /** The periods that a unit has published figures of. */
    List<Period> periods(UnitCode unit) {
        return jdbc.sql(PERIODS)
                .param("unit", unit.value())
                .query((row, number) -> Period.of(row.getString("period")))
                .list();
    }

    /** That a unit has published figures of a period, real ones or of the demonstration. */
    record Known(UnitCode unit, Period period, boolean synthetic) {}

    List<Known> known(Collection<UnitCode> units) {
        return jdbc.sql(KNOWN)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .query(Rows.of(Known.class))
                .list();
    }

    /** That a unit has a published figure of a period that is computed from facts. */
    record Computed(String indicator, UnitCode unit, Period period, boolean synthetic) {}

    List<Computed> computed(Collection<String> indicators, Collection<Period> periods) {
        return jdbc.sql(COMPUTED)
                .param("indicators", indicators.toArray(String[]::new))
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new))
                .query(Rows.of(Computed.class))
                .list();
    }

    /** The periods that any of the units has published figures of an indicator of. */
    List<Period> periods(String indicator, Collection<UnitCode> units) {
        return jdbc.sql(PERIODS_OF_INDICATOR)
                .param("indicator", indicator)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .query((row, number) -> Period.of(row.getString("period")))
                .list();
    }

    /** Waits until nobody else publishes; holds until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> true).single();
    }

    /** Writes each figure as the revision that its publication names. */
    void insert(List<Figure> figures, Actor by, OffsetDateTime at) {
        Batch.of(figures)
                .word("units", Figure::unit)
                .word("periods", Figure::period)
                .word("indicators", Figure::indicator)
                .word("bases", Figure::basis)
                .word("synthetic", Figure::synthetic)
                .word("revisions", FigureStore::revision)
                .word("comparators", Figure::comparator)
                .word("values", Figure::value)
                .word("numerators", Figure::numerator)
                .word("denominators", Figure::denominator)
                .word("provenances", Figure::provenance)
                .word("derivations", Figure::derivation)
                .word("asOf", Figure::asOf)
                .word("statements", Figure::statement)
                .word(
                        "reported",
                        f -> f.coverage() == null ? null : f.coverage().reported())
                .word(
                        "expected",
                        f -> f.coverage() == null ? null : f.coverage().expected())
                .update(jdbc.sql(INSERT)
                        .param("at", at)
                        .param("by", by.account())
                        .param("byName", by.name()));
    }

    private static @Nullable Object revision(Figure figure) {
        return figure.publication() == null ? null : figure.publication().revision();
    }

    private static Figure figure(ResultSet row, int number) throws SQLException {
        Period period = Period.of(row.getString("period"));
        int reported = row.getInt("reported");
        boolean own = row.wasNull();
        return new Figure(
                row.getString("indicator"),
                new UnitCode(row.getString("unit")),
                period,
                period.to(),
                Basis.valueOf(row.getString("basis")),
                row.getBoolean("synthetic"),
                row.getString("comparator"),
                Decimals.stripped(row.getBigDecimal("value")),
                Decimals.stripped(row.getBigDecimal("numerator")),
                Decimals.stripped(row.getBigDecimal("denominator")),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("derivation"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("statement", UUID.class),
                own ? null : new Figure.Coverage(reported, row.getInt("expected")),
                List.of(),
                new Figure.Publication(
                        row.getInt("revision"),
                        row.getObject("published_at", OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant(),
                        row.getString("published_by_name")));
    }
}
