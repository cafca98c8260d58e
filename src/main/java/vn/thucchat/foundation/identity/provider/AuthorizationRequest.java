package vn.thucchat.foundation.identity.provider;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;

/**
 * What a client asks for, when nothing is wrong with it (OpenID Connect Core 1.0, section 3.1.2.1).
 *
 * @param answerTo where the person is sent back to
 * @param challenge what the verifier of the code must answer (S256); empty where there is none
 * @param nonce empty where there is none
 * @param wishes how the person is to be known
 * @param pushed what it was called where the client pushed it (RFC 9126), or null
 * @param jkt the key that the code is to be bound to (DPoP, RFC 9449), or null
 * @param query all that was sent with the person
 */
public record AuthorizationRequest(
        Client client,
        AnswerTo answerTo,
        Set<String> scopes,
        String challenge,
        String nonce,
        Wishes wishes,
        @Nullable String pushed,
        @Nullable String jkt,
        RequestQuery query) {

    /** Where an answer goes, and what it brings back. */
    public record AnswerTo(String redirectUri, String state) {

        /** The address that the person is sent to, with the parameters of the answer. */
        public String with(RequestQuery answer) {
            RequestQuery all = state.isEmpty() ? answer : answer.with("state", state);
            return redirectUri + (redirectUri.indexOf('?') < 0 ? "?" : "&") + all.written();
        }
    }

    /**
     * How the person is to be known.
     *
     * @param prompt what to ask the person for
     * @param maxAge seconds since the last proof, or null
     * @param acr the wanted levels
     * @param hint a token that says who is expected, or null
     * @param subjects of whom one is expected, as the client calls them; none: anybody
     * @param idTokenClaims names of the claims that the ID token is to hold besides
     */
    public record Wishes(
            Set<String> prompt,
            @Nullable Long maxAge,
            WantedLevel acr,
            IdTokens.@Nullable Hint hint,
            Set<String> subjects,
            Set<String> idTokenClaims) {

        public boolean silent() {
            return prompt.contains("none");
        }

        public boolean consent() {
            return prompt.contains("consent");
        }

        /** Whether the person may want to be somebody else. */
        boolean choose() {
            return prompt.contains("select_account");
        }

        boolean fresh() {
            return prompt.contains("login") || prompt.contains("select_account");
        }
    }

    /** The scopes that a person may leave out. */
    public List<String> optional() {
        return ClientScope.NAMES.stream()
                .filter(scopes::contains)
                .filter(scope -> !scope.equals(ClientScope.OPENID.parameter()))
                .toList();
    }
}
