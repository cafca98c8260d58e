package vn.thucchat.foundation.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code ground.seal_key}. */
@Component
@DependsOnDatabaseInitialization
record SealKeyStore(JdbcClient jdbc) {

    private static final String USED = "SELECT id FROM ground.seal_key";
    private static final String USE =
            "INSERT INTO ground.seal_key (id, first_at) VALUES (:id, :at) ON CONFLICT (id) DO NOTHING";

    /** The ids of all keys that sealed something here. */
    Set<String> used() {
        return Set.copyOf(jdbc.sql(USED).query(String.class).list());
    }

    void use(String id, Instant at) {
        jdbc.sql(USE).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }
}
