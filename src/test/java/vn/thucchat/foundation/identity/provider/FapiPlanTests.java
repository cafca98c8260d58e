package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.error;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.testing.HttpVisitor;

/** What the OpenID Foundation's plan for the FAPI 2.0 Security Profile asks, as far as no other test asks it. */
@NullMarked
class FapiPlanTests extends ProviderTest {

    private KeyedProgram store() {
        return KeyedProgram.registered(clients, port, true, clock);
    }

    private JWTClaimsSet assertion(String clientId) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .claim("aud", KeyedProgram.ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
    }

    private static String signed(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
        var text = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        text.sign(new RSASSASigner(key));
        return text.serialize();
    }

    @Test
    void an_assertion_is_signed_by_ps256_or_es256_and_by_nothing_else() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("rsa").generate();
        var security = new Client.Security(true, true, new JWKSet(key.toPublicJWK()).toString(), null);
        var client =
                ClientProgram.registered(clients, port, "rsa", security, ClientProgram.terms(ClientProgram.PEOPLE));
        var keyed = KeyedProgram.of(client, KeyedProgram.fresh(), clock);
        assertThat(asked(keyed, signed(key, JWSAlgorithm.PS256, assertion(client.id))))
                .isEqualTo(200);
        for (JWSAlgorithm other : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS384, JWSAlgorithm.RS512))
            assertThat(asked(keyed, signed(key, other, assertion(client.id))))
                    .as(other.getName())
                    .isEqualTo(401);
        assertThat(asked(keyed, new PlainJWT(assertion(client.id)).serialize())).isEqualTo(401);
        var store = store();
        assertThat(asked(store, store.assertion(store.key, claims -> claims.audience(List.of(KeyedProgram.ISSUER)))))
                .as("a list of one that is written as a text")
                .isEqualTo(200);
        assertThat(asked(
                        store,
                        store.assertion(
                                store.key,
                                claims -> claims.audience(List.of(KeyedProgram.ISSUER, "https://other.example.vn")))))
                .isEqualTo(401);
    }

    private static int asked(KeyedProgram store, String assertion) throws Exception {
        return store.post("/oauth2/introspect", null, "token", "x", "client_assertion", assertion)
                .statusCode();
    }

    @Test
    void a_proof_is_signed_by_the_public_key_that_it_shows() throws Exception {
        var store = store();
        ECKey key = store.bound;
        String code = store.code(signedIn());
        for (var header : List.of(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .build(),
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .jwk(key.toPublicJWK())
                        .build(),
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(KeyedProgram.fresh().toPublicJWK())
                        .build()))
            assertThat(error(store.exchange(code, proof(key, header)))).isEqualTo("invalid_dpop_proof");
        assertThat(error(store.exchange(code, new PlainJWT(claims()).serialize())))
                .isEqualTo("invalid_dpop_proof");
        var right = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        assertThat(store.exchange(code, proof(key, right)).statusCode())
                .as("premise: none of them used up the code")
                .isEqualTo(200);
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", KeyedProgram.ISSUER + "/oauth2/token")
                .issueTime(Date.from(clock.instant()))
                .build();
    }

    private String proof(ECKey by, JWSHeader header) throws Exception {
        var text = new SignedJWT(header, claims());
        text.sign(new ECDSASigner(by));
        return text.serialize();
    }

    @Test
    void a_long_state_comes_back_whole_and_what_stands_beside_the_pushed_request_counts_for_nothing() throws Exception {
        var store = store();
        String state = "s".repeat(1_000);
        String nonce = "n".repeat(400);
        String address = store.pushed("state", state, "nonce", nonce)
                + "&state=other&nonce=other&scope=openid&redirect_uri=https://evil.example.vn/&response_type=token";
        String sent = ClientProgram.agree(signedIn(), address);
        assertThat(sent).startsWith(ClientProgram.CALLBACK + "&").doesNotContain("#");
        assertThat(answer(sent))
                .containsEntry("state", state)
                .containsEntry("iss", KeyedProgram.ISSUER)
                .containsOnlyKeys("from", "code", "state", "iss");
        var tokens = ClientProgram.json(
                store.exchange(String.valueOf(answer(sent).get("code")), store.proof("POST", "/oauth2/token", null)));
        assertThat(ClientProgram.claims(tokens.path("id_token").asString())
                        .path("nonce")
                        .asString())
                .isEqualTo(nonce);
    }

    @Test
    void who_does_not_prove_who_it_is_pushes_nothing() throws Exception {
        var store = store();
        var fields = answer("http://x" + store.program.authorize());
        String[] pushed = fields.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        assertThat(error(store.program.post("/oauth2/par", pushed))).isEqualTo("invalid_client");
        assertThat(error(store.push("client_assertion", store().assertion()))).isEqualTo("invalid_client");
        for (String address :
                List.of("http://portal.example.vn/callback?from=thai-nguyen", "", "https://portal.example.vn/"))
            assertThat(error(store.push("redirect_uri", address))).isEqualTo("invalid_request");
        assertThat(error(store.push("request", "eyJhbGciOiJub25lIn0.e30."))).isEqualTo("request_not_supported");
        for (String type : List.of("token", "code token", "code id_token"))
            assertThat(error(store.push("response_type", type))).isEqualTo("unsupported_response_type");
    }

    @Test
    void the_scheme_of_a_token_is_written_in_any_case_and_a_code_that_comes_again_ends_a_bound_token()
            throws Exception {
        var store = store();
        String code = store.code(signedIn());
        String access = ClientProgram.json(store.exchange(code, store.proof("POST", "/oauth2/token", null)))
                .path("access_token")
                .asString();
        for (String scheme : List.of("DPoP", "dpop", "DPOP"))
            assertThat(store.userInfo(scheme, access, store.proof("GET", "/userinfo", access))
                            .statusCode())
                    .as(scheme)
                    .isEqualTo(200);
        clock.moveTo(clock.instant().plusSeconds(1));
        assertThat(error(store.exchange(code, store.proof("POST", "/oauth2/token", null))))
                .isEqualTo("invalid_grant");
        assertThat(store.userInfo("DPoP", access, store.proof("GET", "/userinfo", access))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_refresh_token_stays_the_client_s_own_and_gives_a_token_for_whichever_key_it_shows() throws Exception {
        var store = store();
        var tokens = ClientProgram.json(store.exchange(
                store.code(signedIn(), "scope", "openid offline_access"), store.proof("POST", "/oauth2/token", null)));
        String refresh = tokens.path("refresh_token").asString();
        String[] fields = {"grant_type", "refresh_token", "refresh_token", refresh};
        var other = store();
        assertThat(error(other.post("/oauth2/token", other.proof("POST", "/oauth2/token", null), fields)))
                .isEqualTo("invalid_grant");
        assertThat(error(store.post("/oauth2/token", null, fields))).isEqualTo("invalid_dpop_proof");
        store.bound = KeyedProgram.fresh();
        var next = ClientProgram.json(store.post("/oauth2/token", store.proof("POST", "/oauth2/token", null), fields));
        assertThat(next.path("refresh_token").asString(refresh)).isEqualTo(refresh);
        String access = next.path("access_token").asString();
        assertThat(store.userInfo("DPoP", access, store.proof("GET", "/userinfo", access))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_browser_is_sent_on_by_303_from_a_form_so_that_it_posts_nothing_again() throws Exception {
        var store = store();
        var visitor = signedIn();
        store.code(visitor);
        var answer = visitor.open(store.pushed());
        assertThat(answer.statusCode()).isEqualTo(303);
        var posted = HttpRequest.newBuilder(URI.create(store.program.base + "/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        URI.create(store.pushed()).getRawQuery()))
                .build();
        assertThat(ClientProgram.send(posted).statusCode()).isEqualTo(303);
        assertThat(new HttpVisitor(port).open("/oauth2/par").statusCode()).isIn(401, 404, 405);
    }

    @Test
    void claims_of_who_it_is_come_in_the_id_token_and_no_others() throws Exception {
        var store = store();
        String claims = "{\"id_token\":{\"name\":null,\"given_name\":null,\"email\":null,\"birthdate\":null,"
                + "\"acr\":{\"essential\":false,\"values\":[\"" + AuthenticationContext.ONE_FACTOR + "\"]}}}";
        var tokens = ClientProgram.json(store.exchange(
                store.code(signedIn(), "scope", "openid", "claims", claims),
                store.proof("POST", "/oauth2/token", null)));
        var told = ClientProgram.claims(tokens.path("id_token").asString());
        assertThat(told.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "azp",
                        "exp",
                        "iat",
                        "auth_time",
                        "acr",
                        "amr",
                        "nonce",
                        "sid",
                        "at_hash",
                        "name");
    }
}
