package vn.thucchat.foundation.identity.sessions;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Reads the browser and network with which a session began. */
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
