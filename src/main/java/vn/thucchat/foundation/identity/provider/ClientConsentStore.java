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
    private static final String SHARE = FIND + " FOR SHARE";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String LIST = """
            SELECT client, scopes, given_at FROM identity.client_consent
            WHERE account = :account AND withdrawn_at IS NULL AND (given_at, client) < (:before, :client)
            ORDER BY given_at DESC, client DESC LIMIT :limit
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
        return find(FIND, account, client);
    }

    /** The latest first, before a place in the list. */
    List<ClientConsents.Consent> list(UUID account, Instant before, UUID client, int limit) {
        return jdbc.sql(LIST)
                .param("account", account)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("client", client)
                .param("limit", limit)
                .query(Rows.of(ClientConsents.Consent.class))
                .list();
    }

    /** Reads it and lets nobody withdraw it before the transaction ends. */
    Optional<ClientConsents.Consent> share(UUID account, UUID client) {
        return find(SHARE, account, client);
    }

    /** Reads it and lets nobody else hold or change it before the transaction ends. */
    Optional<ClientConsents.Consent> lock(UUID account, UUID client) {
        return find(LOCK, account, client);
    }

    private Optional<ClientConsents.Consent> find(String statement, UUID account, UUID client) {
        return jdbc.sql(statement)
                .param("account", account)
                .param("client", client)
                .query(Rows.of(ClientConsents.Consent.class))
                .optional();
    }

    boolean withdraw(UUID account, UUID client, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("account", account)
                        .param("client", client)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether there was none. */
    boolean insert(UUID account, UUID id, UUID client, Set<String> scopes, Instant at) {
        return jdbc.sql(INSERT)
                        .param("account", account)
                        .param("id", id)
                        .param("client", client)
                        .param("scopes", scopes.toArray(String[]::new))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
