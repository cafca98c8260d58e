package vn.thucchat.steering.indicators.reporting;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.testing.TestTime;

/** Inserts hundreds of rounds that are due in 2090, for tests of what is read beside them. */
public record LaterRounds(JdbcClient jdbc) {

    /** As many as no list shows at once. */
    public void of(String above, boolean synthetic) {
        of(above, UnitKind.Level.AGENCY, synthetic);
    }

    /** As {@link #of(String, boolean)}, owed by the units of another level. */
    void of(String above, UnitKind.Level level, boolean synthetic) {
        jdbc.sql("""
                WITH later AS (
                    INSERT INTO indicators.round
                        (id, name, period, above, level, due, synthetic, opened_at, opened_by)
                    SELECT gen_random_uuid(), 'Kỳ sau ' || :above || ' ' || n, '2019S1', :above, :level,
                        DATE '2090-01-01' + n, :synthetic, :at, gen_random_uuid()
                    FROM generate_series(1, 250) n RETURNING id)
                INSERT INTO indicators.round_indicator (round, indicator)
                SELECT id, 'community-teams' FROM later""")
                .param("above", above)
                .param("level", level.name())
                .param("synthetic", synthetic)
                .param("at", TestTime.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes them, where they were committed. */
    public void delete() {
        jdbc.sql(
                        "DELETE FROM indicators.round_indicator WHERE round IN (SELECT id FROM indicators.round WHERE due >= '2090-01-01')")
                .update();
        jdbc.sql("DELETE FROM indicators.round WHERE due >= '2090-01-01'").update();
    }
}
