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
import vn.thucchat.foundation.identity.access.Actor;

@Component
record ClientStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            id, client_id, name, num_nonnulls(secret_hash, jwks, jwks_uri) > 0 AS confidential, fapi, pkce, jwks,
                jwks_uri,
                redirect_uris, logout_uris, scopes, grants, pairwise, logout_uri, logout_session, machine, synthetic,
                registered_by, registered_at, reviewed_by, reviewed_at, disabled_at, version
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM identity.client WHERE id = :id";
    private static final String BY_CLIENT_ID =
            "SELECT " + COLUMNS + " FROM identity.client WHERE client_id = :clientId";
    private static final String LIST = "SELECT " + COLUMNS + """
             FROM identity.client WHERE client_id > :after AND (synthetic OR NOT :synthetic) ORDER BY client_id LIMIT :limit
            """;
    private static final String SECRET = "SELECT secret_hash FROM identity.client WHERE id = :id";
    private static final String INSERT = """
            INSERT INTO identity.client (
                id, client_id, name, secret_hash, fapi, pkce, jwks, jwks_uri, redirect_uris, logout_uris, scopes, grants,
                pairwise,
                logout_uri, logout_session, machine, synthetic, registered_by, registered_at, version)
            VALUES (
                :id, :clientId, :name, :secret, :fapi, :pkce, :jwks, :jwksUri, :redirectUris, :logoutUris, :scopes, :grants,
                :pairwise,
                :logoutUri, :logoutSession, :machine, :synthetic, :by, :at, 1)
            ON CONFLICT (client_id) DO NOTHING
            """;
    private static final String REVIEW = """
            UPDATE identity.client SET reviewed_by = :by, reviewed_at = :at, version = version + 1
            WHERE id = :id AND version = :version AND reviewed_at IS NULL
            """;
    private static final String DISABLE = """
            UPDATE identity.client SET disabled_at = :at, version = version + 1 WHERE id = :id AND version = :version
            """;
    private static final String DISABLE_SYNTHETIC = """
            UPDATE identity.client SET disabled_at = :at, version = version + 1 WHERE synthetic AND disabled_at IS NULL
            """;
    private static final String ENABLE_DEMONSTRATION = """
            UPDATE identity.client SET disabled_at = NULL, version = version + 1
            WHERE synthetic AND registered_by = :platform AND disabled_at IS NOT NULL
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

    /** @param synthetic only those of the demonstration */
    List<Client> list(boolean synthetic, String after, int limit) {
        return jdbc.sql(LIST)
                .param("synthetic", synthetic)
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(Client.class))
                .list();
    }

    /** The hash of its secret; null where it has none. */
    byte @Nullable [] secret(UUID id) {
        return jdbc.sql(SECRET)
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    /** Whether nobody had the name before. */
    boolean insert(Client client, byte @Nullable [] secret) {
        var terms = client.terms();
        return jdbc.sql(INSERT)
                        .param("id", client.id())
                        .param("clientId", client.clientId())
                        .param("name", client.name())
                        .param("secret", secret)
                        .param("fapi", client.security().fapi())
                        .param("pkce", client.security().pkce())
                        .param("jwks", client.security().jwks())
                        .param("jwksUri", client.security().jwksUri())
                        .param("redirectUris", terms.redirectUris().toArray(String[]::new))
                        .param("logoutUris", terms.logoutUris().toArray(String[]::new))
                        .param("scopes", terms.scopes().toArray(String[]::new))
                        .param("grants", terms.grants().toArray(String[]::new))
                        .param("pairwise", terms.pairwise())
                        .param("logoutUri", client.calls().logoutUri())
                        .param("logoutSession", client.calls().logoutSession())
                        .param("machine", client.calls().machine())
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

    void disableSynthetic(Instant at) {
        jdbc.sql(DISABLE_SYNTHETIC).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Enables those that the platform itself made; what demonstration accounts registered stays as it is. */
    void enableDemonstration() {
        jdbc.sql(ENABLE_DEMONSTRATION)
                .param("platform", Actor.PLATFORM.account())
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
