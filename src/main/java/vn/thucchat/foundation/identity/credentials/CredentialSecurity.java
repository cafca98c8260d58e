package vn.thucchat.foundation.identity.credentials;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.cors.CorsConfiguration;

/** What wallets and whoever checks credentials call: no cookie is looked at, so no form token is asked for. */
@Configuration(proxyBeanMethods = false)
class CredentialSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain wallets(HttpSecurity http) {
        return http.securityMatcher(
                        "/credentials/**",
                        "/.well-known/openid-credential-issuer",
                        "/.well-known/openid-credential-issuer/**",
                        "/.well-known/jwt-vc-issuer",
                        "/.well-known/jwt-vc-issuer/**")
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(request -> walletsInBrowsers()))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .build();
    }

    private static CorsConfiguration walletsInBrowsers() {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of("*"));
        open.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        open.setAllowedHeaders(List.of("*"));
        open.setExposedHeaders(List.of(HttpHeaders.WWW_AUTHENTICATE));
        open.setAllowCredentials(false);
        open.setMaxAge(Duration.ofHours(1));
        return open;
    }
}
