package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.Clients;

/**
 * Finds out which client asks: by its secret, in the header or the body and never in both, or for a public client by its
 * name alone (RFC 6749, section 2.3). Other than the library's own it reads our clients, and knows a public client that
 * refreshes or gives back a token. The PKCE verifier is checked with the code.
 */
@Component
record ClientAuthentication(Clients clients) implements AuthenticationConverter, AuthenticationProvider {

    private static final AuthenticationConverter BASIC = new ClientSecretBasicAuthenticationConverter();
    private static final AuthenticationConverter POST = new ClientSecretPostAuthenticationConverter();

    /** The client that a request of the token, revocation or introspection endpoint comes from. */
    static Client client(Authentication request) {
        if (request.getPrincipal() instanceof OAuth2ClientAuthenticationToken token
                && token.isAuthenticated()
                && token.getDetails() instanceof Client client) return client;
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean basic = header != null && header.toLowerCase(Locale.ROOT).startsWith("basic ");
        if (basic && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null)
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        // a secret in an address is in every log on the way
        String query = request.getQueryString();
        if (query != null && query.contains(OAuth2ParameterNames.CLIENT_SECRET))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        @Nullable Authentication sent = basic ? BASIC.convert(request) : POST.convert(request);
        return sent == null ? publicClient(request) : sent;
    }

    private static Authentication publicClient(HttpServletRequest request) {
        String[] ids = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
        if (ids == null || ids.length != 1 || ids[0].isBlank())
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        return new OAuth2ClientAuthenticationToken(ids[0], ClientAuthenticationMethod.NONE, null, Map.of());
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var sent = (OAuth2ClientAuthenticationToken) authentication;
        Client client = clients.active(sent.getPrincipal().toString())
                .filter(found -> proves(found, sent))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        var known = new OAuth2ClientAuthenticationToken(
                registered(client), sent.getClientAuthenticationMethod(), sent.getCredentials());
        known.setDetails(client);
        return known;
    }

    private boolean proves(Client client, OAuth2ClientAuthenticationToken sent) {
        Object secret = sent.getCredentials();
        return client.confidential()
                ? secret != null && clients.proves(client, secret.toString())
                : sent.getClientAuthenticationMethod().equals(ClientAuthenticationMethod.NONE);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** The client as the library's filters pass it on. */
    static RegisteredClient registered(Client client) {
        Set<ClientAuthenticationMethod> methods = client.confidential()
                ? Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST)
                : Set.of(ClientAuthenticationMethod.NONE);
        var registered = RegisteredClient.withId(client.id().toString())
                .clientId(client.clientId())
                .clientAuthenticationMethods(all -> all.addAll(methods))
                .redirectUris(all -> all.addAll(client.terms().redirectUris()));
        for (ClientGrant grant : ClientGrant.values())
            if (client.terms().may(grant))
                registered.authorizationGrantType(new AuthorizationGrantType(grant.parameter()));
        return registered.build();
    }
}
