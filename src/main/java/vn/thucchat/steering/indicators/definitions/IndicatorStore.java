package vn.thucchat.steering.indicators.definitions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** All SQL of {@code indicators.indicator}. */
@Component
record IndicatorStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            code, name_vi, name_en, pillar, measure, direction, aggregation, over_time, frequency, reported_by,
            definition_vi, definition_en, legal_basis, formula, sort, active, live, version
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM indicators.indicator WHERE code = :code";

    // The dictionary of a province holds some hundred entries; every scorecard needs all of them.
    private static final String ALL = "SELECT " + COLUMNS + " FROM indicators.indicator ORDER BY sort, code";

    private static final String INSERT = """
            INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                over_time, frequency, reported_by, definition_vi, definition_en, legal_basis, formula, sort, active, live)
            VALUES (:code, :nameVi, :nameEn, :pillar, :measure, :direction, :aggregation,
                :overTime, :frequency, :reportedBy, :definitionVi, :definitionEn, :legalBasis, :formula, :sort, :active, :live)
            ON CONFLICT (code) DO NOTHING
            """;

    private static final String UPDATE = """
            UPDATE indicators.indicator
            SET name_vi = :nameVi, name_en = :nameEn, pillar = :pillar, measure = :measure, direction = :direction,
                aggregation = :aggregation, over_time = :overTime, frequency = :frequency, reported_by = :reportedBy,
                definition_vi = :definitionVi, definition_en = :definitionEn, legal_basis = :legalBasis,
                formula = :formula, sort = :sort, active = :active, live = :live, version = version + 1
            WHERE code = :code AND version = :version
            """;

    Optional<Indicator> find(String code) {
        return jdbc.sql(FIND)
                .param("code", code)
                .query(Rows.of(Indicator.class))
                .optional();
    }

    List<Indicator> all() {
        return jdbc.sql(ALL).query(Rows.of(Indicator.class)).list();
    }

    /** False when the code is taken. */
    boolean insert(Indicator indicator) {
        return bound(INSERT, indicator).update() == 1;
    }

    /** False when somebody changed it since {@code indicator.version()}. */
    boolean update(Indicator indicator) {
        return bound(UPDATE, indicator).param("version", indicator.version()).update() == 1;
    }

    private JdbcClient.StatementSpec bound(String sql, Indicator it) {
        return jdbc.sql(sql)
                .param("code", it.code())
                .param("nameVi", it.nameVi())
                .param("nameEn", it.nameEn())
                .param("pillar", it.pillar().name())
                .param("measure", it.measure())
                .param("direction", it.direction().name())
                .param("aggregation", it.aggregation().name())
                .param("overTime", it.overTime().name())
                .param("frequency", it.frequency().name())
                .param("reportedBy", name(it.reportedBy()))
                .param("definitionVi", it.definitionVi())
                .param("definitionEn", it.definitionEn())
                .param("legalBasis", it.legalBasis())
                .param("formula", it.formula())
                .param("sort", it.sort())
                .param("active", it.active())
                .param("live", it.live());
    }

    // By hand: nearly every page reads the whole dictionary, and finding seventeen components by reflection for each of
    // its entries took longer than PostgreSQL did.

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
