package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Authorizations by their random ids. Whoever changes one has locked its row before. */
@Component
record AuthorizationStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            id, client, scopes, account, secret_no, session, auth_time, acr, amr, nonce, id_claims, code_hash,
                code_challenge, redirect_uri, code_used_at, dpop_jkt, refresh_no, refreshed_at, key_id, ends_at, ended_at
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM identity.client_authorization WHERE id = :id";
    private static final String LOCK =
            "SELECT " + COLUMNS + " FROM identity.client_authorization WHERE id = :id FOR UPDATE";
    private static final String INSERT = """
            INSERT INTO identity.client_authorization (
                id, client, scopes, account, secret_no, session, auth_time, acr, amr, nonce, id_claims, code_hash,
                code_challenge, redirect_uri, dpop_jkt, begun_at, ends_at, handle, browser, network)
            VALUES (
                :id, :client, :scopes, :account, :secretNo, :session, :authTime, :acr, :amr, :nonce, :idClaims,
                :codeHash, :codeChallenge, :redirectUri, :jkt, :at, :endsAt, :handle, :browser, :network)
            """;
    private static final String USE_CODE = """
            UPDATE identity.client_authorization
            SET code_used_at = CASE WHEN code_hash IS NOT NULL THEN :at::timestamptz END, ends_at = :endsAt, refresh_no = :no, refreshed_at = :at, key_id = :keyId, dpop_jkt = :jkt
            WHERE id = :id
            """;
    private static final String REFRESH = """
            UPDATE identity.client_authorization SET refresh_no = :no, refreshed_at = :at WHERE id = :id
            """;
    private static final String END = """
            UPDATE identity.client_authorization SET ended_at = :at, ended_why = :why WHERE id = :id AND ended_at IS NULL
            """;
    private static final String END_OF_CLIENT = """
            UPDATE identity.client_authorization SET ended_at = :at, ended_why = :why
            WHERE account = :account AND client = :client AND ended_at IS NULL
            """;
    private static final String SWEEP = """
            DELETE FROM identity.client_authorization WHERE id IN (
                SELECT id FROM identity.client_authorization WHERE ends_at < :before ORDER BY ends_at LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """;

    Optional<Authorization> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query(Rows.of(Authorization.class))
                .optional();
    }

    /** Reads one and lets nobody else change it before the transaction ends. */
    Optional<Authorization> lock(UUID id) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .query(Rows.of(Authorization.class))
                .optional();
    }

    /**
     * Browser and network in which an authorization was allowed, as its person recognises them.
     *
     * @param handle by which pages name it: its id is part of its tokens
     * @param browser {@code Chrome · Android}; empty where it is not known
     * @param network {@code 192.0.2.7}; empty where it is not known
     */
    record Place(UUID handle, String browser, String network) {}

    void insert(Authorization made, Place place, Instant at) {
        var person = made.person();
        var code = made.code();
        jdbc.sql(INSERT)
                .param("id", made.id())
                .param("client", made.client())
                .param("scopes", made.scopes().toArray(String[]::new))
                .param("account", person.account())
                .param("secretNo", person.secretNo())
                .param("session", person.session())
                .param("authTime", person.authTime().atOffset(ZoneOffset.UTC))
                .param("acr", person.acr())
                .param("amr", person.amr().toArray(String[]::new))
                .param("nonce", person.nonce())
                .param("idClaims", person.idClaims().toArray(String[]::new))
                .param("codeHash", code == null ? null : code.codeHash())
                .param("codeChallenge", code == null ? null : code.codeChallenge())
                .param("redirectUri", code == null ? null : code.redirectUri())
                .param("jkt", made.dpopJkt())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("endsAt", made.endsAt().atOffset(ZoneOffset.UTC))
                .param("handle", place.handle())
                .param("browser", place.browser())
                .param("network", place.network())
                .update();
    }

    void useCode(UUID id, Instant at, Instant endsAt, int no, @Nullable String keyId, @Nullable String dpopJkt) {
        jdbc.sql(USE_CODE)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                .param("no", no)
                .param("keyId", keyId)
                .param("jkt", dpopJkt)
                .update();
    }

    void refresh(UUID id, int no, Instant at) {
        jdbc.sql(REFRESH)
                .param("id", id)
                .param("no", no)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean end(UUID id, Instant at, EndReason why) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("why", why.name())
                        .update()
                == 1;
    }

    int end(UUID account, UUID client, Instant at, EndReason why) {
        return jdbc.sql(END_OF_CLIENT)
                .param("account", account)
                .param("client", client)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("why", why.name())
                .update();
    }

    int sweep(Instant before, int most) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
