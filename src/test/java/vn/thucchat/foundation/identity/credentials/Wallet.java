package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Sha256;

/** A wallet that speaks OpenID4VCI 1.0 over HTTP, rightly or as a test wants it. */
@NullMarked
final class Wallet {

    static final String ISSUER = "http://localhost:8080";
    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final int port;
    private final InstantSource clock;
    final ECKey key = fresh();
    /** The key that its token is bound to, or null where it does not care. */
    @Nullable
    ECKey bound;

    Wallet(int port, InstantSource clock) {
        this.port = port;
        this.clock = clock;
    }

    static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the offer that a link names. */
    HttpResponse<String> offer(String link) throws IOException, InterruptedException {
        String uri = URLDecoder.decode(link.split("credential_offer_uri=", 2)[1], StandardCharsets.UTF_8);
        return get(uri);
    }

    String code(String link) throws IOException, InterruptedException {
        HttpResponse<String> offer = offer(link);
        assertThat(offer.statusCode()).as(offer.body()).isEqualTo(200);
        return JSON.readTree(offer.body())
                .path("grants")
                .path(GRANT)
                .path("pre-authorized_code")
                .asString();
    }

    HttpResponse<String> token(String code, String transactionCode, String... more)
            throws IOException, InterruptedException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", GRANT);
        form.put("pre-authorized_code", code);
        form.put("tx_code", transactionCode);
        for (int i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
        form.values().removeIf(String::isEmpty);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(ISSUER + "/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (bound != null) request.header("DPoP", dpop(bound, "/oauth2/token", null));
        return send(request);
    }

    String accessToken(String link, String transactionCode) throws IOException, InterruptedException {
        HttpResponse<String> answer = token(code(link), transactionCode);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    String nonce() throws IOException, InterruptedException {
        var answer = send(request(ISSUER + "/credentials/nonce").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return JSON.readTree(answer.body()).path("c_nonce").asString();
    }

    String proof(String nonce) {
        return proof(key, nonce, _ -> {});
    }

    String proof(ECKey by, String nonce, Consumer<JWTClaimsSet.Builder> changed) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("openid4vci-proof+jwt"))
                .jwk(by.toPublicJWK())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .audience(ISSUER)
                .issueTime(Date.from(clock.instant()))
                .claim("nonce", nonce);
        changed.accept(claims);
        return signed(by, header, claims.build());
    }

    HttpResponse<String> credential(String token, String configuration, String... proofs)
            throws IOException, InterruptedException {
        return ask(
                "/credentials/issue",
                token,
                Map.of("credential_configuration_id", configuration, "proofs", Map.of("jwt", List.of(proofs))));
    }

    HttpResponse<String> ask(String path, String token, Object body) throws IOException, InterruptedException {
        var request = request(ISSUER + path)
                .header("Content-Type", "application/json")
                .header("Authorization", (bound == null ? "Bearer " : "DPoP ") + token)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (bound != null) request.header("DPoP", dpop(bound, path, token));
        return send(request);
    }

    HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return send(request(uri).GET());
    }

    /** The bit of a credential in the status list that it names. */
    int status(String credential) throws Exception {
        JsonNode reference = claims(credential.split("~", -1)[0]).path("status").path("status_list");
        HttpResponse<String> answer = get(reference.path("uri").asString());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/statuslist+jwt");
        byte[] packed = Base64.getUrlDecoder()
                .decode(claims(answer.body()).path("status_list").path("lst").asString());
        try (var zlib = new java.util.zip.InflaterInputStream(new java.io.ByteArrayInputStream(packed))) {
            byte[] bits = zlib.readAllBytes();
            int idx = reference.path("idx").asInt();
            return bits[idx / 8] >> (idx % 8) & 1;
        }
    }

    static List<String> credentials(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("credentials")
                .valueStream()
                .map(one -> one.path("credential").asString())
                .toList();
    }

    static String error(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("error").asString("");
    }

    static JsonNode claims(String token) {
        return JSON.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private String dpop(ECKey by, String path, @Nullable String token) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", ISSUER + path)
                .issueTime(Date.from(clock.instant()));
        if (token != null)
            claims.claim(
                    "ath",
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(
                                    HexFormat.of().parseHex(Sha256.hex(token.getBytes(StandardCharsets.UTF_8)))));
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(by.toPublicJWK())
                .build();
        return signed(by, header, claims.build());
    }

    static String signed(ECKey by, JWSHeader header, JWTClaimsSet claims) {
        var text = new SignedJWT(header, claims);
        try {
            text.sign(new ECDSASigner(by));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return text.serialize();
    }

    /** The issuer of the test is at another port than its name says. */
    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri.replace(ISSUER, "http://localhost:" + port)))
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
