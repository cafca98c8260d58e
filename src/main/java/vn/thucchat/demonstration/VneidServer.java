package vn.thucchat.demonstration;

import com.nimbusds.jose.JOSEException;
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
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What programs ask of the imitation of VNeID: its discovery document, its keys, and tokens for codes. */
final class VneidServer implements AutoCloseable {

    static final String CLIENT = "thuc-chat";
    static final String SECRET = "imitation";
    private static final int LARGEST = 16_384;
    private static final int MINUTES = 5;

    private final VneidCodes codes;
    private final JsonMapper json;
    private final InstantSource clock;
    private final String page;
    private final RSAKey key =
            new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    private final HttpServer server;

    /** @param page where people choose a citizen */
    VneidServer(VneidCodes codes, JsonMapper json, InstantSource clock, String page) throws IOException, JOSEException {
        this.codes = codes;
        this.json = json;
        this.clock = clock;
        this.page = page;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    /** {@code http://127.0.0.1:40123/}. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                VneidEmulator.ISSUER,
                "authorization_endpoint",
                page,
                "token_endpoint",
                address() + "token",
                "jwks_uri",
                address() + "jwks",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "code_challenge_methods_supported",
                List.of("S256"),
                "authorization_response_iss_parameter_supported",
                true);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
        var form = UriComponentsBuilder.fromUriString("?" + body).build().getQueryParams();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.US_ASCII));
        if (!("Basic " + basic).equals(authorization)) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        var grant = codes.redeem(decoded(form.getFirst("code")), decoded(form.getFirst("code_verifier")))
                .orElse(null);
        if (grant == null) answer(exchange, 400, Map.of("error", "invalid_grant"));
        else
            answer(
                    exchange,
                    200,
                    Map.of("access_token", "none", "token_type", "Bearer", "expires_in", 60, "id_token", token(grant)));
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private String token(VneidCodes.Grant grant) {
        VneidCitizen citizen = VneidCitizen.find(grant.subject()).orElseThrow();
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(VneidEmulator.ISSUER)
                .subject(citizen.subject())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60L * MINUTES)))
                .claim("nonce", grant.nonce())
                .claim("auth_time", grant.at().getEpochSecond())
                .claim("acr", Integer.toString(grant.level()));
        if (!citizen.number().isEmpty()) claims.claim("citizen_pid", citizen.number());
        if (citizen.born() != null) claims.claim("birthdate", citizen.born().toString());
        if (citizen.organisation().isEmpty()) claims.claim("name", citizen.name());
        else claims.claim("tax_code", citizen.organisation()).claim("organisation_name", citizen.name());
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
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
