package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record ClientConsentStore(JdbcClient jdbc) {

    private static final String FIND = """
            SELECT client, scopes, given_at FROM identity.client_consent
            WHERE account = :account AND client = :client AND withdrawn_at IS NULL
            """;
    private static final String LIST = """
            SELECT client, scopes, given_at FROM identity.client_consent
            WHERE account = :account AND withdrawn_at IS NULL ORDER BY given_at DESC LIMIT 200
            """;
    private static final String WITHDRAW = """
            UPDATE identity.client_consent SET withdrawn_at = :at
            WHERE account = :account AND client = :client AND withdrawn_at IS NULL
            """;
    private static final String INSERT = """
            INSERT INTO identity.client_consent (account, id, client, scopes, given_at)
            VALUES (:account, :id, :client, :scopes, :at)
            ON CONFLICT (account, client) WHERE withdrawn_at IS NULL DO NOTHING
            """;

    Optional<ClientConsents.Consent> find(UUID account, UUID client) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("client", client)
                .query(Rows.of(ClientConsents.Consent.class))
                .optional();
    }

    List<ClientConsents.Consent> list(UUID account) {
        return jdbc.sql(LIST)
                .param("account", account)
                .query(Rows.of(ClientConsents.Consent.class))
                .list();
    }

    boolean withdraw(UUID account, UUID client, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("account", account)
                        .param("client", client)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void insert(UUID account, UUID id, UUID client, Set<String> scopes, Instant at) {
        jdbc.sql(INSERT)
                .param("account", account)
                .param("id", id)
                .param("client", client)
                .param("scopes", scopes.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
