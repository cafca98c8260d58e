package vn.thucchat.foundation.identity.logout;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record ClientSessionStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.client_session (account, session, client, begun_at)
            VALUES (:account, :session, :client, :at)
            ON CONFLICT (account, session, client) DO NOTHING
            """;
    private static final String OF = """
            SELECT account, session, client FROM identity.client_session WHERE account = :account LIMIT 1000
            """;
    private static final String AFTER = """
            SELECT account, session, client FROM identity.client_session
            WHERE (account, session, client) > (:account, :session, :client)
            ORDER BY account, session, client LIMIT :limit
            """;
    private static final String DELETE = """
            DELETE FROM identity.client_session WHERE account = :account AND session = :session AND client = :client
            """;

    void insert(ClientSession made, Instant at) {
        named(INSERT, made).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    List<ClientSession> of(UUID account) {
        return jdbc.sql(OF)
                .param("account", account)
                .query(Rows.of(ClientSession.class))
                .list();
    }

    List<ClientSession> after(ClientSession last, int limit) {
        return named(AFTER, last)
                .param("limit", limit)
                .query(Rows.of(ClientSession.class))
                .list();
    }

    /** Whether it was there to be deleted. */
    boolean delete(ClientSession ended) {
        return named(DELETE, ended).update() == 1;
    }

    private JdbcClient.StatementSpec named(String statement, ClientSession one) {
        return jdbc.sql(statement)
                .param("account", one.account())
                .param("session", one.session())
                .param("client", one.client());
    }
}
