package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.error;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** Clients that read personal data: pushed requests, keys instead of secrets, tokens bound to keys (FAPI 2.0). */
@NullMarked
class FapiTests extends ProviderTest {

    @Autowired
    PushedRequests pushed;

    private KeyedProgram store() {
        return KeyedProgram.registered(clients, port, true, clock);
    }

    @Test
    void a_pushed_request_leads_to_tokens_that_only_the_holder_of_the_key_can_use() throws Exception {
        var store = store();
        var kept = store.push();
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(kept.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        var body = ClientProgram.JSON.readTree(kept.body());
        assertThat(body.path("expires_in").asInt()).isBetween(5, 60);
        var visitor = signedIn();
        var back = answer(ClientProgram.agree(
                visitor, store.address(body.path("request_uri").asString())));
        assertThat(back).containsEntry("iss", KeyedProgram.ISSUER).containsEntry("state", "xyz &=");
        var tokens = ClientProgram.json(
                store.exchange(String.valueOf(back.get("code")), store.proof("POST", "/oauth2/token", null)));
        assertThat(tokens.path("token_type").asString()).isEqualTo("DPoP");
        assertThat(SignedJWT.parse(tokens.path("id_token").asString())
                        .getHeader()
                        .getAlgorithm()
                        .getName())
                .isEqualTo("PS256");
        String access = tokens.path("access_token").asString();
        var told = store.userInfo("DPoP", access, store.proof("GET", "/userinfo", access));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        var introspected = ClientProgram.json(store.post("/oauth2/introspect", null, "token", access));
        assertThat(introspected.path("token_type").asString()).isEqualTo("DPoP");
        assertThat(introspected.path("cnf").path("jkt").asString())
                .isEqualTo(store.bound.toPublicJWK().computeThumbprint().toString());
        String refresh = tokens.path("refresh_token").asString();
        var next = ClientProgram.json(refreshed(store, refresh));
        assertThat(next.path("refresh_token").asString("")).as("stays the same").isIn("", refresh);
        assertThat(refreshed(store, refresh).statusCode()).isEqualTo(200);
    }

    private static java.net.http.HttpResponse<String> refreshed(KeyedProgram store, String token) throws Exception {
        return store.post(
                "/oauth2/token",
                store.proof("POST", "/oauth2/token", null),
                "grant_type",
                "refresh_token",
                "refresh_token",
                token);
    }

    @Test
    void a_bound_token_is_of_no_use_without_its_key() throws Exception {
        var store = store();
        String access = tokens(store);
        assertThat(store.userInfo("Bearer", access, null).statusCode()).isEqualTo(401);
        for (String header : challenges(store.userInfo("Bearer", access, null)))
            assertThat(header).startsWith("DPoP").contains("invalid_token");
        assertThat(store.userInfo("DPoP", access, null).statusCode()).isEqualTo(401);
        String once = store.proof("GET", "/userinfo", access);
        assertThat(store.userInfo("DPoP", access, once).statusCode()).isEqualTo(200);
        assertThat(store.userInfo("DPoP", access, once).statusCode())
                .as("again")
                .isEqualTo(401);
        assertThat(challenges(store.userInfo("DPoP", access, once)))
                .singleElement()
                .asString()
                .contains("invalid_dpop_proof")
                .contains("algs=\"PS256 ES256\"");
        var other = KeyedProgram.fresh();
        for (String proof : List.of(
                store.proof(other, "GET", "/userinfo", access, _ -> {}),
                store.proof("POST", "/userinfo", access),
                store.proof("GET", "/userinfo/x", access),
                store.proof("GET", "/userinfo", null),
                store.proof("GET", "/userinfo", access + "x"),
                changed(store, access, claims -> claims.issueTime(ago(300))),
                changed(store, access, claims -> claims.issueTime(ago(-120))),
                changed(store, access, claims -> claims.issueTime(null)),
                changed(store, access, claims -> claims.jwtID(null)),
                "x.y.z"))
            assertThat(store.userInfo("DPoP", access, proof).statusCode()).isEqualTo(401);
        for (String proof : List.of(
                changed(store, access, claims -> claims.claim("htu", "HTTP://LOCALHOST:8080/userinfo?x=1#y")),
                changed(store, access, claims -> claims.issueTime(ago(-8)))))
            assertThat(store.userInfo("DPoP", access, proof).statusCode()).isEqualTo(200);
        assertThat(challenges(store.userInfo("Basic", "x", null))).hasSize(2);
    }

    private String tokens(KeyedProgram store) throws Exception {
        var answer = store.exchange(store.code(signedIn()), store.proof("POST", "/oauth2/token", null));
        return ClientProgram.json(answer).path("access_token").asString();
    }

    private static List<String> challenges(java.net.http.HttpResponse<String> answer) {
        return answer.headers().allValues("WWW-Authenticate");
    }

    private static String changed(KeyedProgram store, String access, Consumer<JWTClaimsSet.Builder> how) {
        return store.proof(store.bound, "GET", "/userinfo", access, how);
    }

    private Date ago(int seconds) {
        return Date.from(clock.instant().minusSeconds(seconds));
    }

    @Test
    void a_token_without_a_key_is_not_given_and_a_wrong_proof_uses_up_no_code() throws Exception {
        var store = store();
        String code = store.code(signedIn());
        assertThat(error(store.exchange(code, null))).isEqualTo("invalid_dpop_proof");
        assertThat(error(store.exchange(code, store.proof("POST", "/oauth2/par", null))))
                .isEqualTo("invalid_dpop_proof");
        assertThat(store.exchange(code, store.proof("POST", "/oauth2/token", null))
                        .statusCode())
                .isEqualTo(200);
        assertThat(error(store.post("/oauth2/token", null, "grant_type", "client_credentials")))
                .isEqualTo("invalid_dpop_proof");
        assertThat(store.post(
                                "/oauth2/token",
                                store.proof("POST", "/oauth2/token", null),
                                "grant_type",
                                "client_credentials")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_code_is_bound_to_the_key_that_was_named_or_shown_before() throws Exception {
        var store = store();
        String jkt = store.bound.toPublicJWK().computeThumbprint().toString();
        String code = store.code(signedIn(), "dpop_jkt", jkt);
        var own = store.bound;
        store.bound = KeyedProgram.fresh();
        assertThat(error(store.exchange(code, store.proof("POST", "/oauth2/token", null))))
                .isEqualTo("invalid_grant");
        var shown = store.post(
                "/oauth2/par",
                store.proof(own, "POST", "/oauth2/par", null, _ -> {}),
                fields(store.program.authorize("dpop_jkt", "A".repeat(43))));
        assertThat(error(shown)).isEqualTo("invalid_dpop_proof");
        assertThat(error(store.push("dpop_jkt", "short"))).isEqualTo("invalid_request");
        var kept = store.post(
                "/oauth2/par",
                store.proof(own, "POST", "/oauth2/par", null, _ -> {}),
                fields(store.program.authorize()));
        String name =
                ClientProgram.JSON.readTree(kept.body()).path("request_uri").asString();
        String bound =
                answer(ClientProgram.agree(signedIn(), store.address(name))).get("code");
        assertThat(error(store.exchange(String.valueOf(bound), store.proof("POST", "/oauth2/token", null))))
                .isEqualTo("invalid_grant");
        store.bound = own;
        assertThat(store.exchange(String.valueOf(bound), store.proof("POST", "/oauth2/token", null))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String[] fields(String address) {
        return answer("http://x" + address).entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void a_public_client_s_refresh_tokens_go_on_with_its_key() throws Exception {
        var app = app();
        var keyed = KeyedProgram.of(app, KeyedProgram.fresh(), clock);
        String code = app.code(signedIn());
        var request = java.net.http.HttpRequest.newBuilder(
                        app.request(
                                "/oauth2/token",
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                ClientProgram.CALLBACK,
                                "code_verifier",
                                ClientProgram.VERIFIER),
                        (_, _) -> true)
                .header("DPoP", keyed.proof("POST", "/oauth2/token", null))
                .build();
        var tokens = ClientProgram.json(ClientProgram.send(request));
        assertThat(tokens.path("token_type").asString()).isEqualTo("DPoP");
        String refresh = tokens.path("refresh_token").asString();
        assertThat(error(app.refresh(refresh))).as("without a key").isEqualTo("invalid_grant");
        var right = java.net.http.HttpRequest.newBuilder(
                        app.request("/oauth2/token", "grant_type", "refresh_token", "refresh_token", refresh),
                        (_, _) -> true)
                .header("DPoP", keyed.proof("POST", "/oauth2/token", null))
                .build();
        assertThat(ClientProgram.send(right).statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_is_pushed_looked_at_until_it_is_answered_and_answered_once() throws Exception {
        var store = store();
        var visitor = signedIn();
        String address = store.pushed();
        assertThat(new HttpVisitor(port).open(address).statusCode())
                .as("a stranger signs in")
                .isEqualTo(303);
        assertThat(visitor.open(address).statusCode()).isEqualTo(200);
        clock.moveTo(TestTime.now().plus(Duration.ofMinutes(5)));
        assertThat(visitor.open(address).statusCode()).as("still at it").isEqualTo(200);
        setClock();
        assertThat(answer(ClientProgram.agree(visitor, address))).containsKey("code");
        assertThat(visitor.open(address).statusCode()).as("answered").isEqualTo(400);
        String late = store.pushed();
        clock.moveTo(TestTime.now().plus(Duration.ofSeconds(61)));
        assertThat(visitor.open(late).statusCode()).as("nobody came").isEqualTo(400);
        pushed.sweep();
        String foreign = store.pushed();
        assertThat(visitor.open(foreign.replace(store.program.id, portal().id)).statusCode())
                .as("another client's")
                .isEqualTo(400);
        assertThat(visitor.open(store.address(PushedRequests.PREFIX + "x")).statusCode())
                .isEqualTo(400);
        assertThat(answer(location(visitor.open(store.program.authorize()))))
                .as("not pushed")
                .containsEntry("error", "invalid_request");
        clock.moveTo(TestTime.now().plus(Duration.ofHours(1)));
        pushed.sweep();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.pushed_request")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_client_has_so_many_open_requests_and_others_go_on() throws Exception {
        var store = store();
        assertThat(store.push().statusCode()).isEqualTo(201);
        jdbc.sql("""
                        INSERT INTO identity.pushed_request (hash, client, query, pushed_at)
                        SELECT encode(sha256(convert_to(:client || n, 'UTF8')), 'hex'), :client::uuid, '', :at
                        FROM generate_series(2, :most) AS n
                        """)
                .param("client", store.program.key.toString())
                .param("most", PushedRequests.MOST)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var refused = store.push();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(error(refused)).isEqualTo("temporarily_unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(store().push().statusCode()).as("another client").isEqualTo(201);
        clock.moveTo(clock.instant().plusSeconds(120));
        pushed.sweep();
        assertThat(store.push().statusCode()).as("nobody came for them").isEqualTo(201);
    }

    @Test
    void two_windows_at_once_get_one_code() throws Exception {
        var store = store();
        var visitor = signedIn();
        store.code(visitor);
        String address = store.pushed();
        var start = new CyclicBarrier(6);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return visitor.open(address).statusCode();
                    }))
                    .toList();
            int codes = 0;
            for (var one : answers) if (one.get() == 303) codes++;
            assertThat(codes).isOne();
        }
    }

    @Test
    void what_is_wrong_with_a_pushed_request_is_told_before_anybody_comes() throws Exception {
        var store = store();
        for (var wrong : Map.of(
                        "redirect_uri", "https://evil.example.vn/cb",
                        "request_uri", "urn:ietf:params:oauth:request_uri:x",
                        "code_challenge", "",
                        "code_challenge_method", "plain")
                .entrySet())
            assertThat(error(store.push(wrong.getKey(), wrong.getValue())))
                    .as(wrong.getKey())
                    .isEqualTo("invalid_request");
        assertThat(error(store.push("response_type", "code id_token"))).isEqualTo("unsupported_response_type");
        assertThat(error(store.push("scope", "email"))).isEqualTo("invalid_scope");
        assertThat(error(store.push("client_id", portal().id))).isEqualTo("invalid_client");
        var portal = portal();
        assertThat(portal.post("/oauth2/par", fields(portal.authorize())).statusCode())
                .as("any client may")
                .isEqualTo(201);
        var wrong = new HttpVisitor(port);
        assertThat(wrong.open("/oauth2/par").statusCode()).isIn(401, 404, 405);
    }

    @Test
    void an_assertion_is_the_client_s_own_for_this_provider_young_and_of_use_once() throws Exception {
        var store = store();
        String once = store.assertion();
        assertThat(asked(store, once)).isEqualTo(200);
        assertThat(asked(store, once)).as("again").isEqualTo(401);
        for (Consumer<JWTClaimsSet.Builder> how : List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("aud", KeyedProgram.ISSUER + "/oauth2/token"),
                claims -> claims.claim("aud", List.of(KeyedProgram.ISSUER, KeyedProgram.ISSUER)),
                claims -> claims.claim("aud", "https://another.example.vn"),
                claims -> claims.claim("aud", null),
                claims -> claims.issuer("another"),
                claims -> claims.subject("another"),
                claims -> claims.jwtID(null),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(ago(60)),
                claims -> claims.expirationTime(ago(-3600)),
                claims -> claims.notBeforeTime(ago(-120)),
                claims -> claims.issueTime(ago(-120))))
            assertThat(asked(store, store.assertion(store.key, how))).isEqualTo(401);
        assertThat(asked(store, store.assertion(KeyedProgram.fresh(), _ -> {})))
                .as("another's key")
                .isEqualTo(401);
        assertThat(asked(store, store.assertion(store.key, claims -> claims.notBeforeTime(ago(-8)))))
                .isEqualTo(200);
        var plain = KeyedProgram.registered(clients, port, false, clock);
        assertThat(asked(
                        plain,
                        plain.assertion(plain.key, claims -> claims.audience(KeyedProgram.ISSUER + "/oauth2/token"))))
                .as("without FAPI its other name is taken")
                .isEqualTo(200);
        assertThat(store.program
                        .post("/oauth2/token", "grant_type", "client_credentials")
                        .statusCode())
                .as("by its name alone")
                .isEqualTo(401);
    }

    private static int asked(KeyedProgram store, String assertion) throws Exception {
        return store.post("/oauth2/introspect", null, "token", "x", "client_assertion", assertion)
                .statusCode();
    }

    @Test
    void metadata_announces_all_of_it() throws Exception {
        var document = ClientProgram.json(new HttpVisitor(port).open("/.well-known/openid-configuration"));
        assertThat(document.path("pushed_authorization_request_endpoint").asString())
                .isEqualTo(KeyedProgram.ISSUER + "/oauth2/par");
        assertThat(document.path("dpop_signing_alg_values_supported").toString())
                .contains("ES256");
        assertThat(document.path("token_endpoint_auth_signing_alg_values_supported")
                        .toString())
                .contains("PS256");
        assertThat(document.path("token_endpoint_auth_methods_supported").toString())
                .contains("private_key_jwt");
        assertThat(Set.of(document.path("id_token_signing_alg_values_supported").toString()))
                .containsExactly("[\"RS256\",\"PS256\"]");
    }

    @Test
    void the_endpoint_that_an_assertion_comes_to_is_a_name_of_the_provider_without_fapi() throws Exception {
        var plain = KeyedProgram.registered(clients, port, false, clock);
        assertThat(asked(
                        plain,
                        plain.assertion(plain.key, claims -> claims.audience(KeyedProgram.ISSUER + "/oauth2/par"))))
                .isEqualTo(200);
        assertThat(asked(
                        plain,
                        plain.assertion(plain.key, claims -> claims.audience(KeyedProgram.ISSUER + "/userinfo"))))
                .isEqualTo(401);
    }

    @Test
    void a_process_whose_clock_is_behind_opens_what_another_one_kept() throws Exception {
        var store = store();
        String address = store.pushed();
        clock.moveTo(clock.instant().minusSeconds(5));
        assertThat(signedIn().open(address).statusCode()).isEqualTo(200);
    }

    @Test
    void a_made_up_code_uses_up_no_proof() throws Exception {
        var app = app();
        String proof = KeyedProgram.of(app, KeyedProgram.fresh(), clock).proof("POST", "/oauth2/token", null);
        for (String code : List.of("made-up", Authorizations.challenge("x")))
            assertThat(error(exchange(app, code, proof))).isEqualTo("invalid_grant");
        assertThat(exchange(app, app.code(signedIn()), proof).statusCode()).isEqualTo(200);
        String again = KeyedProgram.of(app, KeyedProgram.fresh(), clock).proof("POST", "/oauth2/token", null);
        for (int i = 0; i < 2; i++)
            assertThat(error(proved(
                            app.request("/oauth2/token", "grant_type", "refresh_token", "refresh_token", "made-up"),
                            again)))
                    .isEqualTo("invalid_grant");
    }

    private static HttpResponse<String> exchange(ClientProgram app, String code, String proof) throws Exception {
        return proved(
                app.request(
                        "/oauth2/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        ClientProgram.CALLBACK,
                        "code_verifier",
                        ClientProgram.VERIFIER),
                proof);
    }

    private static HttpResponse<String> proved(HttpRequest request, String proof) throws Exception {
        return ClientProgram.send(HttpRequest.newBuilder(request, (_, _) -> true)
                .header("DPoP", proof)
                .build());
    }

    @Test
    void who_proves_nothing_pushes_so_often_and_no_more() throws Exception {
        var app = app();
        String[] fields = fields(app.authorize());
        assertThat(app.post("/oauth2/par", fields).statusCode()).isEqualTo(201);
        int last = 0;
        for (int i = 0; i < 130 && last != 429; i++)
            last = app.post("/oauth2/par", "scope", "unknown").statusCode();
        assertThat(last).isEqualTo(429);
        assertThat(portal().post("/oauth2/par", fields(portal().authorize())).statusCode())
                .as("who proves something is not counted")
                .isNotEqualTo(429);
    }
}
