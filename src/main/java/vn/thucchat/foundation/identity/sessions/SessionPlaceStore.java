package vn.thucchat.foundation.identity.sessions;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Reads by what sessions are known again. */
@Component
record SessionPlaceStore(JdbcClient jdbc) {

    private static final String FIND = """
            SELECT browser, network FROM identity.session WHERE account = :account AND id = :id
            """;

    Optional<OpenSessions.Place> find(UUID account, UUID id) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("id", id)
                .query(Rows.of(OpenSessions.Place.class))
                .optional();
    }
}
