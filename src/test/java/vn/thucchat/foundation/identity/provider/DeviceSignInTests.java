package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.thucchat.foundation.identity.provider.ClientProgram.error;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;

/** Programs without a browser: a person types their code elsewhere and answers (RFC 8628). */
@NullMarked
class DeviceSignInTests extends ProviderTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Client.Terms TERMS = new Client.Terms(
            List.of(), List.of(), Set.copyOf(ClientScope.NAMES), Set.of("DEVICE_CODE", "REFRESH_TOKEN"), true);

    @Autowired
    MockMvc mvc;

    private ClientProgram television() {
        return ClientProgram.registered(clients, port, "ti-vi", false, TERMS);
    }

    private static JsonNode begun(ClientProgram program, String scope) throws Exception {
        return ClientProgram.json(program.post("/oauth2/device_authorization", "scope", scope));
    }

    private static HttpResponse<String> poll(ClientProgram program, JsonNode begun) throws Exception {
        return program.post(
                "/oauth2/token",
                "grant_type",
                GRANT,
                "device_code",
                begun.path("device_code").asString());
    }

    /** Opens the page of a code as it was typed, and answers. */
    private static HttpResponse<String> answer(HttpVisitor visitor, String typed, boolean allow, String... without)
            throws Exception {
        var page = Jsoup.parse(visitor.open("/id/device?" + ClientProgram.written(java.util.Map.of("user_code", typed)))
                .body());
        var form = page.select("form[action=/id/device][method=post]");
        assertThat(form).as(page.text()).hasSize(1);
        var fields = new ArrayList<String>();
        form.select("input[name]").stream()
                .filter(field -> !field.attr("name").equals("_csrf"))
                .filter(field -> !List.of(without).contains(field.attr("value")))
                .forEach(field -> fields.addAll(List.of(field.attr("name"), field.attr("value"))));
        fields.addAll(List.of("allow", Boolean.toString(allow)));
        var post = visitor.post("/id/device", form.select("[name=_csrf]").attr("value"), fields.toArray(String[]::new));
        return visitor.atOnce(List.of(post)).getFirst();
    }

    @Test
    void a_person_types_the_code_elsewhere_and_the_program_gets_its_tokens_once() throws Exception {
        var television = television();
        var begun = begun(television, "openid profile roles email");
        assertThat(begun.path("verification_uri").asString()).isEqualTo("http://localhost:8080/id/device");
        assertThat(begun.path("expires_in").asInt()).isEqualTo(600);
        assertThat(begun.path("interval").asInt()).isEqualTo(5);
        String code = begun.path("user_code").asString();
        assertThat(code).matches("[BCDFGHJKLMNPQRSTVXZ]{4}-[BCDFGHJKLMNPQRSTVXZ]{4}");
        assertThat(begun.path("verification_uri_complete").asString()).endsWith("/id/device?user_code=" + code);
        assertThat(error(poll(television, begun))).isEqualTo("authorization_pending");

        String typed =
                " " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ').replace("dd", "đ");
        var stranger = new HttpVisitor(port).open("/id/device?user_code=" + code);
        assertThat(ClientProgram.location(stranger)).contains("/sign-in?to=%2Fid%2Fdevice%3Fuser_code%3D" + code);
        var visitor = signedIn();
        assertThat(visitor.open("/id/device?user_code=" + code).body())
                .contains("Cổng ti-vi", code, "Biết họ tên và tên đăng nhập của bạn");
        var answered = answer(visitor, typed, true, "roles");
        assertThat(ClientProgram.location(answered)).isEqualTo("/id/applications");
        assertThat(visitor.open("/id/applications").body()).contains("Thiết bị tự tiếp tục", "Cổng ti-vi");

        var tokens = ClientProgram.json(poll(television, begun));
        assertThat(tokens.path("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "profile");
        var claims = ClientProgram.claims(tokens.path("id_token").asString());
        assertThat(claims.has("nonce")).isFalse();
        assertThat(claims.path("auth_time").asLong()).isPositive();
        String access = tokens.path("access_token").asString();
        assertThat(ClientProgram.json(television.userInfo(access)).path("sub")).isEqualTo(claims.path("sub"));
        assertThat(logged("identity.client-signed-in", "/admin/clients/" + television.key))
                .isOne();
        var refreshed = ClientProgram.json(
                television.refresh(tokens.path("refresh_token").asString()));
        assertThat(visitor.open("/id/device?user_code=" + code).statusCode())
                .as("answered")
                .isEqualTo(422);

        assertThat(error(poll(television, begun))).as("a second time").isEqualTo("invalid_grant");
        assertThat(television
                        .userInfo(refreshed.path("access_token").asString())
                        .statusCode())
                .as("and all ends that it gave")
                .isEqualTo(401);
    }

    @Test
    void a_program_that_asks_too_often_waits_longer_each_time() throws Exception {
        var television = television();
        var begun = begun(television, "openid");
        assertThat(error(poll(television, begun))).isEqualTo("authorization_pending");
        clock.moveTo(clock.instant().plusMillis(4_500));
        assertThat(error(poll(television, begun))).as("a little early").isEqualTo("authorization_pending");
        clock.moveTo(clock.instant().plusSeconds(2));
        assertThat(error(poll(television, begun))).isEqualTo("slow_down");
        clock.moveTo(clock.instant().plusSeconds(6));
        assertThat(error(poll(television, begun))).as("ten seconds by now").isEqualTo("slow_down");
        clock.moveTo(clock.instant().plusSeconds(15));
        assertThat(error(poll(television, begun))).isEqualTo("authorization_pending");
        answer(signedIn(), begun.path("user_code").asString(), true);
        assertThat(poll(television, begun).statusCode())
                .as("what is there is not held back")
                .isEqualTo(200);
    }

    @Test
    void who_denies_it_or_comes_too_late_gives_nothing() throws Exception {
        var television = television();
        var visitor = signedIn();
        var denied = begun(television, "openid");
        var answered = answer(visitor, denied.path("user_code").asString(), false);
        assertThat(ClientProgram.location(answered)).isEqualTo("/id/device");
        assertThat(visitor.open("/id/device").body()).contains("Thiết bị không nhận được gì");
        assertThat(error(poll(television, denied))).isEqualTo("access_denied");

        var late = begun(television, "openid");
        var unfetched = begun(television, "openid");
        answer(visitor, unfetched.path("user_code").asString(), true);
        clock.moveTo(clock.instant().plusSeconds(601));
        assertThat(error(poll(television, late))).isEqualTo("expired_token");
        assertThat(error(poll(television, unfetched))).isEqualTo("expired_token");
        assertThat(visitor.open("/id/device?user_code=" + late.path("user_code").asString())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_was_allowed_ends_with_its_withdrawal_also_before_it_was_fetched() throws Exception {
        var television = television();
        var visitor = signedIn();
        var begun = begun(television, "openid");
        answer(visitor, begun.path("user_code").asString(), true);
        visitor.send("/id/applications", "/id/applications/" + television.key + "/withdrawn");
        assertThat(error(poll(television, begun))).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_its_client_s_own_and_only_who_was_registered_for_it_gets_one() throws Exception {
        var television = television();
        var begun = begun(television, "openid");
        assertThat(error(poll(television(), begun))).isEqualTo("invalid_grant");
        assertThat(error(television.post("/oauth2/token", "grant_type", GRANT, "device_code", "made-up")))
                .isEqualTo("invalid_grant");
        assertThat(error(television.post("/oauth2/token", "grant_type", GRANT))).isEqualTo("invalid_request");
        var portal = portal();
        assertThat(error(portal.post("/oauth2/device_authorization", "scope", "openid")))
                .isEqualTo("unauthorized_client");
        assertThat(error(poll(portal, begun))).isEqualTo("unauthorized_client");
        for (String scope : List.of("email", ""))
            assertThat(error(television.post("/oauth2/device_authorization", "scope", scope)))
                    .isEqualTo("invalid_scope");
        assertThat(error(television.post("/oauth2/device_authorization", "client_id", "nobody", "scope", "openid")))
                .isEqualTo("invalid_client");
        assertThat(ClientProgram.answer("http://x" + television.authorize())).isNotEmpty();
        assertThat(new HttpVisitor(port).open(television.authorize()).statusCode())
                .as("nobody is sent anywhere")
                .isEqualTo(400);
    }

    @Test
    void a_client_has_so_many_open_codes() throws Exception {
        var television = television();
        jdbc.sql("""
                        INSERT INTO identity.device_code (user_mark, secret_hash, client, scopes, begun_at, ends_at, wait_seconds)
                        SELECT substr(md5(:client || n), 1, 26), encode(sha256('x'), 'hex'), :client::uuid, '{openid}', :at,
                            :at + interval '10 minutes', 5
                        FROM generate_series(1, 5000) AS n
                        """)
                .param("client", television.key.toString())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        var refused = television.post("/oauth2/device_authorization", "scope", "openid");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(error(refused)).isEqualTo("temporarily_unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void a_client_of_the_demonstration_takes_its_accounts_only_and_fapi_none_at_all() throws Exception {
        clients.demonstrate(
                new Clients.Draft("ti-vi-minh-hoa", "Ti vi", false, Client.Security.PLAIN, TERMS, Client.Calls.NONE),
                null);
        var begun = ClientProgram.json(
                television().post("/oauth2/device_authorization", "client_id", "ti-vi-minh-hoa", "scope", "openid"));
        assertThat(answer(signedIn(), begun.path("user_code").asString(), true).statusCode())
                .isEqualTo(409);
        var key = KeyedProgram.fresh();
        var security =
                new Client.Security(true, true, new com.nimbusds.jose.jwk.JWKSet(key.toPublicJWK()).toString(), null);
        var draft = new Clients.Draft("fapi-ti-vi", "Ti vi", true, security, TERMS, Client.Calls.NONE);
        assertThatThrownBy(() -> clients.register(Persons.a(Roles.ADMINISTRATOR, "19"), draft))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_token_is_bound_to_the_key_that_the_device_shows() throws Exception {
        var television = television();
        var keyed = KeyedProgram.of(television, KeyedProgram.fresh(), clock);
        var begun = begun(television, "openid");
        String proof = keyed.proof("POST", "/oauth2/token", null);
        var request = java.net.http.HttpRequest.newBuilder(
                        television.request(
                                "/oauth2/token",
                                "grant_type",
                                GRANT,
                                "device_code",
                                begun.path("device_code").asString()),
                        (_, _) -> true)
                .header("DPoP", proof)
                .build();
        assertThat(error(ClientProgram.send(request))).isEqualTo("authorization_pending");
        answer(signedIn(), begun.path("user_code").asString(), true);
        var tokens = ClientProgram.json(ClientProgram.send(request));
        assertThat(tokens.path("token_type").asString())
                .as("the question before used up no proof")
                .isEqualTo("DPoP");
    }

    @Test
    void from_one_network_so_many_wrong_codes_come_and_no_more() throws Exception {
        int last = 0;
        for (int i = 0; i < 25 && last != 429; i++)
            last = mvc.perform(get("/id/device")
                            .param("user_code", "BBBB-BBBB")
                            .with(Persons.as(Persons.a(Roles.ADMINISTRATOR, "19")))
                            .with(request -> {
                                request.setRemoteAddr("198.51.100.23");
                                return request;
                            }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        assertThat(last).isEqualTo(429);
    }

    @Test
    void one_person_tries_so_many_codes_and_no_more() throws Exception {
        accounts.ensure("thu.nhieu.ma", "Người Thử", PASSWORD, false);
        var visitor = new HttpVisitor(port).signedIn("thu.nhieu.ma", PASSWORD);
        int last = 0;
        for (int i = 0; i < 40 && last != 429; i++)
            last = visitor.open("/id/device").statusCode();
        assertThat(last).isEqualTo(429);
    }

    @Test
    void metadata_announces_it() throws Exception {
        var document = ClientProgram.json(new HttpVisitor(port).open("/.well-known/openid-configuration"));
        assertThat(document.path("device_authorization_endpoint").asString())
                .isEqualTo("http://localhost:8080/oauth2/device_authorization");
        assertThat(document.path("grant_types_supported").toString()).contains(GRANT);
    }
}
