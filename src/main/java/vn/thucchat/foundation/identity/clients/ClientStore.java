package vn.thucchat.foundation.identity.clients;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record ClientStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            id, client_id, name, secret_hash IS NOT NULL AS confidential, redirect_uris, logout_uris, scopes, grants,
                pairwise, synthetic, registered_by, registered_at, reviewed_by, reviewed_at, disabled_at, version
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM identity.client WHERE id = :id";
    private static final String BY_CLIENT_ID =
            "SELECT " + COLUMNS + " FROM identity.client WHERE client_id = :clientId";
    private static final String LIST = "SELECT " + COLUMNS + """
             FROM identity.client WHERE client_id > :after ORDER BY client_id LIMIT :limit
            """;
    private static final String SECRET = "SELECT secret_hash FROM identity.client WHERE id = :id";
    private static final String INSERT = """
            INSERT INTO identity.client (
                id, client_id, name, secret_hash, redirect_uris, logout_uris, scopes, grants, pairwise, synthetic,
                registered_by, registered_at, version)
            VALUES (
                :id, :clientId, :name, :secret, :redirectUris, :logoutUris, :scopes, :grants, :pairwise, :synthetic,
                :by, :at, 1)
            ON CONFLICT (client_id) DO NOTHING
            """;
    private static final String REVIEW = """
            UPDATE identity.client SET reviewed_by = :by, reviewed_at = :at, version = version + 1
            WHERE id = :id AND version = :version AND reviewed_at IS NULL
            """;
    private static final String DISABLE = """
            UPDATE identity.client SET disabled_at = :at, version = version + 1 WHERE id = :id AND version = :version
            """;
    private static final String SWITCH_SYNTHETIC = """
            UPDATE identity.client SET disabled_at = :at, version = version + 1
            WHERE synthetic AND (disabled_at IS NULL) = (:at::timestamptz IS NOT NULL)
            """;
    private static final String CHANGE_SECRET = """
            UPDATE identity.client SET secret_hash = :secret, version = version + 1
            WHERE id = :id AND version = :version AND secret_hash IS NOT NULL
            """;

    Optional<Client> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Client.class)).optional();
    }

    Optional<Client> find(String clientId) {
        return jdbc.sql(BY_CLIENT_ID)
                .param("clientId", clientId)
                .query(Rows.of(Client.class))
                .optional();
    }

    List<Client> list(String after, int limit) {
        return jdbc.sql(LIST)
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(Client.class))
                .list();
    }

    byte[] secret(UUID id) {
        return jdbc.sql(SECRET)
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Whether nobody had the name before. */
    boolean insert(Client client, byte @Nullable [] secret) {
        var terms = client.terms();
        return jdbc.sql(INSERT)
                        .param("id", client.id())
                        .param("clientId", client.clientId())
                        .param("name", client.name())
                        .param("secret", secret)
                        .param("redirectUris", terms.redirectUris().toArray(String[]::new))
                        .param("logoutUris", terms.logoutUris().toArray(String[]::new))
                        .param("scopes", terms.scopes().toArray(String[]::new))
                        .param("grants", terms.grants().toArray(String[]::new))
                        .param("pairwise", terms.pairwise())
                        .param("synthetic", client.registration().synthetic())
                        .param("by", client.registration().registeredBy())
                        .param("at", client.registration().registeredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean review(UUID id, int version, UUID by, Instant at) {
        return jdbc.sql(REVIEW)
                        .param("id", id)
                        .param("version", version)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param at null: it is enabled again */
    boolean disable(UUID id, int version, @Nullable Instant at) {
        return jdbc.sql(DISABLE)
                        .param("id", id)
                        .param("version", version)
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    void switchSynthetic(@Nullable Instant at) {
        jdbc.sql(SWITCH_SYNTHETIC)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    boolean changeSecret(UUID id, int version, byte[] secret) {
        return jdbc.sql(CHANGE_SECRET)
                        .param("id", id)
                        .param("version", version)
                        .param("secret", secret)
                        .update()
                == 1;
    }
}
