package vn.thucchat.steering.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.units.UnitCode;

/** All SQL of {@code indicators.target}. */
@Repository
class TargetStore {

    private static final String INSERT = """
            INSERT INTO indicators.target (id, indicator, unit, period, value, document, derivation, synthetic, set_at, set_by)
            SELECT * FROM unnest(:ids::uuid[], :indicators::text[], :units::text[], :periods::text[], :values::numeric[],
                :documents::uuid[], :derivations::text[], :synthetic::boolean[], :setAt::timestamptz[], :setBy::uuid[])
            """;

    private static final String HOLDING = """
            SELECT DISTINCT ON (t.unit, t.period, t.indicator, t.synthetic)
                t.id, t.indicator, t.unit, t.period, t.value, t.derivation, t.synthetic, t.set_at,
                d.id AS document, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.target t JOIN indicators.document d ON d.id = t.document
            WHERE t.unit = ANY (:units) AND t.period = ANY (:periods)
            ORDER BY t.unit, t.period, t.indicator, t.synthetic, t.set_at DESC, t.id DESC
            """;

    private static final String HISTORY = """
            SELECT t.id, t.indicator, t.unit, t.period, t.value, t.derivation, t.synthetic, t.set_at,
                d.id AS document, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.target t JOIN indicators.document d ON d.id = t.document
            WHERE t.unit = :unit AND t.period = :period AND t.indicator = :indicator
            ORDER BY t.set_at DESC, t.id DESC
            LIMIT 100
            """;

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Target> targets, UUID by) {
        jdbc.sql(INSERT)
                .param("ids", targets.stream().map(Target::id).toArray(UUID[]::new))
                .param("indicators", targets.stream().map(Target::indicator).toArray(String[]::new))
                .param("units", targets.stream().map(t -> t.unit().value()).toArray(String[]::new))
                .param("periods", targets.stream().map(t -> t.period().code()).toArray(String[]::new))
                .param("values", targets.stream().map(Target::value).toArray(java.math.BigDecimal[]::new))
                .param("documents", targets.stream().map(t -> t.document().id()).toArray(UUID[]::new))
                .param("derivations", targets.stream().map(Target::derivation).toArray(String[]::new))
                .param("synthetic", targets.stream().map(Target::synthetic).toArray(Boolean[]::new))
                .param(
                        "setAt",
                        targets.stream()
                                .map(t -> t.setAt().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .param("setBy", targets.stream().map(t -> by).toArray(UUID[]::new))
                .update();
    }

    /** The targets that hold, of real and of demonstration data apart. */
    List<Target> holding(Collection<UnitCode> units, Collection<Period> periods) {
        return jdbc.sql(HOLDING)
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
                row.getBoolean("synthetic"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
