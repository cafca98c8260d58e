package vn.thucchat.steering.indicators.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.reports.Report.State;

/** All SQL of {@code indicators.report}. */
@Component
record ReportStore(JdbcClient jdbc) {

    private static final String SELECT = """
            SELECT id, unit, period, state, step, superior, agency, number, place, dated AS date, addressee, recipients,
                authority, signer_position AS position, signer, opening, closing, demonstration, explanations,
                ordered_at, ordered_by_name, on_trial, failure, built_at, synthetic, sha256
            FROM indicators.report
            """;

    private static final String FIND = SELECT + " WHERE id = :id";

    private static final String LATEST = SELECT + """
             WHERE (state = 'BUILT' OR unit = ANY (:mine))
              AND (:unit::text IS NULL OR unit = :unit) AND (:period::text IS NULL OR period = :period)
              AND (:after::uuid IS NULL
                OR (ordered_at, id) < (SELECT a.ordered_at, a.id FROM indicators.report a WHERE a.id = :after))
            ORDER BY ordered_at DESC, id DESC
            LIMIT :limit
            """;

    private static final String OF_UNITS = SELECT + """
             WHERE (state = 'BUILT' OR unit = ANY (:mine)) AND unit = ANY (:units)
            ORDER BY ordered_at DESC, id DESC
            LIMIT :limit
            """;

    private static final String OF_NUMBER = SELECT + """
             WHERE (state = 'BUILT' OR unit = ANY (:mine)) AND number LIKE :number || '/%'
            ORDER BY ordered_at DESC, id DESC
            LIMIT :limit
            """;

    private static final String INSERT = """
            INSERT INTO indicators.report (id, unit, period, state, superior, agency, number, place, dated, addressee,
                recipients, authority, signer_position, signer, opening, closing, demonstration, explanations,
                ordered_at, ordered_by, ordered_by_name, on_trial)
            VALUES (:id, :unit, :period, 'WAITING', :superior, :agency, :number, :place, :dated, :addressee,
                :recipients, :authority, :position, :signer, :opening, :closing, :demonstration, :explanations,
                :at, :by, :byName, :onTrial)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String STEP =
            "UPDATE indicators.report SET step = :step WHERE id = :id AND state = ANY (:from)";

    // A second build of the same order, by a worker that was taken for dead, changes nothing.
    private static final String FINISH = """
            UPDATE indicators.report
            SET state = 'BUILT', built_at = :at, synthetic = :synthetic, sha256 = :sha256, csv = :csv, xlsx = :xlsx,
                pdf = :pdf
            WHERE id = :id AND state = ANY (:from)
            """;

    private static final String INSERT_FIGURES = """
            INSERT INTO indicators.report_figure (report, position, unit, period, indicator, basis, synthetic, revision)
            SELECT :report, f.position, f.unit, f.period, f.indicator, f.basis, f.synthetic, f.revision
            FROM unnest(:units::text[], :periods::text[], :indicators::text[], :bases::text[], :synthetic::boolean[],
                :revisions::int[]) WITH ORDINALITY
                AS f (unit, period, indicator, basis, synthetic, revision, position)
            """;

    private static final String FAIL = """
            UPDATE indicators.report SET state = 'FAILED', failure = :failure WHERE id = :id AND state = ANY (:from)
            """;

    private static final String AGAIN = """
            UPDATE indicators.report SET state = 'WAITING', step = 0, failure = '' WHERE id = :id AND state = ANY (:from)
            """;

    private static final String LINES = """
            SELECT f.indicator, f.period, f.basis, f.synthetic, f.revision, f.comparator, f.value, f.numerator,
                f.denominator, f.provenance, f.derivation,
                (SELECT max(n.revision) FROM indicators.figure n
                    WHERE n.unit = f.unit AND n.period = f.period AND n.indicator = f.indicator AND n.basis = f.basis
                      AND n.synthetic = f.synthetic) AS newest
            FROM indicators.report_figure r
            JOIN indicators.figure f USING (unit, period, indicator, basis, synthetic, revision)
            WHERE r.report = :report
            ORDER BY r.position
            """;

    private static final String FILE = """
            SELECT CASE :form WHEN 'PDF' THEN pdf WHEN 'XLSX' THEN xlsx ELSE csv END
            FROM indicators.report WHERE id = :id AND state = 'BUILT'
            """;

    Optional<Report> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ReportStore::report).optional();
    }

    /** Newest first: those built, and those ordered in {@code mine}. */
    List<Report> latest(
            Collection<String> mine,
            @Nullable UnitCode unit,
            @Nullable Period period,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql(LATEST)
                .param("mine", mine.toArray(String[]::new))
                .param("unit", unit == null ? null : unit.value())
                .param("period", period == null ? null : period.code())
                .param("after", after)
                .param("limit", limit)
                .query(ReportStore::report)
                .list();
    }

    /** As {@link #latest}, of several units. */
    List<Report> ofUnits(Collection<String> mine, Collection<UnitCode> units, int limit) {
        return jdbc.sql(OF_UNITS)
                .param("mine", mine.toArray(String[]::new))
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("limit", limit)
                .query(ReportStore::report)
                .list();
    }

    /** As {@link #latest}, of those numbered so: {@code 123} finds {@code 123/BC-UBND}. */
    List<Report> ofNumber(Collection<String> mine, String digits, int limit) {
        return jdbc.sql(OF_NUMBER)
                .param("mine", mine.toArray(String[]::new))
                .param("number", digits)
                .param("limit", limit)
                .query(ReportStore::report)
                .list();
    }

    /** False when there is a report of this id. */
    boolean insert(UUID id, ReportOrder order, Actor by, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("unit", order.unit().value())
                        .param("period", order.period().code())
                        .param("superior", order.superior())
                        .param("agency", order.agency())
                        .param("number", order.number())
                        .param("place", order.place())
                        .param("dated", order.date())
                        .param("addressee", order.addressee())
                        .param("recipients", order.recipients().toArray(String[]::new))
                        .param("authority", order.authority())
                        .param("position", order.position())
                        .param("signer", order.signer())
                        .param("opening", order.opening())
                        .param("closing", order.closing())
                        .param("demonstration", order.demonstration())
                        .param("explanations", order.explanations())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.account())
                        .param("byName", by.name())
                        .param("onTrial", by.synthetic())
                        .update()
                == 1;
    }

    void step(UUID id, int step) {
        jdbc.sql(STEP)
                .param("from", State.LIFE.before("step"))
                .param("id", id)
                .param("step", step)
                .update();
    }

    /** False when it is built already. */
    boolean finish(UUID id, List<Figure> figures, boolean synthetic, Report.Files files, Instant at) {
        boolean finished = jdbc.sql(FINISH)
                        .param("from", State.LIFE.before("build"))
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("synthetic", synthetic)
                        .param("sha256", files.sha256())
                        .param("csv", files.csv())
                        .param("xlsx", files.xlsx())
                        .param("pdf", files.pdf())
                        .update()
                == 1;
        if (finished)
            Batch.of(figures)
                    .word("units", Figure::unit)
                    .word("periods", Figure::period)
                    .text("indicators", Figure::indicator)
                    .word("bases", Figure::basis)
                    .flag("synthetic", Figure::synthetic)
                    .whole(
                            "revisions",
                            f -> Objects.requireNonNull(f.publication()).revision())
                    .update(jdbc.sql(INSERT_FIGURES).param("report", id));
        return finished;
    }

    boolean fail(UUID id, String failure) {
        return jdbc.sql(FAIL)
                        .param("from", State.LIFE.before("fail"))
                        .param("id", id)
                        .param("failure", failure)
                        .update()
                == 1;
    }

    boolean again(UUID id) {
        return jdbc.sql(AGAIN)
                        .param("from", State.LIFE.before("again"))
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Report.Line> lines(UUID report) {
        return jdbc.sql(LINES)
                .param("report", report)
                .query((row, number) -> new Report.Line(
                        row.getString("indicator"),
                        Period.of(row.getString("period")),
                        Basis.valueOf(row.getString("basis")),
                        row.getBoolean("synthetic"),
                        row.getInt("revision"),
                        row.getInt("newest"),
                        row.getString("comparator"),
                        Objects.requireNonNull(Decimals.stripped(row.getBigDecimal("value"))),
                        Decimals.stripped(row.getBigDecimal("numerator")),
                        Decimals.stripped(row.getBigDecimal("denominator")),
                        Provenance.valueOf(row.getString("provenance")),
                        !row.getString("derivation").isEmpty()))
                .list();
    }

    Optional<byte[]> file(UUID id, Report.Form form) {
        return jdbc.sql(FILE)
                .param("id", id)
                .param("form", form.name())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        OffsetDateTime built = row.getObject("built_at", OffsetDateTime.class);
        boolean synthetic = row.getBoolean("synthetic");
        return new Report(
                row.getObject("id", UUID.class),
                Rows.of(ReportOrder.class).mapRow(row, number),
                State.valueOf(row.getString("state")),
                row.getInt("step"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getString("ordered_by_name"),
                row.getBoolean("on_trial"),
                row.getString("failure"),
                built == null ? null : built.toInstant(),
                built == null ? null : (Boolean) synthetic,
                row.getString("sha256"));
    }
}
