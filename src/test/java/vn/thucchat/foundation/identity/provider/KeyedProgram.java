package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;

/** A client with keys: it signs who it is, and that it holds the key of its tokens, rightly or as a test wants it. */
@NullMarked
final class KeyedProgram {

    static final String ISSUER = "http://localhost:8080";

    final ClientProgram program;
    final ECKey key;
    ECKey bound;
    private final InstantSource clock;

    private KeyedProgram(ClientProgram program, ECKey key, InstantSource clock) {
        this.program = program;
        this.key = key;
        this.bound = fresh();
        this.clock = clock;
    }

    static KeyedProgram registered(Clients clients, int port, boolean fapi, InstantSource clock) {
        ECKey key = fresh();
        var terms = ClientProgram.terms(java.util.Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"));
        var security = new Client.Security(fapi, true, new JWKSet(key.toPublicJWK()).toString(), null);
        return of(ClientProgram.registered(clients, port, fapi ? "fapi" : "khoa", security, terms), key, clock);
    }

    static KeyedProgram of(ClientProgram program, ECKey key, InstantSource clock) {
        return new KeyedProgram(program, key, clock);
    }

    static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String assertion() {
        return assertion(key, _ -> {});
    }

    String assertion(ECKey by, Consumer<JWTClaimsSet.Builder> changed) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(program.id)
                .subject(program.id)
                .claim("aud", ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        changed.accept(claims);
        return signed(
                by,
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build(),
                claims.build());
    }

    String proof(String method, String path, @Nullable String accessToken) {
        return proof(bound, method, path, accessToken, _ -> {});
    }

    String proof(
            ECKey by,
            String method,
            String path,
            @Nullable String accessToken,
            Consumer<JWTClaimsSet.Builder> changed) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", ISSUER + path)
                .issueTime(Date.from(clock.instant()));
        if (accessToken != null)
            claims.claim(
                    "ath",
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(HexFormat.of()
                                    .parseHex(Sha256.hex(
                                            accessToken.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        changed.accept(claims);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(by.toPublicJWK())
                .build();
        return signed(by, header, claims.build());
    }

    private static String signed(ECKey by, JWSHeader header, JWTClaimsSet claims) {
        try {
            var text = new SignedJWT(header, claims);
            text.sign(new ECDSASigner(by));
            return text.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with who it is, and a proof of the key where there is one. */
    HttpResponse<String> post(String path, @Nullable String proof, String... fields) throws Exception {
        var all = new LinkedHashMap<String, String>();
        all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        all.put("client_assertion", assertion());
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], fields[i + 1]);
        all.values().removeIf(String::isEmpty);
        var request = HttpRequest.newBuilder(URI.create(program.base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(ClientProgram.written(all)));
        if (proof != null) request.header("DPoP", proof);
        return ClientProgram.send(request.build());
    }

    /** Pushes the usual request; names and values replace or add to what is usual. */
    HttpResponse<String> push(String... parameters) throws Exception {
        Map<String, String> usual = ClientProgram.answer("http://x" + program.authorize(parameters));
        String[] fields = usual.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        return post("/oauth2/par", null, fields);
    }

    /** The address that a person is sent to for a pushed request. */
    String pushed(String... parameters) throws Exception {
        return address(ClientProgram.JSON
                .readTree(push(parameters).body())
                .path("request_uri")
                .asString());
    }

    String address(String requestUri) {
        return "/oauth2/authorize?" + ClientProgram.written(Map.of("client_id", program.id, "request_uri", requestUri));
    }

    String code(HttpVisitor visitor, String... parameters) throws Exception {
        return Objects.requireNonNull(ClientProgram.answer(ClientProgram.agree(visitor, pushed(parameters)))
                .get("code"));
    }

    HttpResponse<String> exchange(String code, @Nullable String proof) throws Exception {
        return post(
                "/oauth2/token",
                proof,
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                ClientProgram.CALLBACK,
                "code_verifier",
                ClientProgram.VERIFIER);
    }

    HttpResponse<String> userInfo(String scheme, String accessToken, @Nullable String proof) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(program.base + "/userinfo"))
                .header("Authorization", scheme + " " + accessToken);
        if (proof != null) request.header("DPoP", proof);
        return ClientProgram.send(request.build());
    }
}
