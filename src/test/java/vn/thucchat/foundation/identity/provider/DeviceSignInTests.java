package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.thucchat.foundation.identity.provider.ClientProgram.error;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;

/** Programs without a browser: a person types their code elsewhere and answers (RFC 8628). */
@NullMarked
class DeviceSignInTests extends ProviderTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Client.Terms TERMS = new Client.Terms(
            List.of(),
            List.of(),
            Set.of("openid", "profile", "roles", "api_read"),
            Set.of("DEVICE_CODE", "REFRESH_TOKEN"),
            true);

    @Autowired
    MockMvc mvc;

    /** Another person each time: one uses the page thirty times a minute and no more. */
    @Override
    HttpVisitor signedIn() throws Exception {
        String username = "thiet.bi." + UUID.randomUUID().toString().substring(0, 8);
        accounts.ensure(username, "Nguyễn Văn An", PASSWORD, false);
        return signedIn(username);
    }

    /** Whatever other tests mistyped from this network. */
    private HttpVisitor signedIn(String username) throws Exception {
        jdbc.sql("DELETE FROM identity.attempt WHERE key LIKE '%net:%'").update();
        return new HttpVisitor(port).signedIn(username, PASSWORD);
    }

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
                .filter(field -> !field.attr("type").equals("checkbox") || field.hasAttr("checked"))
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
        assertThat(begun.has("verification_uri_complete"))
                .as("anybody began it")
                .isFalse();
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
    void who_agrees_to_nothing_is_asked_again_and_the_code_stays_open() throws Exception {
        var television = television();
        var begun = begun(television, "api_read");
        String code = begun.path("user_code").asString();
        var visitor = signedIn();
        var asked = answer(visitor, code, true);
        assertThat(asked.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(asked.body());
        assertThat(page.select("main [role=alert]").text()).contains("Chọn ít nhất một");
        assertThat(error(poll(television, begun))).isEqualTo("authorization_pending");
        var post = visitor.post(
                "/id/device",
                page.select("form.card [name=_csrf]").attr("value"),
                "user_code",
                code,
                "scopes",
                "api_read",
                "allow",
                "true");
        assertThat(ClientProgram.location(visitor.atOnce(List.of(post)).getFirst()))
                .isEqualTo("/id/applications");
        clock.moveTo(clock.instant().plusSeconds(5));
        assertThat(ClientProgram.json(poll(television, begun)).path("scope").asString())
                .isEqualTo("api_read");
    }

    @Test
    void a_button_pressed_twice_is_no_guess() throws Exception {
        var television = television();
        var visitor = signedIn();
        var begun = begun(television, "openid");
        String code = begun.path("user_code").asString();
        String token = Jsoup.parse(visitor.open("/id/device?user_code=" + code).body())
                .select("form.card [name=_csrf]")
                .attr("value");
        for (int i = 0; i < 12; i++) {
            var post = visitor.post("/id/device", token, "user_code", code, "allow", "true");
            assertThat(visitor.atOnce(List.of(post)).getFirst().statusCode()).isEqualTo(i == 0 ? 303 : 422);
        }
        String next = begun(television, "openid").path("user_code").asString();
        assertThat(visitor.open("/id/device?user_code=" + next).statusCode()).isEqualTo(200);
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
        var lastMinute = begun(television, "openid");
        answer(visitor, lastMinute.path("user_code").asString(), true);
        clock.moveTo(clock.instant().plusSeconds(601));
        assertThat(error(poll(television, late))).isEqualTo("expired_token");
        assertThat(poll(television, lastMinute).statusCode())
                .as("allowed in time, and asked for a moment later")
                .isEqualTo(200);
        assertThat(signedIn()
                        .open("/id/device?user_code=" + late.path("user_code").asString())
                        .statusCode())
                .isEqualTo(422);
        clock.moveTo(clock.instant().plusSeconds(120));
        assertThat(error(poll(television, unfetched))).isEqualTo("expired_token");
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
        assertThat(new HttpVisitor(port).open(television.authorize()).statusCode())
                .as("nobody is sent anywhere")
                .isEqualTo(400);
    }

    @Test
    void a_client_has_so_many_open_codes_and_a_public_one_few_from_one_network() throws Exception {
        var television = television();
        rows(television, 20, "127.0.0.1");
        assertThat(error(television.post("/oauth2/device_authorization", "scope", "openid")))
                .isEqualTo("temporarily_unavailable");
        jdbc.sql("UPDATE identity.device_code SET answered_at = begun_at WHERE client = :client")
                .param("client", television.key)
                .update();
        rows(television, 4999, "");
        assertThat(television
                        .post("/oauth2/device_authorization", "scope", "openid")
                        .statusCode())
                .as("answered ones do not count")
                .isEqualTo(200);
        var refused = television.post("/oauth2/device_authorization", "scope", "openid");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(error(refused)).isEqualTo("temporarily_unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    }

    private void rows(ClientProgram client, int many, String network) {
        jdbc.sql("""
                        INSERT INTO identity.device_code (user_mark, secret_hash, client, scopes, begun_at, ends_at,
                            wait_seconds, network)
                        SELECT substr(md5(:client || :network || n), 1, 26), encode(sha256('x'), 'hex'), :client::uuid,
                            '{openid}', :at, :at + interval '10 minutes', 5, :network
                        FROM generate_series(1, :many) AS n
                        """)
                .param("client", client.key.toString())
                .param("network", network)
                .param("many", many)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    @Test
    void a_lost_answer_is_given_again_for_half_a_minute() throws Exception {
        var television = television();
        var begun = begun(television, "openid");
        answer(signedIn(), begun.path("user_code").asString(), true);
        var request = television.request(
                "/oauth2/token",
                "grant_type",
                GRANT,
                "device_code",
                begun.path("device_code").asString());
        var refreshTokens = new TreeSet<String>();
        for (var answered : ClientProgram.atOnce(List.of(request, request, request)))
            refreshTokens.add(ClientProgram.json(answered).path("refresh_token").asString());
        clock.moveTo(clock.instant().plusSeconds(29));
        var again = ClientProgram.json(poll(television, begun));
        refreshTokens.add(again.path("refresh_token").asString());
        assertThat(refreshTokens).hasSize(1).doesNotContain("");
        clock.moveTo(clock.instant().plusSeconds(2));
        assertThat(error(poll(television, begun))).isEqualTo("invalid_grant");
        assertThat(television.userInfo(again.path("access_token").asString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_ends_between_the_answer_and_the_fetch_gives_nothing() throws Exception {
        var television = television();
        var visitor = signedIn();
        var begun = begun(television, "openid");
        answer(visitor, begun.path("user_code").asString(), true);
        visitor.send("/id/applications", "/sign-out");
        assertThat(error(poll(television, begun))).as("signed out").isEqualTo("invalid_grant");

        var disabled = begun(television, "openid");
        answer(signedIn(), disabled.path("user_code").asString(), true);
        clients.disable(Persons.a(Roles.ADMINISTRATOR, "VN"), television.key, 2, true)
                .expectDone();
        assertThat(error(poll(television, disabled))).isEqualTo("invalid_client");
    }

    @Test
    void of_two_answers_at_once_one_counts_and_is_all_that_is_kept() throws Exception {
        var television = television();
        var begun = begun(television, "openid");
        String code = begun.path("user_code").asString();
        var visitor = signedIn();
        String token = Jsoup.parse(visitor.open("/id/device?user_code=" + code).body())
                .select("[name=_csrf]")
                .attr("value");
        visitor.atOnce(List.of(
                visitor.post("/id/device", token, "user_code", code, "allow", "true"),
                visitor.post("/id/device", token, "user_code", code, "allow", "false")));
        boolean listed = visitor.open("/id/applications").body().contains(television.key.toString());
        var told = poll(television, begun);
        assertThat(told.statusCode()).isEqualTo(listed ? 200 : 400);
        assertThat(logged("identity.device-allowed", "/admin/clients/" + television.key)
                        + logged("identity.device-denied", "/admin/clients/" + television.key))
                .isOne();
    }

    @Test
    void who_answers_sees_where_the_device_is_and_is_told_afterwards() throws Exception {
        var television = television();
        var begun = begun(television, "openid profile api_read");
        String path = "/id/device?user_code=" + begun.path("user_code").asString();
        var visitor = signedIn();
        assertThat(visitor.open(path).body()).contains("127.0.0.1").doesNotContain("không ở cùng mạng");
        jdbc.sql("UPDATE identity.device_code SET network = '' WHERE client = :client")
                .param("client", television.key)
                .update();
        assertThat(visitor.open(path).body()).doesNotContain("không ở cùng mạng");
        jdbc.sql("UPDATE identity.device_code SET network = '203.0.113.9' WHERE client = :client")
                .param("client", television.key)
                .update();
        var page = Jsoup.parse(visitor.open(path).body());
        assertThat(page.select("main").text()).contains("203.0.113.9", "không ở cùng mạng", "Thiết bị dừng khi");
        assertThat(page.select("[name=scopes][checked]").eachAttr("value")).containsExactly("profile");
        answer(visitor, begun.path("user_code").asString(), true);
        assertThat(ClientProgram.json(poll(television, begun))
                        .path("scope")
                        .asString()
                        .split(" "))
                .containsExactlyInAnyOrder("openid", "profile");
        assertThat(logged("identity.device-allowed", "/admin/clients/" + television.key))
                .isOne();
        assertThat(visitor.open("/inbox").body()).contains("203.0.113.9");
        clock.moveTo(clock.instant().plusSeconds(11 * 60));
        assertThat(ClientProgram.location(visitor.open("/id/device")))
                .as("who they are is proven anew")
                .startsWith("/sign-in/again");
    }

    @Test
    void what_no_code_can_be_is_refused_and_fails_nothing() throws Exception {
        var television = television();
        for (String code : List.of("\0".repeat(69), "A".repeat(26) + "\0".repeat(43), "a".repeat(69), "Ơ".repeat(69)))
            assertThat(error(television.post("/oauth2/token", "grant_type", GRANT, "device_code", code)))
                    .isEqualTo("invalid_grant");
        for (String path : List.of("/oauth2/token", "/oauth2/device_authorization", "/oauth2/par"))
            assertThat(television
                            .post(
                                    path,
                                    "grant_type",
                                    GRANT,
                                    "client_id",
                                    "a\0b",
                                    "scope",
                                    "openid\0",
                                    "device_code",
                                    "x")
                            .statusCode())
                    .as(path)
                    .isBetween(400, 401);
        assertThat(new HttpVisitor(port)
                        .open("/oauth2/authorize?client_id=a%00b&request_uri=%00")
                        .statusCode())
                .isEqualTo(400);
        assertThat(signedIn().open("/id/device?user_code=BBBB%00BBBB").statusCode())
                .isEqualTo(422);
    }

    @Test
    void one_account_guesses_five_codes_and_then_waits() throws Exception {
        accounts.ensure("doan.ma", "Người Đoán", PASSWORD, false);
        var visitor = signedIn("doan.ma");
        var television = television();
        String right = begun(television, "openid").path("user_code").asString();
        String path = "/id/device?user_code=";
        int before = logged("identity.device-code-wrong", "/id/device");
        for (int i = 0; i < 5; i++)
            assertThat(visitor.open(path + "BBBBBBBB").statusCode()).isEqualTo(422);
        var refused = visitor.open(path + right);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Hãy chờ 1 phút");
        assertThat(logged("identity.device-code-wrong", "/id/device")).isEqualTo(before + 5);
        clock.moveTo(clock.instant().plusSeconds(61));
        assertThat(visitor.open(path + right).statusCode()).isEqualTo(200);
    }

    @Test
    void a_right_code_of_one_s_own_takes_back_no_guess_and_guesses_hold_up_no_password() throws Exception {
        String username = "doan.ma." + UUID.randomUUID().toString().substring(0, 8);
        accounts.ensure(username, "Nguyễn Văn An", PASSWORD, false);
        var visitor = signedIn(username);
        String own = begun(television(), "openid").path("user_code").asString();
        for (int i = 0; i < 4; i++)
            assertThat(visitor.open("/id/device?user_code=BBBB-BBB" + "BCDF".charAt(i))
                            .statusCode())
                    .isEqualTo(422);
        assertThat(visitor.open("/id/device?user_code=" + own).statusCode()).isEqualTo(200);
        assertThat(visitor.open("/id/device?user_code=BBBB-BBBG").statusCode()).isEqualTo(422);
        assertThat(visitor.open("/id/device?user_code=BBBB-BBBH").statusCode())
                .as("the sixth guess, whatever was right between")
                .isEqualTo(429);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.attempt WHERE key LIKE 'net:127.0.0.1%' AND failures > 0")
                        .query(Integer.class)
                        .single())
                .as("what passwords from this network are counted by")
                .isZero();
    }

    @Test
    void guesses_at_once_are_counted_before_they_are_looked_at() throws Exception {
        var visitor = signedIn();
        var answers = visitor.atOnce(20, "/id/device?user_code=BBBBBBBB");
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 422))
                .hasSize(5);
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
        for (int i = 0; i < 40 && last != 429; i++)
            last = mvc.perform(get("/id/device")
                            .param("user_code", "BBBB-BBBB")
                            .with(Persons.as(Persons.a(Roles.ADMINISTRATOR, "n-" + i)))
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
        var visitor = signedIn("thu.nhieu.ma");
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
