package vn.thucchat.foundation.identity.upstream;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs people in with a provider: OpenID Connect Core 1.0, authorization code with PKCE (RFC 7636), the issuer of each
 * answer compared (RFC 9207). Keeps nothing of an attempt: the browser brings it back.
 */
@Component
class UpstreamClient {

    private final ProviderDocuments documents;
    private final UpstreamHttp http;
    private final IdTokenReader tokens;
    private final InstantSource clock;
    private final String base;

    UpstreamClient(
            ProviderDocuments documents,
            UpstreamHttp http,
            IdTokenReader tokens,
            InstantSource clock,
            @Value("${thucchat.base-url}") String base) {
        this.documents = documents;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
        this.base = base;
    }

    /** A new attempt, of which nobody can guess anything. */
    SignInAttempt attempt(UpstreamProvider provider, String to, boolean again) {
        return new SignInAttempt(
                provider.id(),
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                to,
                again,
                clock.instant());
    }

    /** Where the browser goes to. */
    URI address(UpstreamProvider provider, SignInAttempt attempt) throws UpstreamException {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(provider.clientId()),
                        callback(provider))
                .endpointURI(documents.metadata(provider).getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        // whoever sits at the browser can take either out of the address: the hour in the token is looked at as well
        if (attempt.again()) request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        return request.build().toURI();
    }

    /**
     * Reads the answer that the browser brought, redeems its code and checks the ID token.
     *
     * @param answer the whole address of the request
     */
    UpstreamIdentity identity(UpstreamProvider provider, SignInAttempt attempt, URI answer) throws UpstreamException {
        OIDCProviderMetadata metadata = documents.metadata(provider);
        AuthorizationCode code = code(provider, attempt, answer, metadata);
        var request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        new ClientSecretBasic(new ClientID(provider.clientId()), new Secret(provider.clientSecret())),
                        new AuthorizationCodeGrant(code, callback(provider), new CodeVerifier(attempt.verifier())))
                .build();
        try {
            HTTPResponse response = http.send(provider, request.toHTTPRequest());
            if (!response.indicatesSuccess()) throw refused(response);
            if (!(OIDCTokenResponseParser.parse(response) instanceof OIDCTokenResponse answered))
                throw new UpstreamException(UpstreamFault.INVALID, "no token response");
            String token = answered.getOIDCTokens().getIDTokenString();
            if (token == null) throw new UpstreamException(UpstreamFault.INVALID, "no ID token");
            return tokens.read(provider, attempt, token);
        } catch (IOException silent) {
            throw new UpstreamException(UpstreamFault.DOWN, "token endpoint: " + silent.getMessage());
        } catch (ParseException unreadable) {
            throw new UpstreamException(UpstreamFault.INVALID, "token response");
        }
    }

    private static AuthorizationCode code(
            UpstreamProvider provider, SignInAttempt attempt, URI answer, OIDCProviderMetadata metadata)
            throws UpstreamException {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(answer);
        } catch (ParseException unreadable) {
            throw new UpstreamException(UpstreamFault.INVALID, "answer");
        }
        if (response.getState() == null || !response.getState().getValue().equals(attempt.state()))
            throw new UpstreamException(UpstreamFault.EXPIRED, "another state");
        boolean named = response.getIssuer() != null;
        if (named
                ? !response.getIssuer().getValue().equals(provider.issuer())
                : metadata.supportsAuthorizationResponseIssuerParam())
            throw new UpstreamException(UpstreamFault.INVALID, "issuer of the answer");
        return switch (response) {
            case AuthenticationSuccessResponse success
            when success.getAuthorizationCode() != null -> success.getAuthorizationCode();
            case AuthenticationErrorResponse error ->
                throw new UpstreamException(
                        "access_denied".equals(error.getErrorObject().getCode())
                                ? UpstreamFault.DENIED
                                : UpstreamFault.DOWN,
                        "error " + error.getErrorObject().getCode());
            default -> throw new UpstreamException(UpstreamFault.INVALID, "no code");
        };
    }

    private static UpstreamException refused(HTTPResponse response) {
        String code = ErrorObject.parse(response).getCode();
        UpstreamFault fault = "invalid_grant".equals(code) ? UpstreamFault.CODE_USED : UpstreamFault.DOWN;
        return new UpstreamException(fault, "token endpoint answered " + response.getStatusCode() + " " + code);
    }

    private URI callback(UpstreamProvider provider) {
        return URI.create(base + provider.callback());
    }
}
