package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import vn.thucchat.testing.TestTime;

/**
 * The peer of {@link IdentityBench}: Spring's authorization server as its reference shows it, with everything in memory,
 * the same hash of passwords and the same rotation of refresh tokens. Not a component: the application under test would find it.
 */
@NullMarked
@EnableWebSecurity
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class BareProvider {

    static final String SECRET = "secret-of-the-bench";

    static ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext) SpringApplication.run(
                BareProvider.class,
                "--server.port=0",
                "--spring.threads.virtual.enabled=true",
                "--logging.level.root=warn",
                "--spring.config.location=optional:classpath:/none/");
    }

    /** Refresh tokens of so many sign-ins. */
    static List<String> refreshTokens(ServletWebServerApplicationContext peer, int number) {
        var service = peer.getBean(OAuth2AuthorizationService.class);
        var client = Objects.requireNonNull(
                peer.getBean(RegisteredClientRepository.class).findByClientId("bench"));
        var tokens = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            String token = UUID.randomUUID().toString() + UUID.randomUUID();
            Instant now = TestTime.now();
            service.save(OAuth2Authorization.withRegisteredClient(client)
                    .principalName("bench" + i)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .attribute(
                            Principal.class.getName(),
                            UsernamePasswordAuthenticationToken.authenticated("bench" + i, null, List.of()))
                    .authorizedScopes(Set.of("profile"))
                    .refreshToken(new OAuth2RefreshToken(token, now, now.plus(Duration.ofDays(1))))
                    .build());
            tokens.add(token);
        }
        return tokens;
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, it -> it.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    PasswordEncoder passwords() {
        return new Hashes(new Argon2PasswordEncoder(16, 32, 1, 7 * 1024, 5));
    }

    /** Hashes of people's passwords; the client's long secret is compared as it is. */
    private record Hashes(PasswordEncoder argon) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return argon.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String kept) {
            return (kept != null && kept.startsWith("$argon2"))
                    ? argon.matches(password, kept)
                    : Objects.equals(String.valueOf(password), kept);
        }
    }

    @Bean
    UserDetailsService people(PasswordEncoder passwords) {
        String hash = passwords.encode(IdentityBench.PASSWORD);
        var people = new InMemoryUserDetailsManager();
        for (int i = 0; i < IdentityBench.PEOPLE; i++)
            people.createUser(User.withUsername("bench" + i)
                    .password(hash)
                    .roles("CITIZEN")
                    .build());
        return people;
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                .clientId("bench")
                .clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build())
                .redirectUri("https://portal.example.vn/callback")
                .scope("profile")
                .build());
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws Exception {
        var made = KeyPairGenerator.getInstance("RSA");
        made.initialize(2048);
        var pair = made.generateKeyPair();
        return new ImmutableJWKSet<>(
                new JWKSet(new RSAKey.Builder((java.security.interfaces.RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID("1")
                        .build()));
    }
}
