package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.accounts.SessionHolder;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.clients.Issuer;

/**
 * Says what a token is worth (RFC 7662), and takes it back (RFC 7009): a client its own and nobody else's. Whichever token is
 * given back, all that came of the same code ends.
 */
@Component
class IssuedTokens implements AuthenticationProvider {

    private final Authorizations authorizations;
    private final AuthorizationHolders holders;
    private final AccessTokens accessTokens;
    private final SubjectIdentifiers subjects;
    private final Clients clients;
    private final Issuer issuer;
    private final InstantSource clock;

    IssuedTokens(
            Authorizations authorizations,
            AuthorizationHolders holders,
            AccessTokens accessTokens,
            SubjectIdentifiers subjects,
            Clients clients,
            Issuer issuer,
            InstantSource clock) {
        this.authorizations = authorizations;
        this.holders = holders;
        this.accessTokens = accessTokens;
        this.subjects = subjects;
        this.clients = clients;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What an access token opens: to whom it was given, about whom, and what for. */
    record Opened(
            Client client,
            Authorization authorization,
            AccessTokens.AccessToken token,
            @Nullable SessionHolder person) {}

    @Override
    public Authentication authenticate(Authentication authentication) {
        Client client = ClientAuthentication.client(authentication);
        return switch (authentication) {
            case OAuth2TokenIntrospectionAuthenticationToken asked -> introspect(client, asked);
            case OAuth2TokenRevocationAuthenticationToken given -> revoke(client, given);
            default -> throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication)
                || OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Opens an access token; empty when it has ended or was never given. */
    Optional<Opened> open(String token) {
        AccessTokens.AccessToken read = accessTokens
                .read(token)
                .filter(one -> clock.instant().isBefore(one.endsAt()))
                .orElse(null);
        if (read == null) return Optional.empty();
        return authorizations
                .alive(read.authorization())
                .flatMap(authorization -> clients.active(authorization.client())
                        .map(client -> new Opened(
                                client,
                                authorization,
                                read,
                                holders.of(authorization).orElse(null))));
    }

    private Authentication introspect(Client client, OAuth2TokenIntrospectionAuthenticationToken asked) {
        // a public client is anybody
        if (!client.confidential()) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        OAuth2TokenIntrospection told = open(asked.getToken())
                .filter(opened -> opened.client().id().equals(client.id()))
                .map(opened -> bound(client, opened)
                        .issuedAt(opened.token().issuedAt())
                        .expiresAt(opened.token().endsAt())
                        .build())
                .or(() -> refreshToken(client, asked.getToken()))
                .orElseGet(() -> OAuth2TokenIntrospection.builder().build());
        return new OAuth2TokenIntrospectionAuthenticationToken(
                asked.getToken(), (Authentication) asked.getPrincipal(), told);
    }

    private Optional<OAuth2TokenIntrospection> refreshToken(Client client, String token) {
        return authorizations
                .ofRefreshToken(token)
                .filter(one -> one.client().equals(client.id()) && authorizations.counts(one, token))
                .flatMap(one -> authorizations.alive(one.id()))
                .map(one -> told(client, one, one.scopes(), null)
                        .expiresAt(one.endsAt())
                        .build());
    }

    /** With the key that the token is bound to (RFC 9449, section 6.2). */
    private OAuth2TokenIntrospection.Builder bound(Client client, Opened opened) {
        String jkt = opened.token().jkt();
        var told = told(client, opened.authorization(), opened.token().scopes(), jkt == null ? "Bearer" : "DPoP");
        return jkt == null ? told : told.claim("cnf", Map.of("jkt", jkt));
    }

    private OAuth2TokenIntrospection.Builder told(
            Client client, Authorization authorization, Set<String> scopes, @Nullable String type) {
        var told = OAuth2TokenIntrospection.builder(true)
                .clientId(client.clientId())
                .issuer(issuer.name())
                .audience(client.clientId())
                .scopes(all -> all.addAll(scopes));
        if (type != null) told.tokenType(type);
        var person = authorization.person();
        return told.subject(person.somebody() ? subjects.of(client, person.account()) : client.clientId());
    }

    /** One that is unknown, or another client's, changes nothing and is not told apart (RFC 7009, section 2.2). */
    private Authentication revoke(Client client, OAuth2TokenRevocationAuthenticationToken given) {
        accessTokens
                .read(given.getToken())
                .flatMap(token -> authorizations.find(token.authorization()))
                .or(() -> authorizations.ofRefreshToken(given.getToken()))
                .filter(authorization -> authorization.client().equals(client.id()))
                .ifPresent(authorization -> authorizations.revoke(authorization, client));
        return new OAuth2TokenRevocationAuthenticationToken(
                new OAuth2RefreshToken(given.getToken(), Instant.EPOCH), (Authentication) given.getPrincipal());
    }
}
