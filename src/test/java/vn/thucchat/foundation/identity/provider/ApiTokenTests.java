package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.testing.HttpVisitor;

/** Programs at our own API: for a person or in their own name, as far as scopes and roles go, until it is taken back. */
@NullMarked
class ApiTokenTests extends ProviderTest {

    private static final String OWN = "/api/v1/me/access-log";

    @Autowired
    ApiTokens tokens;

    @Autowired
    AccountFactors factors;

    private HttpResponse<String> call(String method, String path, String scheme, String token, @Nullable String proof)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", scheme + " " + token)
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (proof != null) request.header("DPoP", proof);
        return ClientProgram.send(request.build());
    }

    private static List<String> challenges(HttpResponse<String> answer) {
        return answer.headers().allValues("WWW-Authenticate");
    }

    @Test
    void a_person_s_program_reads_what_the_person_may_until_it_is_withdrawn() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        String access = portal.tokens(visitor, "scope", "openid api_read")
                .path("access_token")
                .asString();
        assertThat(call("GET", OWN, "Bearer", access, null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/v1/payments", "Bearer", access, null).statusCode())
                .as("no role for it")
                .isEqualTo(403);
        var written = call("POST", "/api/v1/vietqr", "Bearer", access, null);
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(challenges(written))
                .singleElement()
                .asString()
                .contains("insufficient_scope")
                .contains("scope=\"api_write\"");
        visitor.send("/id/applications", "/id/applications/" + portal.key + "/withdrawn");
        var refused = call("GET", OWN, "Bearer", access, null);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(challenges(refused)).singleElement().asString().contains("invalid_token");
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void a_token_for_something_else_opens_no_api_and_a_cookie_beside_it_does_not_count() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        String access = portal.tokens(visitor).path("access_token").asString();
        assertThat(call("GET", OWN, "Bearer", access, null).statusCode()).isEqualTo(403);
        assertThat(call("GET", OWN, "Bearer", "made-up", null).statusCode()).isEqualTo(401);
        assertThat(call("GET", OWN, "DPoP", access, null).statusCode()).isEqualTo(401);
        var both = HttpRequest.newBuilder(URI.create("http://localhost:" + port + OWN))
                .header("Authorization", "Bearer made-up")
                .build();
        assertThat(visitor.atOnce(List.of(both)).getFirst().statusCode()).isEqualTo(401);
        assertThat(new HttpVisitor(port).open("/api/v1/units/19").statusCode())
                .as("what is open stays open")
                .isEqualTo(200);
    }

    @Test
    void a_machine_acts_by_its_account_and_its_roles() throws Exception {
        var machine = accounts.ensure("may.doi.soat", "Máy đối soát", null, false);
        var security = new Client.Security(false, true, null, null);
        var plain = machine("doi-soat", security, machine.id());
        String access = ClientProgram.json(plain.post("/oauth2/token", "grant_type", "client_credentials"))
                .path("access_token")
                .asString();
        assertThat(call("GET", "/api/v1/payments", "Bearer", access, null).statusCode())
                .as("no role yet")
                .isEqualTo(403);
        accounts.grant(machine.id(), PaymentRoles.ACCOUNTANT, "19");
        assertThat(call("GET", "/api/v1/payments", "Bearer", access, null).statusCode())
                .as("the role asks for more than a secret")
                .isEqualTo(403);
        var key = KeyedProgram.fresh();
        var keyed = KeyedProgram.of(
                machine(
                        "doi-soat-khoa",
                        new Client.Security(true, true, new JWKSet(key.toPublicJWK()).toString(), null),
                        machine.id()),
                key,
                clock);
        String bound = ClientProgram.json(keyed.post(
                        "/oauth2/token",
                        keyed.proof("POST", "/oauth2/token", null),
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "api_read"))
                .path("access_token")
                .asString();
        assertThat(call("GET", "/api/v1/payments", "DPoP", bound, keyed.proof("GET", "/api/v1/payments", bound))
                        .statusCode())
                .as("let in: what is missing are parameters")
                .isEqualTo(400);
        assertThat(call("GET", "/api/v1/payments", "Bearer", bound, null).statusCode())
                .isEqualTo(401);
        jdbc.sql("UPDATE identity.account SET disabled = true WHERE id = :id")
                .param("id", machine.id())
                .update();
        assertThat(call("GET", "/api/v1/payments", "DPoP", bound, keyed.proof("GET", "/api/v1/payments", bound))
                        .statusCode())
                .as("disabled: at once")
                .isEqualTo(401);
    }

    private ClientProgram machine(String name, Client.Security security, java.util.UUID account) {
        var terms = new Client.Terms(
                List.of(), List.of(), Set.of("api_read", "api_write"), Set.of("CLIENT_CREDENTIALS"), true);
        return ClientProgram.registered(clients, port, name, security, terms, new Client.Calls(null, false, account));
    }

    @Test
    void a_machine_without_an_account_gets_no_scope() throws Exception {
        assertThat(ClientProgram.error(
                        machine().post("/oauth2/token", "grant_type", "client_credentials", "scope", "api_read")))
                .isEqualTo("invalid_scope");
    }

    @Test
    void the_description_of_the_api_names_tokens() throws Exception {
        var document = ClientProgram.json(new HttpVisitor(port).open("/v3/api-docs"));
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("type")
                        .asString())
                .isEqualTo("oauth2");
        assertThat(document.path("paths")
                        .path("/api/v1/payments")
                        .path("get")
                        .path("security")
                        .toString())
                .contains("api_read")
                .contains("session");
    }

    private SignedIn caller(String access) {
        var request = new MockHttpServletRequest("GET", OWN);
        request.addHeader("Authorization", "Bearer " + access);
        return switch (tokens.open(request, true)) {
            case ApiTokens.Outcome.Granted(var caller) -> caller;
            case ApiTokens.Outcome.Refused(var status, var challenges) ->
                throw new AssertionError(status + " " + challenges);
        };
    }

    @Test
    void no_token_is_a_proof_by_a_device_given_just_now() throws Exception {
        accounts.ensure("hai.yeu.to", "Hai Yếu Tố", PASSWORD, false);
        var portal = portal();
        String access = portal.tokens(
                        new HttpVisitor(port).signedIn("hai.yeu.to", PASSWORD), "scope", "openid api_read")
                .path("access_token")
                .asString();
        assertThat(caller(access).assurance().twoFactors()).isFalse();
        passkey("hai.yeu.to");
        jdbc.sql("""
                        UPDATE identity.client_authorization SET acr = :acr, amr = '{pwd,otp,mfa}' WHERE client = :client
                        """)
                .param("acr", AuthenticationContext.TWO_FACTORS)
                .param("client", portal.key)
                .update();
        var person = caller(access);
        assertThat(person.assurance().twoFactors()).isTrue();
        assertThat(factors.recent(person, Duration.ofHours(1)))
                .as("the password may be all that was given again")
                .isFalse();
    }

    @Test
    void nobody_is_there_when_a_machine_calls_and_it_is_none_once_a_person_can_be() throws Exception {
        var machine = accounts.ensure("may.mot.minh", "Máy một mình", null, false);
        var plain = machine("mot-minh", new Client.Security(false, true, null, null), machine.id());
        String access = ClientProgram.json(plain.post("/oauth2/token", "grant_type", "client_credentials"))
                .path("access_token")
                .asString();
        assertThat(factors.recent(caller(access), Duration.ofHours(1))).isFalse();
        assertThat(call("GET", OWN, "Bearer", access, null).statusCode()).isEqualTo(200);
        passkey("may.mot.minh");
        assertThat(call("GET", OWN, "Bearer", access, null).statusCode())
                .as("somebody signs in with it")
                .isEqualTo(401);
    }

    @Test
    void programs_in_browsers_may_ask_whether_they_may_send_a_token() throws Exception {
        for (String method : List.of("POST", "PUT")) {
            var asked = ClientProgram.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + OWN))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://spa.example.vn")
                    .header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", "authorization,content-type")
                    .build());
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(asked.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElseThrow())
                    .contains(method);
            assertThat(asked.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElseThrow())
                    .containsIgnoringCase("authorization");
            assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }
}
