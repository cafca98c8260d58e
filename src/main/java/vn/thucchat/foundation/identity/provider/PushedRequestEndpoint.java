package vn.thucchat.foundation.identity.provider;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Issuer;

/** Takes requests that clients push, and finds what is wrong with them before a person comes (RFC 9126, section 2). */
@Service
public class PushedRequestEndpoint {

    public static final String PATH = "/oauth2/par";

    private final AuthorizationRequests requests;
    private final PushedRequests pushed;
    private final DpopProofs proofs;
    private final Issuer issuer;

    PushedRequestEndpoint(AuthorizationRequests requests, PushedRequests pushed, DpopProofs proofs, Issuer issuer) {
        this.requests = requests;
        this.pushed = pushed;
        this.proofs = proofs;
        this.issuer = issuer;
    }

    /** What a client is answered. */
    public sealed interface Answer {

        /**
         * The request was kept.
         *
         * @param name for {@code request_uri}
         * @param seconds that it may be opened for
         */
        record Kept(String name, long seconds) implements Answer {}

        /** @param error as RFC 6749 or RFC 9449 calls it */
        record Refused(String error) implements Answer {}

        /** The client has too many requests open that nobody answered. */
        record TooMany() implements Answer {}
    }

    /** Whether anybody may push in the client's name: it has nothing to prove who it is. */
    public boolean unproven(Authentication authentication) {
        return !ClientAuthentication.client(authentication).confidential();
    }

    /**
     * Keeps a request.
     *
     * @param authentication of the client
     * @param sent the form
     * @param proof that the client holds the key that the code is to be bound to (DPoP); none, or one
     */
    public Answer push(Authentication authentication, RequestQuery sent, List<String> proof) {
        Client client = ClientAuthentication.client(authentication);
        RequestQuery query = sent.without("client_secret")
                .without("client_assertion")
                .without("client_assertion_type")
                .with("client_id", client.clientId());
        boolean another =
                !sent.text("client_id").isEmpty() && !sent.text("client_id").equals(client.clientId());
        if (another || sent.sentTwice("client_id") || query.written().length() > RequestQuery.LONGEST)
            return new Answer.Refused("invalid_request");
        Optional<String> fault = requests.faultOfPushed(client, query);
        if (fault.isPresent()) return new Answer.Refused(fault.get());
        String named = query.text("dpop_jkt");
        @Nullable String jkt = named.isEmpty() ? null : named;
        if (!proof.isEmpty()) {
            String shown = proof.size() > 1
                    ? null
                    : proofs.verify(proof.getFirst(), "POST", issuer.name() + PATH, null)
                            .orElse(null);
            if (shown == null || (jkt != null && !DpopProofs.sameKey(jkt, shown)))
                return new Answer.Refused("invalid_dpop_proof");
            jkt = shown;
        }
        return pushed.push(client, query, jkt)
                .<Answer>map(name -> new Answer.Kept(name, PushedRequests.LASTS.toSeconds()))
                .orElseGet(Answer.TooMany::new);
    }
}
