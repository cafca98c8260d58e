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
 * @param confidential whether it has a secret; a public client runs where its users can read it
 * @param terms what it may do
 * @param registration how it came to be here
 */
public record Client(
        UUID id, String clientId, String name, boolean confidential, Terms terms, Registration registration) {

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
