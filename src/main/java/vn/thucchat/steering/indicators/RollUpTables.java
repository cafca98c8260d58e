package vn.thucchat.steering.indicators;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that are read, and those that a rebuild fills beside them and then puts in their place, in one
 * transaction: readers see the old ones until all of the new is there.
 */
enum RollUpTables {
    LIVE,
    NEXT;

    private static final String CREATE = """
            CREATE TABLE indicators.roll_up_next (LIKE indicators.roll_up INCLUDING ALL);
            CREATE TABLE indicators.state_next (LIKE indicators.state INCLUDING ALL);""";
    private static final String SWAP = """
            DROP TABLE indicators.roll_up;
            DROP TABLE indicators.state;
            ALTER TABLE indicators.roll_up_next RENAME TO roll_up;
            ALTER TABLE indicators.state_next RENAME TO state;
            ALTER INDEX indicators.roll_up_next_pkey RENAME TO roll_up_pkey;
            ALTER INDEX indicators.state_next_pkey RENAME TO state_pkey;""";
    private static final String DIFFERENCES = """
            SELECT (SELECT count(*) FROM indicators.roll_up a
                    FULL JOIN indicators.roll_up_next b
                        USING (grain, start, kind, unit, facets, provenance, synthetic)
                    WHERE (a.count, a.amount, a.subjects) IS DISTINCT FROM (b.count, b.amount, b.subjects))
                + (SELECT count(*) FROM indicators.state a
                    FULL JOIN indicators.state_next b
                        USING (kind, unit, facets, subject, synthetic, day, provenance)
                    WHERE (a.at, a.amount) IS DISTINCT FROM (b.at, b.amount))""";

    /** A statement on the live tables, as one on these. */
    String in(String sql) {
        return switch (this) {
            case LIVE -> sql;
            case NEXT ->
                sql.replace("indicators.roll_up ", "indicators.roll_up_next ")
                        .replace("indicators.state ", "indicators.state_next ");
        };
    }

    static void createNext(JdbcClient jdbc) {
        jdbc.sql(CREATE).update();
    }

    static void swap(JdbcClient jdbc) {
        jdbc.sql("ANALYZE indicators.roll_up_next").update();
        jdbc.sql("ANALYZE indicators.state_next").update();
        jdbc.sql(SWAP).update();
    }

    /** Rows that are not the same in both. */
    static long differences(JdbcClient jdbc) {
        return jdbc.sql(DIFFERENCES).query(Long.class).single();
    }
}
