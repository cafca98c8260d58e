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
import vn.thucchat.foundation.identity.clientkeys.ClientAssertions;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.clients.Issuer;

/**
 * Finds out which client asks: by its secret, in the header or the body and never in both, by its key, or for a public client
 * by its name alone (RFC 6749, section 2.3; RFC 7521, section 4.2). Other than the library's own it reads our clients, and knows a public client that
 * refreshes or gives back a token. The PKCE verifier is checked with the code.
 */
@Component
record ClientAuthentication(Clients clients, ClientAssertions assertions, Issuer issuer)
        implements AuthenticationConverter, AuthenticationProvider {

    private static final AuthenticationConverter BASIC = new ClientSecretBasicAuthenticationConverter();
    private static final AuthenticationConverter POST = new ClientSecretPostAuthenticationConverter();

    /** The client that a request of an endpoint for clients comes from. */
    static Client client(Authentication request) {
        Object sender = request instanceof OAuth2ClientAuthenticationToken ? request : request.getPrincipal();
        if (sender instanceof OAuth2ClientAuthenticationToken token
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
        if (request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) != null) return signed(request, header != null);
        @Nullable Authentication sent = basic ? BASIC.convert(request) : POST.convert(request);
        return sent == null ? publicClient(request) : sent;
    }

    /** One way at a time (RFC 6749, section 2.3); a {@code client_id} beside it must be the same (RFC 7521, section 4.2). */
    private static Authentication signed(HttpServletRequest request, boolean header) {
        String[] sent = request.getParameterValues(OAuth2ParameterNames.CLIENT_ASSERTION);
        String[] types = request.getParameterValues(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE);
        boolean once = sent.length == 1 && types != null && types.length == 1;
        if (!once || header || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null)
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        String clientId = ClientAssertions.clientId(sent[0]).orElse(null);
        String[] named = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
        boolean same = named == null || (named.length == 1 && named[0].equals(clientId));
        if (clientId == null || !same || !types[0].equals(ClientAssertions.TYPE))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        return new OAuth2ClientAuthenticationToken(
                clientId, ClientAuthenticationMethod.PRIVATE_KEY_JWT, sent[0], Map.of());
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
        Object shown = sent.getCredentials();
        ClientAuthenticationMethod method = sent.getClientAuthenticationMethod();
        if (!client.confidential()) return method.equals(ClientAuthenticationMethod.NONE);
        if (shown == null || client.security().keys() != method.equals(ClientAuthenticationMethod.PRIVATE_KEY_JWT))
            return false;
        return client.security().keys()
                ? assertions.proves(
                        client,
                        shown.toString(),
                        issuer.name(),
                        // and at whichever endpoint it comes in (RFC 9126, section 2)
                        Set.of(issuer.name() + ProviderSecurity.TOKEN, issuer.name() + PushedRequestEndpoint.PATH))
                : clients.proves(client, shown.toString());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static Set<ClientAuthenticationMethod> methods(Client client) {
        if (!client.confidential()) return Set.of(ClientAuthenticationMethod.NONE);
        return client.security().keys()
                ? Set.of(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                : Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    /** The client as the library's filters pass it on. */
    static RegisteredClient registered(Client client) {
        var registered = RegisteredClient.withId(client.id().toString())
                .clientId(client.clientId())
                .clientAuthenticationMethods(all -> all.addAll(methods(client)))
                .redirectUris(all -> all.addAll(client.terms().redirectUris()));
        for (ClientGrant grant : ClientGrant.values())
            if (client.terms().may(grant))
                registered.authorizationGrantType(new AuthorizationGrantType(grant.parameter()));
        return registered.build();
    }
}
