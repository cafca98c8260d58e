package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.error;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.testing.HttpVisitor;

/**
 * What the OpenID Foundation's plans for basic providers, their metadata and logouts ask, as far as no other test asks it; by
 * clients that send neither PKCE nor a nonce, as most of these plans' do.
 */
@NullMarked
class BasicPlanTests extends ProviderTest {

    private static final String[] BARE = {"nonce", "", "code_challenge", "", "code_challenge_method", ""};
    private static final String BYE = "post_logout_redirect_uri=https://portal.example.vn/bye";

    private ClientProgram older() {
        var security = new Client.Security(false, false, null, null);
        var all = ClientProgram.terms(ClientProgram.PEOPLE);
        var terms = new Client.Terms(
                all.redirectUris(), all.logoutUris(), Set.of("openid", "profile", "roles"), all.grants(), true);
        return ClientProgram.registered(clients, port, "cu", security, terms);
    }

    private static String[] bare(String... more) {
        var all = new ArrayList<>(List.of(BARE));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static HttpResponse<String> exchanged(ClientProgram client, String code, String... more) throws Exception {
        var all = new ArrayList<>(
                List.of("grant_type", "authorization_code", "code", code, "redirect_uri", ClientProgram.CALLBACK));
        all.addAll(List.of(more));
        return client.post("/oauth2/token", all.toArray(String[]::new));
    }

    private static JsonNode tokens(ClientProgram client, HttpVisitor visitor, String... more) throws Exception {
        return ClientProgram.json(exchanged(client, client.code(visitor, bare(more))));
    }

    private static JsonNode idToken(JsonNode tokens) {
        return ClientProgram.claims(tokens.path("id_token").asString());
    }

    @Test
    void a_code_without_nonce_and_pkce_gives_what_a_client_checks() throws Exception {
        var client = older();
        var answer = exchanged(client, client.code(signedIn(), BARE));
        var tokens = ClientProgram.json(answer);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        var header = SignedJWT.parse(tokens.path("id_token").asString()).getHeader();
        assertThat(header.getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(header.getKeyID()).isNotBlank();
        var claims = idToken(tokens);
        assertThat(claims.has("nonce")).isFalse();
        assertThat(claims.path("aud").asString()).isEqualTo(client.id);
        assertThat(claims.path("exp").asLong()).isGreaterThan(claims.path("iat").asLong());
        assertThat(claims.path("sub").asString()).matches("[!-~]{1,255}");
    }

    @ParameterizedTest
    @CsvSource({
        "display, page",
        "display, popup",
        "claims_locales, se",
        "ui_locales, se",
        "extra, foobar",
        "acr_values, urn:mace:incommon:iap:silver",
        "login_hint, buffy@example.vn",
        "scope, profile openid",
        "scope, openid email address phone",
        "scope, openid profile email address phone",
        "max_age, 10000",
    })
    void a_request_succeeds_with_what_may_be_ignored(String parameter, String value) throws Exception {
        var client = older();
        var told = tokens(client, signedIn(), parameter, value);
        assertThat(told.has("id_token")).isTrue();
        assertThat(told.path("scope").asString().split(" ")).doesNotContain("email", "address", "phone");
    }

    @Test
    void a_fresh_proof_is_asked_for_by_a_request_that_can_be_told_from_others() throws Exception {
        var client = older();
        var visitor = signedIn();
        for (String[] wish : List.of(new String[] {"prompt", "login"}, new String[] {"max_age", "1"})) {
            String address = client.authorize(bare("state", "", wish[0], wish[1]));
            assertThat(answer(location(visitor.open(address)))).containsEntry("error", "invalid_request");
        }
        assertThat(location(visitor.open(client.authorize(bare("prompt", "login")))))
                .startsWith("/sign-in/again");
    }

    @Test
    void scopes_that_there_are_not_are_ignored_beside_going_on() throws Exception {
        var tokens = portal().tokens(signedIn(), "scope", "openid profile email address phone offline_access");
        assertThat(tokens.path("scope").asString().split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "offline_access");
    }

    @Test
    void userinfo_is_told_by_get_and_by_post_with_the_token_in_header_or_body() throws Exception {
        var client = older();
        String access = tokens(client, signedIn()).path("access_token").asString();
        var told = client.userInfo(access);
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        var byHeader = HttpRequest.newBuilder(URI.create(client.base + "/userinfo"))
                .header("Authorization", "Bearer " + access)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var byBody = HttpRequest.newBuilder(URI.create(client.base + "/userinfo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("access_token=" + access))
                .build();
        for (var request : List.of(byHeader, byBody))
            assertThat(ClientProgram.json(ClientProgram.send(request))).isEqualTo(ClientProgram.json(told));
    }

    @Test
    void who_is_signed_in_is_told_of_silently_with_the_same_subject_and_time() throws Exception {
        var client = older();
        var visitor = signedIn();
        var first = tokens(client, visitor);
        clock.moveTo(clock.instant().plusSeconds(3));
        String hint = first.path("id_token").asString();
        for (String[] wish : List.of(
                new String[] {"prompt", "none"},
                new String[] {"prompt", "none", "id_token_hint", hint},
                new String[] {"prompt", "none", "max_age", "10000"})) {
            String code =
                    answer(location(visitor.open(client.authorize(bare(wish))))).get("code");
            var again = idToken(ClientProgram.json(exchanged(client, Objects.requireNonNull(code, wish[1]))));
            assertThat(again.path("sub")).isEqualTo(idToken(first).path("sub"));
            assertThat(again.path("auth_time")).isEqualTo(idToken(first).path("auth_time"));
        }
    }

    @Test
    void a_request_object_is_refused_as_unsupported_and_never_followed() throws Exception {
        var client = older();
        var visitor = signedIn();
        assertThat(answer(location(visitor.open(client.authorize(bare("request", "eyJhbGciOiJub25lIn0.e30."))))))
                .containsEntry("error", "request_not_supported")
                .containsEntry("state", "xyz &=");
        assertThat(visitor.open(client.authorize(bare(
                                "request", "eyJhbGciOiJub25lIn0.e30.", "redirect_uri", "https://evil.example.vn/")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(answer(location(visitor.open(client.authorize(bare("response_type", ""))))))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void a_secret_is_sent_in_the_body_or_percent_encoded_in_the_header() throws Exception {
        var client = older();
        String secret = Objects.requireNonNull(client.secret);
        var fields = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                client.code(signedIn(), BARE),
                "redirect_uri",
                ClientProgram.CALLBACK));
        fields.put("client_id", client.id);
        fields.put("client_secret", secret);
        var request = HttpRequest.newBuilder(URI.create(client.base + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded");
        var posted = request.copy().POST(HttpRequest.BodyPublishers.ofString(ClientProgram.written(fields)));
        assertThat(ClientProgram.send(posted.build()).statusCode()).isEqualTo(200);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8)
                .replace("-", "%2D")
                .replace("_", "%5F");
        var header = request.header("Authorization", ClientProgram.basic(client.id.replace("-", "%2D"), encoded))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&refresh_token=x"));
        assertThat(error(ClientProgram.send(header.build())))
                .as("known, and without such a token")
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_code_that_comes_again_after_half_a_minute_ends_what_it_gave() throws Exception {
        var client = older();
        String code = client.code(signedIn(), BARE);
        String access =
                ClientProgram.json(exchanged(client, code)).path("access_token").asString();
        clock.moveTo(clock.instant().plusSeconds(30));
        assertThat(client.userInfo(access).statusCode()).as("premise").isEqualTo(200);
        assertThat(error(exchanged(client, code))).isEqualTo("invalid_grant");
        assertThat(client.userInfo(access).statusCode()).isEqualTo(401);
    }

    @Test
    void who_may_do_without_pkce_is_held_to_it_and_nobody_adds_it_later() throws Exception {
        var client = older();
        var visitor = signedIn();
        String bound = client.code(visitor, "nonce", "");
        assertThat(error(exchanged(client, bound))).isEqualTo("invalid_grant");
        assertThat(error(exchanged(client, bound, "code_verifier", "another-verifier-of-at-least-forty-three-chars-1")))
                .isEqualTo("invalid_grant");
        assertThat(exchanged(client, bound, "code_verifier", ClientProgram.VERIFIER)
                        .statusCode())
                .isEqualTo(200);
        assertThat(error(exchanged(client, client.code(visitor, BARE), "code_verifier", ClientProgram.VERIFIER)))
                .as("a verifier where there was no challenge")
                .isEqualTo("invalid_grant");
        String twice = client.code(visitor, "nonce", "");
        var body = ClientProgram.written(
                Map.of("grant_type", "authorization_code", "code", twice, "redirect_uri", ClientProgram.CALLBACK));
        String verifiers = "&code_verifier=" + ClientProgram.VERIFIER + "&code_verifier=another-one";
        var request = HttpRequest.newBuilder(client.request("/oauth2/token"), (_, _) -> true)
                .POST(HttpRequest.BodyPublishers.ofString(body + verifiers))
                .build();
        assertThat(error(ClientProgram.send(request)))
                .as("sent twice is not left out")
                .isEqualTo("invalid_request");
        for (String[] half :
                List.of(new String[] {"code_challenge_method", ""}, new String[] {"code_challenge", ""}, new String[] {
                    "code_challenge_method", "plain"
                }))
            assertThat(answer(location(visitor.open(client.authorize(half)))))
                    .containsEntry("error", "invalid_request");
        assertThat(answer(location(visitor.open(portal().authorize(BARE)))))
                .as("all others have to")
                .containsEntry("error", "invalid_request");
    }

    @Test
    void another_client_s_refresh_token_is_of_no_use() throws Exception {
        var client = older();
        String refresh = tokens(client, signedIn(), "scope", "openid", "prompt", "consent")
                .path("refresh_token")
                .asString();
        assertThat(error(older().refresh(refresh))).isEqualTo("invalid_grant");
        var first = ClientProgram.json(client.refresh(refresh));
        assertThat(idToken(first).has("nonce")).isFalse();
        assertThat(idToken(first).path("aud").asString()).isEqualTo(client.id);
    }

    @Test
    void metadata_holds_what_programs_need() throws Exception {
        var answer = new HttpVisitor(port).open("/.well-known/openid-configuration");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        var document = ClientProgram.json(answer);
        for (String list : List.of(
                "response_types_supported code",
                "subject_types_supported pairwise",
                "id_token_signing_alg_values_supported RS256",
                "scopes_supported openid",
                "claims_supported sub",
                "claims_supported auth_time",
                "grant_types_supported authorization_code",
                "token_endpoint_auth_methods_supported client_secret_basic",
                "code_challenge_methods_supported S256",
                "claim_types_supported normal")) {
            String[] parts = list.split(" ", -1);
            assertThat(document.path(parts[0]).toString()).contains('"' + parts[1] + '"');
        }
        for (String yes : List.of(
                "claims_parameter_supported",
                "backchannel_logout_supported",
                "backchannel_logout_session_supported",
                "authorization_response_iss_parameter_supported"))
            assertThat(document.path(yes).asBoolean()).as(yes).isTrue();
        for (String no : List.of("request_parameter_supported", "request_uri_parameter_supported"))
            assertThat(document.path(no).asBoolean(true)).as(no).isFalse();
        assertThat(document.has("registration_endpoint")).isFalse();
    }

    @Test
    void who_was_signed_out_for_a_client_is_told_of_no_more() throws Exception {
        var client = older();
        var visitor = signedIn();
        String hint = tokens(client, visitor).path("id_token").asString();
        for (String wrong : List.of(
                "id_token_hint=" + hint + "&" + BYE + "?foo=bar",
                "id_token_hint=" + hint + "&post_logout_redirect_uri=https://portal.example.vn/bye/x&state=s",
                "id_token_hint=bad.to.ken&" + BYE + "&state=s",
                BYE + "&state=s"))
            assertThat(visitor.open("/connect/logout?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        assertThat(visitor.open("/connect/logout?state=s").statusCode())
                .as("asked, for nobody said who wants it")
                .isEqualTo(200);
        assertThat(answer(location(visitor.open(client.authorize(bare("prompt", "none"))))))
                .as("premise: still signed in")
                .containsKey("code");
        assertThat(visitor.open("/connect/logout?id_token_hint=" + hint + "&state=s")
                        .body())
                .as("without an address it ends here")
                .contains("Đã đăng xuất");
        assertThat(answer(location(visitor.open(client.authorize(bare("prompt", "none"))))))
                .containsEntry("error", "login_required");

        var again = signedIn();
        String next = tokens(client, again).path("id_token").asString();
        assertThat(location(again.open("/connect/logout?id_token_hint=" + next + "&" + BYE)))
                .as("no state, none back")
                .isEqualTo("https://portal.example.vn/bye");
    }
}
