package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.OAuth2DeviceAuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2DeviceAuthorizationRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.devicecodes.DeviceAuthorizations;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;

/**
 * Begins what a program without a browser asks for (RFC 8628, section 3.1), on the library's filter. The page that its user is
 * shown is named by the issuer: the library takes it from the request's {@code Host}.
 */
@Component
record DeviceAuthorizationEndpoint(DeviceAuthorizations codes, Quota quota, Issuer issuer)
        implements AuthenticationProvider {

    static final String PATH = "/oauth2/device_authorization";
    /** Where a person types the code. */
    public static final String PAGE = "/id/device";

    /** From one network in the name of clients that prove nothing. */
    private static final int UNPROVEN_PER_MINUTE = 30;

    private static final AuthenticationConverter FORM = new OAuth2DeviceAuthorizationRequestAuthenticationConverter();
    private static final JsonMapper JSON = new JsonMapper();

    OAuth2DeviceAuthorizationEndpointFilter filter(AuthenticationFailureHandler refused) {
        var filter = new OAuth2DeviceAuthorizationEndpointFilter(new ProviderManager(this), PATH);
        filter.setAuthenticationConverter(this::counted);
        filter.setAuthenticationSuccessHandler(this::answer);
        filter.setAuthenticationFailureHandler(refused);
        return filter;
    }

    private Authentication counted(HttpServletRequest request) {
        var sender = SecurityContextHolder.getContext().getAuthentication();
        boolean proven = sender != null && ClientAuthentication.client(sender).confidential();
        if (!proven && !quota.tryUse(request, PATH, UNPROVEN_PER_MINUTE))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
        return Objects.requireNonNull(FORM.convert(request));
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var asked = (OAuth2DeviceAuthorizationRequestAuthenticationToken) authentication;
        Client client = ClientAuthentication.client(asked);
        if (!client.terms().may(ClientGrant.DEVICE_CODE))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        Set<String> scopes = AuthorizationRequests.scopes(client, asked.getScopes())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE));
        DeviceAuthorizations.Begun begun = codes.begin(client, scopes, network(asked))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE));
        return new OAuth2DeviceAuthorizationRequestAuthenticationToken(
                (Authentication) asked.getPrincipal(),
                scopes,
                new OAuth2DeviceCode(begun.deviceCode(), begun.at(), begun.endsAt()),
                new OAuth2UserCode(begun.userCode(), begun.at(), begun.endsAt()));
    }

    private static String network(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails from
                ? ClientNetwork.readable(from.getRemoteAddress())
                : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2DeviceAuthorizationRequestAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var begun = (OAuth2DeviceAuthorizationRequestAuthenticationToken) authentication;
        OAuth2DeviceCode device = Objects.requireNonNull(begun.getDeviceCode());
        String typed = Objects.requireNonNull(begun.getUserCode()).getTokenValue();
        var told = new LinkedHashMap<String, Object>();
        told.put("device_code", device.getTokenValue());
        told.put("user_code", typed);
        told.put("verification_uri", issuer.name() + PAGE);
        // anybody begins a request of a client that proves nothing: a link that is passed around saves the look at the
        // device
        if (ClientAuthentication.client(begun).confidential())
            told.put("verification_uri_complete", issuer.name() + PAGE + "?user_code=" + typed);
        told.put(
                "expires_in",
                Duration.between(device.getIssuedAt(), device.getExpiresAt()).toSeconds());
        told.put("interval", DeviceAuthorizations.WAIT);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(JSON.writeValueAsString(told));
    }
}
