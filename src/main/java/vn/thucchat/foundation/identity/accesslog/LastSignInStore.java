package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Looks for sign-ins in {@code identity.access_log}. */
@Component
record LastSignInStore(JdbcClient jdbc) {

    /** @param id of the entry, which carries its time */
    record SignIn(UUID account, UUID id) {}

    // of each account backwards by the primary key, to the first that is one
    private static final String OF = """
            SELECT s.account, l.id FROM unnest(:accounts::uuid[]) AS s (account) CROSS JOIN LATERAL (
                SELECT id FROM identity.access_log
                WHERE account = s.account AND id >= :since AND action = 'identity.signed-in'
                ORDER BY id DESC LIMIT 1) l
            """;

    List<SignIn> of(Collection<UUID> accounts, Instant since) {
        return jdbc.sql(OF)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("since", AccessLogStore.first(since))
                .query(Rows.of(SignIn.class))
                .list();
    }
}
