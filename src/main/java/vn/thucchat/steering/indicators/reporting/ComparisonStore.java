package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/** The statements by which a stated number is compared with what others stated, and with what was stated before. */
@Component
record ComparisonStore(JdbcClient jdbc) {

    // What is accepted, and what waits for a reviewer: each by an index of its own.
    static final String STATED = """
            SELECT s.unit, s.indicator, s.period, s.value, s.numerator, s.denominator, true AS accepted
            FROM indicators.statement s
            WHERE s.unit = ANY (:units) AND s.period = ANY (:periods) AND s.synthetic = :synthetic
              AND s.accepted_at IS NOT NULL AND s.superseded_by IS NULL
            UNION ALL
            SELECT s.unit, s.indicator, s.period, s.value, s.numerator, s.denominator, false
            FROM indicators.submission p
            JOIN indicators.statement s ON s.submission = p.id
            WHERE p.unit = ANY (:units) AND p.period = ANY (:periods) AND p.synthetic = :synthetic
              AND p.state = 'SUBMITTED' AND s.period = ANY (:periods) AND s.accepted_at IS NULL
            """;

    // What was superseded was so by one of the same unit, indicator and period.
    static final String KNOWN = """
            SELECT DISTINCT s.unit, s.indicator FROM indicators.statement s
            WHERE s.unit = ANY (:units) AND s.synthetic = :synthetic AND s.period <> :period
              AND s.accepted_at IS NOT NULL AND s.superseded_by IS NULL
            """;

    /** A number that a unit stated for a period. */
    record Stated(
            UnitCode unit,
            String indicator,
            Period period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean accepted) {

        @Nullable
        BigDecimal shown(Indicator of) {
            return value != null ? value : of.share(numerator, denominator);
        }
    }

    /** An indicator that a unit has stated for some other period. */
    record Known(UnitCode unit, String indicator) {}

    List<Stated> stated(Collection<UnitCode> units, Collection<Period> periods, boolean synthetic) {
        return jdbc.sql(STATED)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new))
                .param("synthetic", synthetic)
                .query(Rows.of(Stated.class))
                .list();
    }

    List<Known> known(Collection<UnitCode> units, Period period, boolean synthetic) {
        return jdbc.sql(KNOWN)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("period", period.code())
                .param("synthetic", synthetic)
                .query(Rows.of(Known.class))
                .list();
    }
}
