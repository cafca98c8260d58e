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

    // What is accepted, and what waits for a reviewer.
    private static final String STATED = """
            SELECT s.unit, s.indicator, s.period, s.value, s.numerator, s.denominator, s.accepted_at IS NOT NULL AS accepted
            FROM indicators.statement s
            JOIN indicators.submission p ON p.id = s.submission
            WHERE s.unit = ANY (:units) AND s.period = ANY (:periods) AND s.synthetic = :synthetic
              AND s.superseded_by IS NULL AND (s.accepted_at IS NOT NULL OR p.state = 'SUBMITTED')
            """;

    private static final String KNOWN = """
            SELECT DISTINCT s.unit, s.indicator FROM indicators.statement s
            WHERE s.unit = ANY (:units) AND s.synthetic = :synthetic AND s.period <> :period
              AND s.accepted_at IS NOT NULL
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
