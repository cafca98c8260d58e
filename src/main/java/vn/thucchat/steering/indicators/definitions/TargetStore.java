package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.units.UnitCode;

/** All SQL of {@code indicators.target}. */
@Component
record TargetStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO indicators.target (id, indicator, unit, period, value, document, derivation, by_q1, by_q2, by_q3,
                synthetic, set_at, set_by)
            SELECT * FROM unnest(:ids::uuid[], :indicators::text[], :units::text[], :periods::text[], :values::numeric[],
                :documents::uuid[], :derivations::text[], :q1::numeric[], :q2::numeric[], :q3::numeric[],
                :synthetic::boolean[], :setAt::timestamptz[], :setBy::uuid[])
            """;

    private static final String HOLDING = """
            SELECT DISTINCT ON (t.unit, t.period, t.indicator, t.synthetic)
                t.id, t.indicator, t.unit, t.period, t.value, t.derivation, t.by_q1, t.by_q2, t.by_q3,
                t.synthetic, t.set_at,
                d.id AS document, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.target t JOIN indicators.document d ON d.id = t.document
            WHERE t.unit = ANY (:units) AND t.period = ANY (:periods)
              AND (:indicator::text IS NULL OR t.indicator = :indicator)
            ORDER BY t.unit, t.period, t.indicator, t.synthetic, t.set_at DESC, t.id DESC
            """;

    private static final String HISTORY = """
            SELECT t.id, t.indicator, t.unit, t.period, t.value, t.derivation, t.by_q1, t.by_q2, t.by_q3,
                t.synthetic, t.set_at,
                d.id AS document, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.target t JOIN indicators.document d ON d.id = t.document
            WHERE t.unit = :unit AND t.period = :period AND t.indicator = :indicator
            ORDER BY t.set_at DESC, t.id DESC
            LIMIT 100
            """;

    private static final String OF_UNIT = """
            SELECT t.id, t.indicator, t.unit, t.period, t.value, t.derivation, t.by_q1, t.by_q2, t.by_q3,
                t.synthetic, t.set_at,
                d.id AS document, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.target t JOIN indicators.document d ON d.id = t.document
            WHERE t.unit = :unit AND t.period = :period
            ORDER BY t.set_at DESC, t.id DESC
            LIMIT 5000
            """;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('indicators.target'))";

    private static final String INSERT_UPLOAD = """
            INSERT INTO indicators.target_upload (sha256, document, targets, uploaded_at, uploaded_by)
            VALUES (:sha256, :document, :targets, :at, :by)
            ON CONFLICT DO NOTHING
            """;

    private static final String UPLOADED_AT =
            "SELECT uploaded_at FROM indicators.target_upload WHERE sha256 = :sha256 AND document = :document";

    void insert(List<Target> targets, UUID by) {
        Batch.of(targets)
                .decimal("q1", t -> t.steps() == null ? null : t.steps().q1())
                .decimal("q2", t -> t.steps() == null ? null : t.steps().q2())
                .decimal("q3", t -> t.steps() == null ? null : t.steps().q3())
                .uuid("ids", Target::id)
                .text("indicators", Target::indicator)
                .word("units", Target::unit)
                .word("periods", Target::period)
                .decimal("values", Target::value)
                .uuid("documents", t -> t.document().id())
                .text("derivations", Target::derivation)
                .flag("synthetic", Target::synthetic)
                .at("setAt", Target::setAt)
                .uuid("setBy", t -> by)
                .update(jdbc.sql(INSERT));
    }

    /** The targets that hold, of real and of demonstration data apart. */
    List<Target> holding(Collection<UnitCode> units, Collection<Period> periods) {
        return holding(units, periods, null);
    }

    /** As {@link #holding(Collection, Collection)}, of one indicator; null: of every one. */
    List<Target> holding(Collection<UnitCode> units, Collection<Period> periods, @Nullable String indicator) {
        return jdbc.sql(HOLDING)
                .param("indicator", indicator)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new))
                .query(TargetStore::target)
                .list();
    }

    /** Every target there was, newest first. */
    List<Target> history(String indicator, UnitCode unit, Period period) {
        return jdbc.sql(HISTORY)
                .param("indicator", indicator)
                .param("unit", unit.value())
                .param("period", period.code())
                .query(TargetStore::target)
                .list();
    }

    /** Every target of a unit for a period, newest first. */
    List<Target> ofUnit(UnitCode unit, Period period) {
        return jdbc.sql(OF_UNIT)
                .param("unit", unit.value())
                .param("period", period.code())
                .query(TargetStore::target)
                .list();
    }

    /** Waits until nobody else sets targets; holds until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> true).single();
    }

    /** False when the same file was taken before, under the same document. */
    boolean insertUpload(String sha256, UUID document, int targets, UUID by, Instant at) {
        return jdbc.sql(INSERT_UPLOAD)
                        .param("sha256", sha256)
                        .param("document", document)
                        .param("targets", targets)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    Instant uploadedAt(String sha256, UUID document) {
        return jdbc.sql(UPLOADED_AT)
                .param("sha256", sha256)
                .param("document", document)
                .query((row, number) ->
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant())
                .single();
    }

    private static Target.@Nullable Steps steps(ResultSet row) throws SQLException {
        BigDecimal q1 = Decimals.stripped(row.getBigDecimal("by_q1"));
        BigDecimal q2 = Decimals.stripped(row.getBigDecimal("by_q2"));
        BigDecimal q3 = Decimals.stripped(row.getBigDecimal("by_q3"));
        return q1 == null || q2 == null || q3 == null ? null : new Target.Steps(q1, q2, q3);
    }

    private static Target target(ResultSet row, int number) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                new UnitCode(row.getString("unit")),
                Period.of(row.getString("period")),
                row.getBigDecimal("value").stripTrailingZeros(),
                new Document(
                        row.getObject("document", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("issuer"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("file", UUID.class)),
                row.getString("derivation"),
                steps(row),
                row.getBoolean("synthetic"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
