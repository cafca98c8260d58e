package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.devicecodes.DeviceAuthorizations;

/**
 * Answers the token endpoint (RFC 6749, section 5): a code, a device's code, a refresh token, or the client's own word for an
 * access token.
 * A client gets only what it was registered for.
 */
@Component
record TokenGrants(
        Authorizations authorizations,
        BegunAuthorizations begun,
        DeviceAuthorizations devices,
        AuthorizationHolders holders,
        AccessTokens accessTokens,
        IdTokens idTokens,
        DpopProofs proofs,
        Issuer issuer,
        InstantSource clock)
        implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication authentication) {
        Client client = ClientAuthentication.client(authentication);
        return switch (authentication) {
            case OAuth2AuthorizationCodeAuthenticationToken code -> code(client, code);
            case OAuth2RefreshTokenAuthenticationToken token -> refresh(client, token);
            case OAuth2ClientCredentialsAuthenticationToken itself -> itself(client, itself);
            case OAuth2DeviceCodeAuthenticationToken code -> device(client, code);
            default -> throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE);
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2AuthorizationGrantAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication code(Client client, OAuth2AuthorizationCodeAuthenticationToken sent) {
        allowed(client, ClientGrant.AUTHORIZATION_CODE);
        Object verifier = sent.getAdditionalParameters().get(PkceParameterNames.CODE_VERIFIER);
        String redirectUri = sent.getRedirectUri();
        String proof = single(verifier);
        if (redirectUri == null || (proof == null && client.security().pkce()))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        // a made-up code uses up nothing and is not worth a row
        if (!authorizations.given(sent.getCode())) throw invalid();
        String jkt = key(client, sent);
        var granted = authorizations
                .redeem(client, sent.getCode(), proof, redirectUri, jkt)
                .orElseThrow(TokenGrants::invalid);
        var authorization = granted.authorization();
        return answer(
                sent,
                client,
                granted,
                jkt,
                authorization.scopes(),
                authorization.person().nonce());
    }

    private Authentication refresh(Client client, OAuth2RefreshTokenAuthenticationToken sent) {
        allowed(client, ClientGrant.REFRESH_TOKEN);
        Set<String> scopes = sent.getScopes();
        // a made-up token uses up no proof
        if (shown(sent) != null
                && authorizations.ofRefreshToken(sent.getRefreshToken()).isEmpty()) throw invalid();
        String jkt = key(client, sent);
        var granted = authorizations
                .refresh(client, sent.getRefreshToken(), scopes, jkt)
                .orElseThrow(TokenGrants::invalid);
        return answer(
                sent,
                client,
                granted,
                jkt,
                scopes.isEmpty() ? granted.authorization().scopes() : scopes,
                null);
    }

    private Authentication itself(Client client, OAuth2ClientCredentialsAuthenticationToken sent) {
        allowed(client, ClientGrant.CLIENT_CREDENTIALS);
        // all others are about a person
        var own = new TreeSet<>(client.terms().scopes());
        own.retainAll(client.calls().machine() == null ? Set.of() : ClientScope.API);
        if (!own.containsAll(sent.getScopes())) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        Set<String> scopes = sent.getScopes().isEmpty() ? own : sent.getScopes();
        String jkt = key(client, sent);
        var granted = new Authorizations.Granted(begun.own(client, scopes), null);
        return answer(sent, client, granted, jkt, scopes, null);
    }

    /** RFC 8628, section 3.5: what became of the question that a person answers elsewhere. */
    private Authentication device(Client client, OAuth2DeviceCodeAuthenticationToken sent) {
        allowed(client, ClientGrant.DEVICE_CODE);
        @Nullable
        String error = switch (devices.poll(client, sent.getDeviceCode())) {
            case DeviceAuthorizations.PollResult.Pending() -> "authorization_pending";
            case DeviceAuthorizations.PollResult.SlowDown() -> "slow_down";
            case DeviceAuthorizations.PollResult.Denied() -> OAuth2ErrorCodes.ACCESS_DENIED;
            case DeviceAuthorizations.PollResult.Expired() -> "expired_token";
            case DeviceAuthorizations.PollResult.Unknown() -> OAuth2ErrorCodes.INVALID_GRANT;
            case DeviceAuthorizations.PollResult.Allowed _ -> null;
        };
        if (error != null) throw new OAuth2AuthenticationException(error);
        // a question that is not answered uses up no proof
        String jkt = key(client, sent);
        var granted = authorizations
                .redeemDevice(client, () -> devices.redeem(client, sent.getDeviceCode()), jkt)
                .orElseThrow(TokenGrants::invalid);
        return answer(sent, client, granted, jkt, granted.authorization().scopes(), null);
    }

    private Authentication answer(
            OAuth2AuthorizationGrantAuthenticationToken sent,
            Client client,
            Authorizations.Granted granted,
            @Nullable String jkt,
            Set<String> scopes,
            @Nullable String nonce) {
        Instant now = clock.instant();
        var authorization = granted.authorization();
        Instant endsAt = now.plus(AccessTokens.LASTS);
        String written = accessTokens.write(new AccessTokens.AccessToken(authorization.id(), now, endsAt, jkt, scopes));
        var type = jkt == null ? OAuth2AccessToken.TokenType.BEARER : OAuth2AccessToken.TokenType.DPOP;
        Map<String, Object> beside = new HashMap<>();
        if (scopes.contains(ClientScope.OPENID.parameter()))
            beside.put(
                    "id_token",
                    idTokens.write(
                            client, authorization.person(), nonce, written, idTokenClaims(authorization, scopes)));
        return new OAuth2AccessTokenAuthenticationToken(
                ClientAuthentication.registered(client),
                (Authentication) sent.getPrincipal(),
                new OAuth2AccessToken(type, written, now, endsAt, scopes),
                granted.refreshToken() == null ? null : new OAuth2RefreshToken(granted.refreshToken(), now),
                beside);
    }

    /**
     * What the client wants to find in the ID token, too, as far as it may know it now; not the roles, which may be many:
     * the token comes back as a hint in an address. {@code /userinfo} tells of them.
     */
    private Map<String, Object> idTokenClaims(Authorization authorization, Set<String> scopes) {
        Set<String> wanted = authorization.person().idClaims();
        if (wanted.isEmpty()) return Map.of();
        Map<String, Object> told = holders.of(authorization)
                .map(holder -> PersonClaims.of(holder.actor(), scopes))
                .orElse(Map.of());
        var claims = new HashMap<>(told);
        claims.keySet().retainAll(wanted);
        claims.remove("roles");
        return claims;
    }

    /** The key that the client shows (DPoP, RFC 9449, section 5), or null where it need not and does not show one. */
    private @Nullable String key(Client client, OAuth2AuthorizationGrantAuthenticationToken sent) {
        String shown = shown(sent);
        if (shown == null && !client.security().fapi()) return null;
        return Optional.ofNullable(shown)
                .flatMap(proof -> proofs.verify(proof, "POST", issuer.name() + ProviderSecurity.TOKEN, null))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF));
    }

    private static @Nullable String shown(OAuth2AuthorizationGrantAuthenticationToken sent) {
        return single(sent.getAdditionalParameters().get("dpop_proof"));
    }

    /** A parameter, or null where it was not sent; one that was sent twice is none (RFC 6749, section 3.2). */
    private static @Nullable String single(@Nullable Object parameter) {
        if (parameter != null && !(parameter instanceof String))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        return (String) parameter;
    }

    private static void allowed(Client client, ClientGrant grant) {
        if (!client.terms().may(grant)) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
    }

    private static OAuth2AuthenticationException invalid() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
