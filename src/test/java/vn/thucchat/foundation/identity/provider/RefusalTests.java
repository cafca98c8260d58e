package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.error;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** What is refused, and how: RFC 6749, RFC 7636, RFC 9700 and OpenID Connect Core 1.0, a row each. */
@NullMarked
class RefusalTests extends ProviderTest {

    @Autowired
    Seal seal;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example.vn/callback",
                "https://portal.example.vn/callback?from=thai-nguyen&more=1",
                "https://portal.example.vn/callback?from=thai-nguyen#fragment",
                "https://portal.example.vn/callback/?from=thai-nguyen",
                "https://PORTAL.example.vn/callback?from=thai-nguyen",
                "https://portal.example.vn:443/callback?from=thai-nguyen",
                "https://portal.example.vn.evil.vn/callback?from=thai-nguyen",
                "https://portal.example.vn@evil.vn/callback?from=thai-nguyen",
                "http://portal.example.vn/callback?from=thai-nguyen",
                "http://localhost/callback",
                "http://localhost:3000/callback",
                "http://127.0.0.2:3000/callback",
                "http://[::1]:3000/callback",
                "http://127.0.0.1:3000/callback/x",
                "http://127.0.0.1:3000/callback?x=1",
                "http://127.0.0.1:99999/callback",
                "http://127.0.0.1:0/callback",
                "http://127.0.0.1:3000/callback#x",
                "http://127.0.0.1.evil.vn/callback",
                "javascript:alert(1)",
                ""
            })
    void nobody_is_sent_to_an_address_that_was_not_registered(String address) throws Exception {
        var answer = new HttpVisitor(port).open(portal().authorize("redirect_uri", address));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void a_client_that_is_not_known_reviewed_or_enabled_gets_nobody() throws Exception {
        var visitor = new HttpVisitor(port);
        var portal = portal();
        assertThat(visitor.open(portal.authorize("client_id", "nobody")).statusCode())
                .isEqualTo(400);
        assertThat(visitor.open(portal.authorize("client_id", "")).statusCode()).isEqualTo(400);
        assertThat(visitor.open(portal.authorize() + "&client_id=" + portal.id).statusCode())
                .as("sent twice")
                .isEqualTo(400);
        assertThat(visitor.open(machine().authorize()).statusCode())
                .as("has no people")
                .isEqualTo(400);
        clients.disable(Persons.a(Roles.ADMINISTRATOR, "19"), portal.key, 2, true)
                .expectDone();
        assertThat(visitor.open(portal.authorize()).statusCode()).as("disabled").isEqualTo(400);
        clients.register(
                Persons.a(Roles.ADMINISTRATOR, "19"),
                "chua-duyet",
                "Chưa duyệt",
                true,
                ClientProgram.terms(ClientProgram.PEOPLE));
        assertThat(visitor.open(portal.authorize("client_id", "chua-duyet")).statusCode())
                .as("not reviewed")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, '', invalid_request",
        "response_mode, fragment, invalid_request",
        "scope, email, invalid_scope",
        "scope, '', invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "prompt, none login, invalid_request",
        "prompt, shout, invalid_request",
        "max_age, -1, invalid_request",
        "max_age, soon, invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://portal.example.vn/r, request_uri_not_supported",
        "registration, {}, registration_not_supported",
        "id_token_hint, eyJhbGciOiJub25lIn0.e30., invalid_request",
    })
    void a_client_is_told_what_is_wrong_with_its_request(String parameter, String value, String error)
            throws Exception {
        String location = location(new HttpVisitor(port).open(portal().authorize(parameter, value)));
        assertThat(location).startsWith("https://portal.example.vn/callback?from=thai-nguyen&");
        assertThat(answer(location))
                .containsEntry("error", error)
                .containsEntry("state", "xyz &=")
                .containsEntry("iss", "http://localhost:8080");
    }

    @Test
    void what_is_sent_twice_or_cannot_be_read_is_refused() throws Exception {
        var visitor = new HttpVisitor(port);
        var portal = portal();
        assertThat(answer(location(visitor.open(portal.authorize() + "&nonce=other"))))
                .containsEntry("error", "invalid_request");
        assertThat(visitor.open(portal.authorize("state", "x".repeat(4_000))).statusCode())
                .isEqualTo(400);
        assertThat(visitor.open("/oauth2/authorize").statusCode()).isEqualTo(400);
    }

    @Test
    void a_code_is_of_use_once_and_the_second_time_ends_what_it_gave() throws Exception {
        var portal = portal();
        String code = portal.code(signedIn());
        var first = ClientProgram.json(portal.exchange(code));
        assertThat(error(portal.exchange(code))).isEqualTo("invalid_grant");
        assertThat(portal.userInfo(first.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertThat(error(portal.refresh(first.path("refresh_token").asString())))
                .isEqualTo("invalid_grant");
        assertThat(logged("identity.client-authorization-ended", "/admin/clients/" + portal.key))
                .isOne();
    }

    @Test
    void of_eight_exchanges_at_once_at_most_one_gets_anything() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        for (int round = 0; round < 5; round++) {
            String code = portal.code(visitor);
            var request = portal.request(
                    "/oauth2/token",
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    ClientProgram.CALLBACK,
                    "code_verifier",
                    ClientProgram.VERIFIER);
            var answers = ClientProgram.atOnce(java.util.Collections.nCopies(8, request));
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                    .hasSize(1);
        }
    }

    @Test
    void a_code_is_worth_nothing_without_all_that_it_is_bound_to() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        String code = portal.code(visitor);
        assertThat(error(portal.exchange(code, "code_verifier", "another-verifier-of-at-least-forty-three-chars-1")))
                .isEqualTo("invalid_grant");
        assertThat(error(portal.exchange(code, "code_verifier", ""))).isEqualTo("invalid_grant");
        assertThat(error(portal.exchange(code, "redirect_uri", "http://127.0.0.1:1/callback")))
                .isEqualTo("invalid_grant");
        assertThat(error(portal.exchange(code, "redirect_uri", ""))).isEqualTo("invalid_grant");
        assertThat(error(portal.exchange(code.substring(0, 20) + "AAAA" + code.substring(24))))
                .isEqualTo("invalid_grant");
        assertThat(error(portal.exchange("made-up"))).isEqualTo("invalid_grant");
        assertThat(portal.exchange(code).statusCode())
                .as("premise: it was good")
                .isEqualTo(200);

        String late = portal.code(visitor);
        clock.moveTo(clock.instant().plus(Authorizations.CODE_LASTS).plusSeconds(1));
        assertThat(error(portal.exchange(late))).isEqualTo("invalid_grant");
    }

    @Test
    void a_stolen_code_or_token_is_of_no_use_to_another_client() throws Exception {
        var portal = portal();
        var thief = portal();
        var visitor = signedIn();
        String code = portal.code(visitor);
        assertThat(error(thief.exchange(code))).isEqualTo("invalid_grant");
        assertThat(error(portal.exchange(code)))
                .as("and of none to anybody then")
                .isEqualTo("invalid_grant");
        var tokens = portal.tokens(visitor);
        String refresh = tokens.path("refresh_token").asString();
        assertThat(error(thief.refresh(refresh))).isEqualTo("invalid_grant");
        assertThat(thief.introspect(refresh).path("active").asBoolean()).isFalse();
        assertThat(thief.introspect(tokens.path("access_token").asString())
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(thief.post("/oauth2/revoke", "token", refresh).statusCode()).isEqualTo(200);
        assertThat(portal.refresh(refresh).statusCode())
                .as("not the thief's to end")
                .isEqualTo(200);
    }

    @Test
    void a_client_proves_who_it_is_in_one_way() throws Exception {
        // of the refusals of one minute only some are written down: this test has a minute of its own
        clock.moveTo(TestTime.now().plus(Duration.ofMinutes(33)));
        var portal = portal();
        var app = app();
        String code = portal.code(signedIn());
        assertThat(portal.post("/oauth2/token", "grant_type", "client_credentials", "client_secret", "x")
                        .statusCode())
                .as("two ways at once")
                .isEqualTo(400);
        for (String[] proof : List.of(
                new String[] {portal.id, "wrong"}, new String[] {"nobody", "wrong"}, new String[] {app.id, "any"})) {
            var request = form(portal, "/oauth2/token", "grant_type=authorization_code&code=" + code)
                    .header("Authorization", ClientProgram.basic(proof[0], proof[1]))
                    .build();
            var answer = ClientProgram.send(request);
            assertThat(answer.statusCode()).as(proof[0]).isEqualTo(401);
            assertThat(error(answer)).isEqualTo("invalid_client");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic");
        }
        var nameOnly = form(portal, "/oauth2/token", "grant_type=authorization_code&client_id=" + portal.id);
        assertThat(ClientProgram.send(nameOnly.build()).statusCode())
                .as("without its secret")
                .isEqualTo(401);
        var inAddress = form(portal, "/oauth2/token?client_secret=" + portal.secret, "client_id=" + portal.id);
        assertThat(ClientProgram.send(inAddress.build()).statusCode())
                .as("in the address")
                .isEqualTo(400);
        assertThat(portal.exchange(code).statusCode()).as("premise").isEqualTo(200);
        assertThat(logged("identity.client-refused", "/oauth2/token")).isPositive();
    }

    private static HttpRequest.Builder form(ClientProgram client, String path, String body) {
        return HttpRequest.newBuilder(URI.create(client.base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void a_client_gets_tokens_only_in_the_ways_that_were_registered() throws Exception {
        var portal = portal();
        var machine = machine();
        assertThat(error(portal.post("/oauth2/token", "grant_type", "client_credentials")))
                .isEqualTo("unauthorized_client");
        assertThat(error(machine.exchange("x"))).isEqualTo("unauthorized_client");
        assertThat(error(machine.refresh("x"))).isEqualTo("unauthorized_client");
        assertThat(error(portal.post("/oauth2/token", "grant_type", "password", "username", USERNAME)))
                .isEqualTo("unsupported_grant_type");
        assertThat(error(machine.post("/oauth2/token", "grant_type", "client_credentials", "scope", "openid")))
                .isEqualTo("invalid_scope");
        var codeOnly = ClientProgram.registered(
                clients, port, "mot-lan", true, ClientProgram.terms(Set.of("AUTHORIZATION_CODE")));
        assertThat(codeOnly.tokens(signedIn()).has("refresh_token")).isFalse();
    }

    @Test
    void a_machine_acts_in_its_own_name_and_is_told_of_nobody() throws Exception {
        var machine = machine();
        var tokens = ClientProgram.json(machine.post("/oauth2/token", "grant_type", "client_credentials"));
        assertThat(tokens.has("refresh_token")).isFalse();
        String token = tokens.path("access_token").asString();
        var told = machine.introspect(token);
        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("client_id").asString()).isEqualTo(machine.id);
        assertThat(machine.userInfo(token).statusCode()).isEqualTo(401);
        assertThat(machine.post("/oauth2/revoke", "token", token).statusCode()).isEqualTo(200);
        assertThat(machine.introspect(token).path("active").asBoolean()).isFalse();
    }

    @Test
    void a_token_says_what_it_is_worth_until_it_is_given_back() throws Exception {
        var portal = portal();
        var tokens = portal.tokens(signedIn());
        String access = tokens.path("access_token").asString();
        String refresh = tokens.path("refresh_token").asString();
        var told = portal.introspect(access);
        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "profile");
        assertThat(told.path("iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(portal.introspect(refresh).path("active").asBoolean()).isTrue();
        assertThat(portal.introspect("made-up").toString()).isEqualTo("{\"active\":false}");
        assertThat(error(app().post("/oauth2/introspect", "token", access))).isEqualTo("unauthorized_client");
        assertThat(portal.post("/oauth2/revoke", "token", access).statusCode()).isEqualTo(200);
        assertThat(portal.introspect(access).path("active").asBoolean()).isFalse();
        assertThat(portal.introspect(refresh).path("active").asBoolean())
                .as("the other too")
                .isFalse();
        assertThat(portal.post("/oauth2/revoke", "token", "made-up").statusCode())
                .isEqualTo(200);
        assertThat(logged("identity.client-authorization-ended", "/admin/clients/" + portal.key))
                .isOne();
    }

    @Test
    void an_access_token_is_not_made_by_others_nor_of_use_for_long() throws Exception {
        var portal = portal();
        var tokens = portal.tokens(signedIn(), "scope", "profile");
        assertThat(portal.userInfo(tokens.path("access_token").asString()).statusCode())
                .as("without openid")
                .isEqualTo(403);
        String access = portal.tokens(signedIn()).path("access_token").asString();
        assertThat(portal.userInfo(access).statusCode()).as("premise").isEqualTo(200);
        String flipped = access.substring(0, 40) + (access.charAt(40) == 'A' ? 'B' : 'A') + access.substring(41);
        for (String made : List.of("x", "", flipped, seal.close("x 1 2 openid", "something else")))
            assertThat(portal.userInfo(made).statusCode()).as(made).isEqualTo(401);
        var none = ClientProgram.send(
                HttpRequest.newBuilder(URI.create(portal.base + "/userinfo")).build());
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        clock.moveTo(clock.instant().plus(AccessTokens.LASTS).plus(Duration.ofSeconds(1)));
        var over = portal.userInfo(access);
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    }

    @Test
    void demonstration_accounts_and_real_systems_do_not_meet() throws Exception {
        accounts.ensure("thu.thoi", "Thử Thôi", PASSWORD, true);
        var portal = portal();
        var visitor = new HttpVisitor(port).signedIn("thu.thoi", PASSWORD);
        assertThat(visitor.open(portal.authorize()).statusCode()).isEqualTo(403);
        assertThat(answer(location(visitor.open(portal.authorize("prompt", "none")))))
                .containsEntry("error", "access_denied");
        clients.demonstrate(
                new Clients.Draft(
                        "minh-hoa-thu",
                        "Minh họa",
                        false,
                        Client.Security.PLAIN,
                        ClientProgram.terms(ClientProgram.PEOPLE),
                        Client.Calls.NONE),
                null);
        assertThat(signedIn()
                        .open(portal.authorize("client_id", "minh-hoa-thu"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.open(portal.authorize("client_id", "minh-hoa-thu")).statusCode())
                .isEqualTo(200);
        clients.switchDemonstration(false);
        assertThat(visitor.open(portal.authorize("client_id", "minh-hoa-thu")).statusCode())
                .isEqualTo(400);
        clients.switchDemonstration(true);
        assertThat(visitor.open(portal.authorize("client_id", "minh-hoa-thu")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void programs_in_browsers_may_read_what_tokens_open() throws Exception {
        for (String path : List.of("/oauth2/token", "/userinfo", "/oauth2/jwks", "/.well-known/openid-configuration")) {
            var preflight = ClientProgram.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://spa.example.vn")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization")
                    .build());
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .contains("*");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @Test
    void a_token_that_is_sent_in_two_ways_is_no_request() throws Exception {
        var portal = portal();
        String access = portal.tokens(signedIn()).path("access_token").asString();
        var twice = HttpRequest.newBuilder(URI.create(portal.base + "/userinfo"))
                .header("Authorization", "Bearer " + access)
                .header("Authorization", "Bearer " + access)
                .build();
        var both = HttpRequest.newBuilder(URI.create(portal.base + "/userinfo"))
                .header("Authorization", "Bearer " + access)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("access_token=" + access))
                .build();
        for (var request : List.of(twice, both)) {
            var answer = ClientProgram.send(request);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .contains("invalid_request");
        }
    }
}
