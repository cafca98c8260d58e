package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.TestTime;

/** Rows that tests of the stores of this room begin with. */
@NullMarked
record ReportingRows(JdbcClient jdbc) {

    static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    static final LocalDate DAY = LocalDate.of(2022, 6, 30);

    void indicator(String code) {
        jdbc.sql("""
                INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                    over_time, frequency, reported_by)
                VALUES (:code, :code, :code, 'SOCIETY', 'percent', 'UP', 'RATIO', 'LAST', 'HALF', 'COMMUNE')
                """).param("code", code).update();
    }

    UUID document() {
        UUID id = Ids.next(TestTime.CLOCK);
        jdbc.sql("INSERT INTO indicators.document (id, number, title) VALUES (:id, :number, 'Báo cáo')")
                .param("id", id)
                .param("number", id.toString())
                .update();
        return id;
    }

    /** A draft of a unit. */
    UUID draft(String unit, Period period) {
        UUID id = Ids.next(TestTime.CLOCK);
        if (!new SubmissionStore(jdbc).insert(id, new UnitCode(unit), period, false, Actor.PLATFORM, NOW))
            throw new IllegalStateException("There is an open one already");
        return id;
    }

    /** One that was handed in. */
    UUID submitted(String unit, Period period, Instant at) {
        UUID id = draft(unit, period);
        var store = new SubmissionStore(jdbc);
        if (!store.write(id, 1, document(), "") || !store.submit(id, 2, at))
            throw new IllegalStateException("Not handed in");
        return id;
    }

    static Statement line(UUID submission, String unit, String indicator, Period period, long value) {
        return new Statement(
                Ids.next(TestTime.CLOCK),
                submission,
                new UnitCode(unit),
                indicator,
                period,
                "=",
                BigDecimal.valueOf(value),
                null,
                null,
                null,
                DAY,
                Provenance.REPORTED,
                "như báo cáo",
                "",
                false,
                null,
                null);
    }
}
