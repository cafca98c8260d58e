package vn.thucchat.foundation.identity.upstream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A provider over real HTTP that does wrong what a test asks it to. */
final class Misbehaving implements AutoCloseable {

    final Map<String, Object> claims = new HashMap<>();
    String issuer = "";
    String audience = "us";
    String nonce = "";

    @Nullable
    Instant issued;

    int tokenStatus = 200;
    String error = "";
    /** Its answer has an access token and no ID token. */
    boolean withoutIdToken;

    boolean down;
    RSAKey key = fresh();
    /** What it publishes; null: what it signs with. */
    @Nullable
    RSAKey published;

    final AtomicInteger discoveries = new AtomicInteger();

    private final InstantSource clock;
    private final HttpServer server;
    private final Set<String> used = new HashSet<>();
    private final JsonMapper json = JsonMapper.builder().build();

    Misbehaving(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::metadata);
        server.createContext(
                "/jwks",
                exchange -> answer(exchange, 200, new JWKSet(published == null ? key : published).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
        issuer = address();
        claims.putAll(
                Map.of("acr", "2", "citizen_pid", "000188000099", "name", "Ma Thị Thử", "birthdate", "1988-04-12"));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    UpstreamProvider provider() {
        return new UpstreamProvider(
                "test",
                "Thử",
                address(),
                URI.create(address() + "/.well-known/openid-configuration"),
                "us",
                "secret",
                UpstreamProvider.ClaimNames.of(Map.of()),
                Map.of("1", 1, "2", 2),
                1,
                true);
    }

    static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void metadata(HttpExchange exchange) throws IOException {
        discoveries.incrementAndGet();
        if (down) {
            answer(exchange, 503, Map.of());
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        address() + "/authorize",
                        "token_endpoint",
                        address() + "/token",
                        "jwks_uri",
                        address() + "/jwks",
                        "subject_types_supported",
                        List.of("public"),
                        "response_types_supported",
                        List.of("code"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"),
                        "authorization_response_iss_parameter_supported",
                        true));
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        if (tokenStatus != 200) answer(exchange, tokenStatus, error.isEmpty() ? Map.of() : Map.of("error", error));
        else if (!used.add(body.replaceAll(".*\\bcode=([^&]*).*", "$1")))
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        else if (withoutIdToken) answer(exchange, 200, Map.of("access_token", "a", "token_type", "Bearer"));
        else
            answer(
                    exchange,
                    200,
                    Map.of("access_token", "a", "token_type", "Bearer", "expires_in", 60, "id_token", signed()));
    }

    private String signed() throws IOException {
        Instant now = issued == null ? clock.instant() : issued;
        var built = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("s")
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
        claims.forEach(built::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), built.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IOException(e);
        }
        return token.serialize();
    }

    private void answer(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        byte[] body = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
