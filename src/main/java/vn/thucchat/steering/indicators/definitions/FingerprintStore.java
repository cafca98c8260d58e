package vn.thucchat.steering.indicators.definitions;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What entries of the dictionary were when they were last loaded from a room's file. */
@Component
record FingerprintStore(JdbcClient jdbc) {

    private static final String ALL = "SELECT code, loaded FROM indicators.indicator WHERE loaded IS NOT NULL";
    private static final String KEEP = "UPDATE indicators.indicator SET loaded = :loaded WHERE code = :code";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('indicators.indicator'))";

    /** Waits until no other process loads; holds until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> true).single();
    }

    /** Fingerprints by code, of those that were loaded. */
    Map<String, String> all() {
        var all = new HashMap<String, String>();
        jdbc.sql(ALL).query(row -> {
            all.put(row.getString("code"), row.getString("loaded"));
        });
        return all;
    }

    void keep(String code, String loaded) {
        int rows = jdbc.sql(KEEP).param("code", code).param("loaded", loaded).update();
        if (rows != 1) throw new IllegalStateException("No indicator " + code);
    }
}
