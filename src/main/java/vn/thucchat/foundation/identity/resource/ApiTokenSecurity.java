package vn.thucchat.foundation.identity.resource;

import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.provider.ApiTokens;
import vn.thucchat.foundation.identity.security.TokenRefusals;

/**
 * Requests of the API that bring a token: without sessions, and without form tokens, for no browser adds such a header by itself.
 * Who may call what is decided by the same gatekeeper as for everybody.
 */
@Configuration(proxyBeanMethods = false)
class ApiTokenSecurity {

    private static final String SCHEME = "token";
    private static final String SESSION = "session";

    @Bean
    @Order(1)
    SecurityFilterChain apiTokenChain(HttpSecurity http, ApiTokens tokens, TokenRefusals refusals) {
        return http.securityMatcher(ApiTokenFilter::concerns)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(programsInBrowsers()))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .addFilterBefore(new ApiTokenFilter(tokens, refusals), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static UrlBasedCorsConfigurationSource programsInBrowsers() {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of("*"));
        open.setAllowedMethods(List.of("*"));
        open.setAllowedHeaders(List.of("*"));
        open.setExposedHeaders(List.of(HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.ETAG));
        open.setAllowCredentials(false);
        open.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", open);
        return source;
    }

    /** Wherever a session opens a route, a token does. */
    @Bean
    OpenApiCustomizer describedTokens(Issuer issuer) {
        var scopes = new Scopes();
        scopes.addString(ClientScope.API_READ.parameter(), "Reads what the roles of the caller open");
        scopes.addString(ClientScope.API_WRITE.parameter(), "Reads and does what the roles of the caller allow");
        var scheme = new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "An access token of " + issuer.name() + "/.well-known/openid-configuration, sent as Bearer, or"
                                + " as DPoP where it is bound to a key (RFC 9449). A program without a browser gets one, for reading, by a"
                                + " device code (RFC 8628), a flow that this description has no name for")
                .flows(new OAuthFlows()
                        .authorizationCode(new OAuthFlow()
                                .authorizationUrl(issuer.name() + "/oauth2/authorize")
                                .tokenUrl(issuer.name() + "/oauth2/token")
                                .scopes(scopes))
                        .clientCredentials(new OAuthFlow()
                                .tokenUrl(issuer.name() + "/oauth2/token")
                                .scopes(scopes)));
        return document -> {
            document.getComponents().addSecuritySchemes(SCHEME, scheme);
            document.getPaths()
                    .values()
                    .forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                        boolean session = operation.getSecurity() != null
                                && operation.getSecurity().stream().anyMatch(one -> one.containsKey(SESSION));
                        boolean reading = method == io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
                        String scope = (reading ? ClientScope.API_READ : ClientScope.API_WRITE).parameter();
                        if (session) operation.addSecurityItem(new SecurityRequirement().addList(SCHEME, scope));
                    }));
        };
    }
}
