package vn.thucchat.foundation.identity.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clientkeys.SignedTexts;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.ClientScope;

/** What this provider does, for programs to read (OpenID Connect Discovery 1.0; RFC 8414). */
@Component
public class ProviderMetadata {

    private static final List<String> CLIENT_METHODS =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
    private static final List<String> PROOF_METHODS =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt");

    private final Issuer issuer;
    private final ObjectProvider<AnonymousGrant> anonymous;

    ProviderMetadata(Issuer issuer, ObjectProvider<AnonymousGrant> anonymous) {
        this.issuer = issuer;
        this.anonymous = anonymous;
    }

    public Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", issuer.name());
        Map.of(
                        "authorization_endpoint", "/oauth2/authorize",
                        "pushed_authorization_request_endpoint", PushedRequestEndpoint.PATH,
                        "token_endpoint", "/oauth2/token",
                        "userinfo_endpoint", "/userinfo",
                        "jwks_uri", "/oauth2/jwks",
                        "introspection_endpoint", "/oauth2/introspect",
                        "revocation_endpoint", "/oauth2/revoke",
                        "end_session_endpoint", "/connect/logout")
                .forEach((name, path) -> document.put(name, issuer.name() + path));
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put(
                "grant_types_supported",
                Stream.concat(
                                Stream.of(ClientGrant.values()).map(ClientGrant::parameter),
                                anonymous.stream().map(AnonymousGrant::grantType))
                        .toList());
        anonymous.stream().forEach(grant -> document.putAll(grant.metadata()));
        document.put("scopes_supported", ClientScope.NAMES);
        document.put("claims_supported", PersonClaims.NAMES);
        document.put("subject_types_supported", List.of("pairwise", "public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256", "PS256"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported", CLIENT_METHODS);
        document.put("revocation_endpoint_auth_methods_supported", CLIENT_METHODS);
        document.put("introspection_endpoint_auth_methods_supported", PROOF_METHODS);
        for (String endpoint : List.of("token", "revocation", "introspection"))
            document.put(endpoint + "_endpoint_auth_signing_alg_values_supported", SignedTexts.ALGORITHMS);
        document.put("dpop_signing_alg_values_supported", SignedTexts.ALGORITHMS);
        document.put("require_pushed_authorization_requests", false);
        document.put(
                "acr_values_supported", List.of(AuthenticationContext.ONE_FACTOR, AuthenticationContext.TWO_FACTORS));
        document.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        document.put("ui_locales_supported", List.of("vi", "en"));
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("backchannel_logout_supported", true);
        document.put("backchannel_logout_session_supported", true);
        document.put("claims_parameter_supported", true);
        document.put("request_parameter_supported", false);
        document.put("request_uri_parameter_supported", false);
        return document;
    }
}
