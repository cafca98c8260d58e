package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** People sign in for a client: from its request over sign-in and consent to what it is told of them. */
@NullMarked
class SignInFlowTests extends ProviderTest {

    @Test
    void a_stranger_signs_in_agrees_and_the_client_is_told_who_it_is() throws Exception {
        var portal = portal();
        var visitor = new HttpVisitor(port);
        String signIn = location(visitor.open(portal.authorize("login_hint", "an", "ui_locales", "en-GB vi")));
        assertThat(signIn).startsWith("/sign-in?to=");
        var form = Jsoup.parse(visitor.open(signIn).body());
        assertThat(form.select("html").attr("lang"))
                .as("in the language that the client names")
                .isEqualTo("en");
        assertThat(form.select("input[name=username]").val()).isEqualTo("an");
        String back = Jsoup.parse(visitor.open(signIn).body())
                .select("input[name=to]")
                .val();
        assertThat(back).as("the request survives the sign-in").startsWith("/oauth2/authorize?");
        var signedIn = visitor.send(signIn, "/sign-in", "username", USERNAME, "password", PASSWORD, "to", back);
        var answered = answer(ClientProgram.agree(visitor, location(signedIn)));
        assertThat(answered)
                .containsEntry("state", "xyz &=")
                .containsEntry("from", "thai-nguyen")
                .containsEntry("iss", "http://localhost:8080");
        var tokens = ClientProgram.json(portal.exchange(answered.get("code")));
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isBetween(590, 600);

        SignedJWT idToken = SignedJWT.parse(tokens.path("id_token").asString());
        var keys = JWKSet.parse(visitor.open("/oauth2/jwks").body());
        assertThat(keys.getKeys()).allMatch(key -> !key.isPrivate());
        var key = keys.getKeyByKeyId(idToken.getHeader().getKeyID()).toRSAKey();
        assertThat(idToken.verify(new RSASSAVerifier(key))).isTrue();
        var claims = idToken.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getAudience()).containsExactly(portal.id);
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaim("acr")).isEqualTo(AuthenticationContext.ONE_FACTOR);
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getLongClaim("auth_time"))
                .isCloseTo(TestTime.now().getEpochSecond(), org.assertj.core.data.Offset.offset(120L));

        var told =
                ClientProgram.json(portal.userInfo(tokens.path("access_token").asString()));
        assertThat(told.path("sub").asString())
                .isEqualTo(claims.getSubject())
                .isNotEqualTo(accounts.find(USERNAME).orElseThrow().id().toString())
                .isNotEqualTo("Nguyễn Văn An");
        assertThat(told.path("name").asString()).isEqualTo("Nguyễn Văn An");
        assertThat(told.path("preferred_username").asString()).isEqualTo(USERNAME);
        assertThat(told.has("roles")).as("was not asked for").isFalse();
        assertThat(logged("identity.client-consented", "/admin/clients/" + portal.key))
                .isOne();
        assertThat(logged("identity.client-signed-in", "/admin/clients/" + portal.key))
                .isOne();
    }

    @Test
    void two_people_of_one_name_and_two_clients_of_one_person_are_told_apart() throws Exception {
        accounts.ensure("an.khac", "Nguyễn Văn An", PASSWORD, false);
        var portal = portal();
        var one = portal.tokens(signedIn());
        var other = portal.tokens(new HttpVisitor(port).signedIn("an.khac", PASSWORD));
        assertThat(subject(one)).isNotEqualTo(subject(other));
        var terms = new vn.thucchat.foundation.identity.clients.Client.Terms(
                List.of("https://khac.example.vn/cb"),
                List.of(),
                java.util.Set.of("openid"),
                ClientProgram.PEOPLE,
                true);
        var elsewhere = ClientProgram.registered(clients, port, "khac", true, terms);
        String code = answer(ClientProgram.agree(
                        signedIn(),
                        elsewhere.authorize("redirect_uri", "https://khac.example.vn/cb", "scope", "openid")))
                .get("code");
        var there = ClientProgram.json(elsewhere.exchange(code, "redirect_uri", "https://khac.example.vn/cb"));
        assertThat(subject(there)).isNotEqualTo(subject(one));
        assertThat(subject(portal.tokens(signedIn())))
                .as("the same at each sign-in")
                .isEqualTo(subject(one));
    }

    private static String subject(tools.jackson.databind.JsonNode tokens) {
        return ClientProgram.claims(tokens.path("id_token").asString())
                .path("sub")
                .asString();
    }

    @Test
    void consent_is_remembered_asked_for_what_is_new_and_left_out_where_one_likes() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        assertThat(location(visitor.open(portal.authorize()))).as("remembered").contains("code=");
        var more = visitor.open(portal.authorize("scope", "openid profile roles"));
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' https://portal.example.vn");
        var page = Jsoup.parse(more.body());
        assertThat(page.select("main").text()).contains("Cổng cong").contains("https://portal.example.vn");
        assertThat(page.select("input[name=scopes]").eachAttr("value")).containsExactly("profile", "roles");
        var form = visitor.post(
                "/oauth2/authorize/consent",
                page.select("main input[name=_csrf]").val(),
                "asked",
                page.select("input[name=asked]").val(),
                "scopes",
                "profile",
                "allow",
                "true");
        var given = location(visitor.atOnce(List.of(form)).getFirst());
        var tokens = ClientProgram.json(portal.exchange(answer(given).get("code")));
        assertThat(tokens.path("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "profile");
        assertThat(visitor.open(portal.authorize("prompt", "consent")).statusCode())
                .as("asked for again")
                .isEqualTo(200);
    }

    @Test
    void who_does_not_agree_is_sent_back_with_that() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var page = Jsoup.parse(visitor.open(portal.authorize()).body());
        var form = visitor.post(
                "/oauth2/authorize/consent",
                page.select("main input[name=_csrf]").val(),
                "asked",
                page.select("input[name=asked]").val(),
                "allow",
                "false");
        assertThat(answer(location(visitor.atOnce(List.of(form)).getFirst())))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", "http://localhost:8080")
                .doesNotContainKey("code");
    }

    @Test
    void more_than_was_asked_for_cannot_be_agreed_to() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var page = Jsoup.parse(visitor.open(portal.authorize("scope", "openid")).body());
        var form = visitor.post(
                "/oauth2/authorize/consent",
                page.select("main input[name=_csrf]").val(),
                "asked",
                page.select("input[name=asked]").val(),
                "scopes",
                "roles",
                "allow",
                "true");
        assertThat(answer(location(visitor.atOnce(List.of(form)).getFirst()))).containsEntry("error", "access_denied");
    }

    @Test
    void a_silent_request_is_answered_without_a_page() throws Exception {
        var portal = portal();
        assertThat(answer(location(new HttpVisitor(port).open(portal.authorize("prompt", "none")))))
                .containsEntry("error", "login_required");
        var visitor = signedIn();
        assertThat(answer(location(visitor.open(portal.authorize("prompt", "none")))))
                .containsEntry("error", "consent_required");
        portal.code(visitor);
        assertThat(answer(location(visitor.open(portal.authorize("prompt", "none")))))
                .containsKey("code");
        clock.moveTo(TestTime.now().plus(Duration.ofMinutes(5)));
        assertThat(answer(location(visitor.open(portal.authorize("prompt", "none", "max_age", "60")))))
                .containsEntry("error", "login_required");
    }

    @Test
    void a_client_may_want_a_fresh_sign_in_and_is_told_its_time() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        long first = authTime(portal.tokens(visitor));
        clock.moveTo(TestTime.now().plus(Duration.ofMinutes(5)));
        for (String[] wish : List.of(new String[] {"prompt", "login"}, new String[] {"max_age", "60"})) {
            String proof = location(visitor.open(portal.authorize(wish)));
            assertThat(proof).startsWith("/sign-in/again?to=");
            String back = Jsoup.parse(visitor.open(proof).body())
                    .select("input[name=to]")
                    .val();
            var signedIn = visitor.send(proof, "/sign-in/again", "password", PASSWORD, "to", back);
            String code = answer(location(visitor.open(location(signedIn)))).get("code");
            long then = authTime(ClientProgram.json(portal.exchange(code)));
            assertThat(then - first).isGreaterThanOrEqualTo(300 - 5);
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
        }
        assertThat(visitor.open(portal.authorize("max_age", "86400")).statusCode())
                .as("fresh enough")
                .isEqualTo(303);
    }

    @Test
    void who_wants_to_choose_the_account_signs_in_anew() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var page = visitor.open(portal.authorize("prompt", "select_account"));
        var form = Jsoup.parse(page.body()).select("form[action=/oauth2/authorize/again]");
        assertThat(form).as(page.body()).hasSize(1);
        var again = visitor.post(
                "/oauth2/authorize/again",
                form.select("[name=_csrf]").attr("value"),
                "asked",
                form.select("[name=asked]").attr("value"));
        assertThat(location(visitor.atOnce(List.of(again)).getFirst())).startsWith("/sign-in?to=");
    }

    private static long authTime(tools.jackson.databind.JsonNode tokens) {
        return ClientProgram.claims(tokens.path("id_token").asString())
                .path("auth_time")
                .asLong();
    }

    @Test
    void a_proof_on_the_way_is_not_made_up_by_the_client() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        for (String made : List.of("0.AAAA", "1.2", "x.y", "99999999999999999999.K")) {
            assertThat(location(visitor.open(portal.authorize("prompt", "login", ClientSignIns.PROVEN_AFTER, made))))
                    .as(made)
                    .startsWith("/sign-in/again?to=");
        }
    }

    @Test
    void a_form_of_the_client_s_page_comes_again_as_an_address() throws Exception {
        var portal = portal();
        String query = URI.create(portal.authorize()).getRawQuery();
        var posted = ClientProgram.send(HttpRequest.newBuilder(URI.create(portal.base + "/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build());
        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(answer(location(posted))).isEqualTo(answer(portal.authorize()));
    }

    @Test
    void a_browser_that_comes_from_our_own_form_is_sent_on_by_a_page() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + portal.authorize()))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .build();
        var page = visitor.atOnce(List.of(request)).getFirst();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Refresh").orElseThrow())
                .startsWith("0; url=https://portal.example.vn/callback");
        assertThat(Jsoup.parse(page.body()).select("main a.go").attr("href")).contains("code=");
    }

    @Test
    void a_loopback_client_chooses_its_port() throws Exception {
        var app = app();
        var visitor = signedIn();
        String there = "http://127.0.0.1:49152/callback";
        String sent = ClientProgram.agree(visitor, app.authorize("redirect_uri", there));
        assertThat(sent).startsWith(there + "?");
        assertThat(ClientProgram.json(app.exchange(answer(sent).get("code"), "redirect_uri", there))
                        .has("refresh_token"))
                .isTrue();
    }

    @Test
    void what_was_allowed_is_listed_and_withdrawn_with_all_that_came_of_it() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var tokens = portal.tokens(visitor);
        String access = tokens.path("access_token").asString();
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(200);
        var page = Jsoup.parse(visitor.open("/id/applications").body());
        assertThat(page.select("main").text()).contains("Cổng cong");
        var answer = visitor.send("/id/applications", "/id/applications/" + portal.key + "/withdrawn");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(401);
        assertThat(ClientProgram.error(
                        portal.refresh(tokens.path("refresh_token").asString())))
                .isEqualTo("invalid_grant");
        assertThat(visitor.open(portal.authorize()).statusCode())
                .as("asked again")
                .isEqualTo(200);
        assertThat(visitor.send("/id/applications", "/id/applications/" + portal.key + "/withdrawn")
                        .statusCode())
                .as("nothing to withdraw")
                .isEqualTo(404);
        assertThat(logged("identity.client-consent-withdrawn", "/admin/clients/" + portal.key))
                .isOne();
    }

    @Test
    void discovery_names_every_address_and_what_is_not_there() throws Exception {
        var visitor = new HttpVisitor(port);
        for (String at : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            var answer = visitor.open(at);
            var document = ClientProgram.json(answer);
            assertThat(document.path("issuer").asString()).isEqualTo("http://localhost:8080");
            assertThat(document.path("authorization_response_iss_parameter_supported")
                            .asBoolean())
                    .isTrue();
            assertThat(document.path("request_uri_parameter_supported").asBoolean(true))
                    .isFalse();
            for (String endpoint : List.of(
                    "authorization_endpoint",
                    "token_endpoint",
                    "userinfo_endpoint",
                    "jwks_uri",
                    "introspection_endpoint",
                    "revocation_endpoint",
                    "end_session_endpoint"))
                assertThat(document.path(endpoint).asString()).startsWith("http://localhost:8080/");
        }
    }
}
