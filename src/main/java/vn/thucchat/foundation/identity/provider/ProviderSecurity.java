package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.web.NimbusJwkSetEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.security.Quota;

/**
 * What programs of others call, without any session of a person: the library's filters for tokens and keys, and handlers of
 * ours that other sites' pages may send to, which need no form token because they change nothing by themselves.
 */
@Configuration(proxyBeanMethods = false)
class ProviderSecurity {

    static final String TOKEN = "/oauth2/token";
    private static final String REVOKE = "/oauth2/revoke";
    private static final String INTROSPECT = "/oauth2/introspect";
    private static final String KEYS = "/oauth2/jwks";
    private static final String USER_INFO = "/userinfo";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";

    @Bean
    @Order(0)
    SecurityFilterChain provider(
            HttpSecurity http,
            ClientAuthentication clients,
            TokenGrants grants,
            IssuedTokens given,
            DeviceAuthorizationEndpoint devices,
            SigningKeys keys,
            RefusalLog refusals,
            ObjectProvider<AnonymousGrant> anonymous,
            DpopProofs proofs,
            Issuer issuer,
            Quota quota) {
        var clientFilter = new OAuth2ClientAuthenticationFilter(
                new ProviderManager(clients),
                new OrRequestMatcher(
                        post(TOKEN),
                        post(REVOKE),
                        post(INTROSPECT),
                        post(PushedRequestEndpoint.PATH),
                        post(DeviceAuthorizationEndpoint.PATH)));
        clientFilter.setAuthenticationConverter(clients);
        AuthenticationFailureHandler refused =
                (request, response, failure) -> refused(request, response, failure, refusals);
        clientFilter.setAuthenticationFailureHandler(refused);
        return http.securityMatcher(new OrRequestMatcher(
                        any(TOKEN),
                        any(REVOKE),
                        any(INTROSPECT),
                        any(PushedRequestEndpoint.PATH),
                        any(DeviceAuthorizationEndpoint.PATH),
                        any(KEYS),
                        any(USER_INFO),
                        any(OPENID),
                        any(OAUTH),
                        post("/oauth2/authorize"),
                        post("/connect/logout")))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(programsInBrowsers()))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .addFilterBefore(new NimbusJwkSetEndpointFilter(keys, KEYS), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new AnonymousGrantFilter(anonymous, proofs, issuer, quota), AnonymousAuthenticationFilter.class)
                .addFilterBefore(clientFilter, AnonymousAuthenticationFilter.class)
                .addFilterBefore(devices.filter(refused), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new OAuth2TokenEndpointFilter(new ProviderManager(grants), TOKEN),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new OAuth2TokenIntrospectionEndpointFilter(new ProviderManager(given), INTROSPECT),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new OAuth2TokenRevocationEndpointFilter(new ProviderManager(given), REVOKE),
                        AnonymousAuthenticationFilter.class)
                .build();
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }

    private static RequestMatcher any(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    /** RFC 6749, section 5.2: a client that is not known is told 401, and by which scheme it may try again. */
    private static void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure,
            RefusalLog refusals)
            throws IOException {
        String error = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        boolean unknown = error.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (unknown) {
            refusals.record(
                    Actor.STRANGER, "identity.client-refused", request.getRequestURI(), request.getRemoteAddr());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"thucchat\"");
        }
        boolean tooMany = error.equals(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
        if (tooMany) response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.setStatus(
                (unknown ? HttpStatus.UNAUTHORIZED : tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST)
                        .value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"error\":\"" + error + "\"}");
    }

    /** Programs that run in browsers, from wherever they come: none of this looks at a cookie. */
    private static UrlBasedCorsConfigurationSource programsInBrowsers() {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of("*"));
        open.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        open.setAllowedHeaders(List.of("*"));
        open.setExposedHeaders(List.of(HttpHeaders.WWW_AUTHENTICATE));
        open.setAllowCredentials(false);
        open.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        for (String path : List.of(
                TOKEN,
                PushedRequestEndpoint.PATH,
                DeviceAuthorizationEndpoint.PATH,
                REVOKE,
                KEYS,
                USER_INFO,
                OPENID,
                OAUTH)) source.registerCorsConfiguration(path, open);
        return source;
    }
}
