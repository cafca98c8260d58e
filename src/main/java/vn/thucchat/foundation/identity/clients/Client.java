package vn.thucchat.foundation.identity.clients;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered client.
 *
 * @param clientId what it calls itself, such as {@code demo-client}
 * @param name what people know it by
 * @param confidential whether it has a secret or a key; a public client runs where its users can read it
 * @param security by what it proves who it is, and which profile it keeps to
 * @param terms what it may do
 * @param calls where it is told of things, and as whom it calls
 * @param registration how it came to be here
 */
public record Client(
        UUID id,
        String clientId,
        String name,
        boolean confidential,
        Security security,
        Terms terms,
        Calls calls,
        Registration registration) {

    /**
     * By what a client proves who it is.
     *
     * @param fapi whether it keeps to the FAPI 2.0 Security Profile: pushed requests, a key of its own, tokens bound to a key
     * @param pkce whether it must bind each code to a verifier (RFC 7636); one that proves who it is may be registered without
     * @param jwks its public keys (JWK set, RFC 7517), or null
     * @param jwksUri where it publishes them instead, or null
     */
    public record Security(
            boolean fapi,
            boolean pkce,
            @Nullable String jwks,
            @Nullable String jwksUri) {

        /** A client with a secret, or none. */
        public static final Security PLAIN = new Security(false, true, null, null);

        /** Whether the client authenticates by a key of its own ({@code private_key_jwt}), not by a secret. */
        public boolean keys() {
            return jwks != null || jwksUri != null;
        }
    }

    /**
     * What a client may do, and nothing else.
     *
     * @param redirectUris where people are sent back to, each as it is written; a loopback address on any port
     * @param logoutUris where they may be sent when they signed out
     * @param scopes as the protocol names them
     * @param grants names of {@link ClientGrant}
     * @param pairwise whether it knows each person by a name that no other client has
     */
    public record Terms(
            List<String> redirectUris,
            List<String> logoutUris,
            Set<String> scopes,
            Set<String> grants,
            boolean pairwise) {

        public boolean may(ClientGrant grant) {
            return grants.contains(grant.name());
        }
    }

    /**
     * How the client and this platform call each other besides.
     *
     * @param logoutUri where it is told that somebody signed out (OpenID Connect Back-Channel Logout 1.0), or null
     * @param logoutSession whether it wants to be told which session; it always is
     * @param machine the account by which it calls our API in its own name, or null: it calls none
     */
    public record Calls(
            @Nullable String logoutUri,
            boolean logoutSession,
            @Nullable UUID machine) {

        /** Neither. */
        public static final Calls NONE = new Calls(null, false, null);
    }

    /**
     * How a client came to be here.
     *
     * @param synthetic registered by a demonstration account: only such accounts sign in there
     * @param version goes up with each change
     */
    public record Registration(
            boolean synthetic,
            UUID registeredBy,
            Instant registeredAt,
            @Nullable UUID reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Instant disabledAt,
            int version) {

        /** A second person has agreed, and nobody has disabled it. */
        public boolean active() {
            return reviewedAt != null && disabledAt == null;
        }
    }

    /** The path of its page, by which the access log names it. */
    public String path() {
        return "/admin/clients/" + id;
    }
}
