package vn.thucchat.steering.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** What a stated number is compared with is found by indexes, however many years have been stated. */
@NullMarked
class ComparisonStoreTests extends StoreTest {

    private static final Period NOW = Period.of("2022S1");
    private static final Set<UnitCode> PROVINCE = Set.of(new UnitCode("00100"), new UnitCode("00101"));

    /** 200 units in 60 half-years; of 00100 one number waits for 2022S1, of 00101 one was corrected. */
    @BeforeAll
    void state() {
        jdbc.sql("""
                INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                    over_time, frequency, reported_by)
                VALUES ('fibre', 'Cáp quang', 'Fibre', 'SOCIETY', 'percent', 'UP', 'RATIO', 'LAST', 'HALF', 'COMMUNE')
                """).update();
        jdbc.sql("INSERT INTO indicators.document (id, title) VALUES (:id, 'Báo cáo')")
                .param("id", new java.util.UUID(0, 1))
                .update();
        jdbc.sql("""
                INSERT INTO indicators.submission (id, unit, period, state, document, synthetic, created_at, created_by,
                    created_by_name, submitted_at, decided_at, decided_by, decided_by_name)
                SELECT gen_random_uuid(), lpad(u::text, 5, '0'), y || 'S' || h, w.state, :document, false, :at, :document,
                    'A', :at, CASE w.state WHEN 'ACCEPTED' THEN :at::timestamptz END, :document, 'B'
                FROM generate_series(100, 299) u, generate_series(1993, 2022) y, generate_series(1, 2) h,
                    LATERAL (SELECT CASE WHEN u = 100 AND y = 2022 AND h = 1 THEN 'SUBMITTED' ELSE 'ACCEPTED' END AS state) w
                """)
                .param("document", new java.util.UUID(0, 1))
                .param("at", TestTime.now().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO indicators.statement (id, submission, unit, indicator, period, value, as_of, provenance,
                    synthetic, accepted_at)
                SELECT gen_random_uuid(), p.id, p.unit, 'fibre', p.period, 40, date '2022-06-30', 'REPORTED', false,
                    p.decided_at
                FROM indicators.submission p
                """).update();
        jdbc.sql("ANALYZE").update();
    }

    @Test
    void what_is_accepted_and_what_waits_is_found_for_both_years() {
        var stated = new ComparisonStore(jdbc).stated(PROVINCE, List.of(NOW, NOW.yearBefore()), false);
        assertThat(stated)
                .extracting(it -> it.unit() + " " + it.period() + " " + it.accepted())
                .containsExactlyInAnyOrder(
                        "00100 2022S1 false", "00100 2021S1 true", "00101 2022S1 true", "00101 2021S1 true");
        assertThat(stated).allMatch(it -> BigDecimal.valueOf(40).compareTo(it.value()) == 0);
        assertThat(new ComparisonStore(jdbc).stated(PROVINCE, List.of(NOW), true))
                .isEmpty();
    }

    @Test
    void what_a_unit_stated_for_another_period_is_known() {
        var store = new ComparisonStore(jdbc);
        assertThat(store.known(PROVINCE, NOW, false))
                .containsExactlyInAnyOrderElementsOf(PROVINCE.stream()
                        .map(unit -> new ComparisonStore.Known(unit, "fibre"))
                        .toList());
        assertThat(store.known(Set.of(new UnitCode("00900")), NOW, false)).isEmpty();
    }

    @Test
    void no_table_is_read_from_end_to_end() {
        for (String sql : List.of(ComparisonStore.STATED, ComparisonStore.KNOWN)) {
            var statement = jdbc.sql("EXPLAIN " + sql)
                    .param("units", new String[] {"00100", "00101"})
                    .param("synthetic", false);
            String plan = String.join(
                    "\n",
                    (sql.equals(ComparisonStore.KNOWN)
                                    ? statement.param("period", NOW.code())
                                    : statement.param("periods", new String[] {NOW.code(), "2021S1"}))
                            .query(String.class)
                            .list());
            assertThat(plan).contains("statement_holding").doesNotContain("Seq Scan");
        }
    }
}
