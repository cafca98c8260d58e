package vn.thucchat.foundation.identity.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Administrators register clients: two of them, of the province, and what is wrong is told at once. */
@ApplicationTest
@NullMarked
class ClientRegistrationTests {

    private static final Actor ONE = Persons.a(Roles.ADMINISTRATOR, "19");
    private static final Actor OTHER = Persons.a(Roles.ADMINISTRATOR, "VN");

    @Autowired
    MockMvc mvc;

    @Autowired
    Clients clients;

    @Autowired
    Accounts accounts;

    @Autowired
    MachineAccounts machines;

    @Autowired
    JdbcClient jdbc;

    @Test
    void one_registers_another_reviews_and_the_secret_is_shown_once() throws Exception {
        var one = new Visitor(mvc, ONE);
        var made = Visitor.parsed(one.submit("/admin/clients", portal("cong-moi")));
        String secret = made.select("#secret").val();
        assertThat(secret).hasSize(43);
        Client client = find("cong-moi");
        assertThat(clients.active("cong-moi")).as("not before the review").isEmpty();
        assertThat(one.page(client.path(), 200).select("#secret"))
                .as("not again")
                .isEmpty();
        assertThat(jdbc.sql("SELECT encode(secret_hash, 'hex') FROM identity.client WHERE id = :id")
                        .param("id", client.id())
                        .query(String.class)
                        .single())
                .isNotEqualTo(secret);
        assertThat(one.submit(client.path() + "/reviewed", Map.of("version", "1"))
                        .getStatus())
                .as("not by the same person")
                .isEqualTo(409);
        var other = new Visitor(mvc, OTHER);
        assertThat(other.submit(client.path() + "/reviewed", Map.of("version", "1"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(other.submit(client.path() + "/reviewed", Map.of("version", "2"))
                        .getStatus())
                .as("once")
                .isEqualTo(409);
        assertThat(clients.active("cong-moi")).isPresent();
        assertThat(clients.proves(find("cong-moi"), secret)).isTrue();
        String next = Visitor.parsed(one.submit(client.path() + "/secret", Map.of("version", "2")))
                .select("#secret")
                .val();
        assertThat(clients.proves(find("cong-moi"), secret)).isFalse();
        assertThat(clients.proves(find("cong-moi"), next)).isTrue();
        assertThat(one.submit(client.path() + "/disabled", Map.of("version", "3", "disabled", "true"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(clients.active("cong-moi")).isEmpty();
        assertThat(one.submit(client.path() + "/disabled", Map.of("version", "3", "disabled", "false"))
                        .getStatus())
                .as("stale")
                .isEqualTo(409);
        assertThat(one.page("/admin/clients", 200).select("main").text()).contains("cong-moi");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_a_name_is_taken_once() throws Exception {
        var one = new Visitor(mvc, ONE);
        var wrong = new HashMap<>(portal("Không Được"));
        wrong.put("name", " ");
        wrong.put("redirectUris", "http://portal.example.vn/cb");
        wrong.put("logoutUris", "https://*.example.vn/bye");
        wrong.remove("scopes");
        var answer = one.submit("/admin/clients", wrong);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(answer).select(".errors a").eachAttr("href"))
                .containsExactly("#name", "#clientId", "#redirectUris", "#logoutUris", "#scopes");
        one.submit("/admin/clients", portal("mot-ten"));
        assertThat(Visitor.parsed(one.submit("/admin/clients", portal("mot-ten")))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#clientId");
        var machine = new HashMap<>(portal("may-goi-may"));
        machine.put("kind", "MACHINE");
        assertThat(Visitor.parsed(one.submit("/admin/clients", machine))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#redirectUris", "#scopes");
    }

    @Test
    void no_ward_sees_or_registers_and_no_demonstration_account_touches_a_real_one() throws Exception {
        new Visitor(mvc, ONE).submit("/admin/clients", portal("cong-that"));
        Client client = find("cong-that");
        var ward = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"));
        assertThat(ward.submit("/admin/clients", portal("cua-phuong")).getStatus())
                .isEqualTo(403);
        ward.page("/admin/clients/new", 403);
        ward.page(client.path(), 404);
        var demonstration = new Visitor(mvc, Persons.synthetic(Roles.ADMINISTRATOR, "19"));
        for (String act : List.of("/reviewed", "/secret", "/disabled"))
            assertThat(demonstration
                            .submit(client.path() + act, Map.of("version", "1", "disabled", "true"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(404);
        assertThat(Visitor.parsed(demonstration.submit("/admin/clients", portal("cong-gia")))
                        .select(".errors a")
                        .eachAttr("href"))
                .as("to a site of somebody's choice")
                .containsExactly("#redirectUris");
        demonstration.page(client.path(), 404);
        assertThat(demonstration.page("/admin/clients", 200).select("main").text())
                .doesNotContain("cong-that");
        var own = new HashMap<>(portal("cong-gia"));
        own.put("redirectUris", "http://127.0.0.1/cb");
        demonstration.submit("/admin/clients", own);
        assertThat(find("cong-gia").registration().synthetic()).isTrue();
        assertThat(demonstration
                        .submit(find("cong-gia").path() + "/reviewed", Map.of("version", "1"))
                        .getStatus())
                .as("its own, for such accounts only")
                .isEqualTo(303);
    }

    @Test
    void of_the_demonstration_only_what_the_platform_made_is_enabled_again() {
        var terms = new Client.Terms(
                List.of("http://127.0.0.1/cb"),
                List.of(),
                Set.of("openid"),
                Set.of(ClientGrant.AUTHORIZATION_CODE.name()),
                true);
        var demonstration = Persons.synthetic(Roles.ADMINISTRATOR, "19");
        clients.demonstrate(
                new Clients.Draft("mang-theo", "Mang theo", false, Client.Security.PLAIN, terms, Client.Calls.NONE),
                null);
        UUID made = Objects.requireNonNull(clients.register(demonstration, "tu-dang-ky", "Tự đăng ký", false, terms)
                .result()
                .expectDone());
        clients.review(demonstration, made, 1).expectDone();
        clients.switchDemonstration(false);
        assertThat(clients.active("mang-theo")).isEmpty();
        assertThat(clients.active("tu-dang-ky")).isEmpty();
        clients.switchDemonstration(true);
        assertThat(clients.active("mang-theo")).isPresent();
        assertThat(clients.active("tu-dang-ky")).isEmpty();
    }

    @Test
    void a_program_on_devices_needs_no_address_and_only_a_site_does_without_pkce() throws Exception {
        var one = new Visitor(mvc, ONE);
        var television = new HashMap<>(portal("ti-vi"));
        television.put("kind", "APP");
        television.put("redirectUris", "");
        television.put("logoutUris", "");
        television.put("device", "true");
        one.submit("/admin/clients", television);
        assertThat(find("ti-vi").terms().grants()).containsExactlyInAnyOrder("DEVICE_CODE", "REFRESH_TOKEN");
        assertThat(find("ti-vi").security().pkce()).isTrue();
        assertThat(one.page(find("ti-vi").path(), 200).select("main").text()).contains("người dùng nhập mã ở nơi khác");

        var older = new HashMap<>(portal("he-thong-cu"));
        older.put("withoutPkce", "true");
        one.submit("/admin/clients", older);
        assertThat(find("he-thong-cu").security().pkce()).isFalse();
        assertThat(find("he-thong-cu").terms().grants())
                .containsExactlyInAnyOrder("AUTHORIZATION_CODE", "REFRESH_TOKEN");
        assertThat(one.page(find("he-thong-cu").path(), 200).select("main").text())
                .contains("Không gửi PKCE");

        for (String kind : List.of("MACHINE", "FAPI")) {
            var wrong = new HashMap<>(portal("sai-loai"));
            wrong.put("kind", kind);
            wrong.put("device", "true");
            wrong.put("withoutPkce", "true");
            var told = Visitor.parsed(one.submit("/admin/clients", wrong));
            assertThat(told.select(".errors a").eachAttr("href")).contains("#device", "#withoutPkce");
        }
        television.put("clientId", "ti-vi-hai");
        television.put("device", "false");
        assertThat(Visitor.parsed(one.submit("/admin/clients", television))
                        .select(".errors a")
                        .eachAttr("href"))
                .contains("#redirectUris");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example.vn/cb",
                "https:///cb",
                "https://portal.example.vn/cb#x",
                "https://u@portal.example.vn/cb",
                "https://*.example.vn/cb",
                "https://portal.example.vn/a b",
                "http://127.0.0.1:3000/cb",
                "http://localhost/cb",
                "http://127.0.0.1",
                "javascript:alert(1)",
                "/cb",
                ""
            })
    void an_address_that_could_mean_another_place_is_not_registered(String uri) {
        assertThat(RedirectUris.fit(uri)).isFalse();
        assertThat(RedirectUris.fit("https://portal.example.vn/cb?x=1")).isTrue();
        assertThat(RedirectUris.fit("http://127.0.0.1/cb")).isTrue();
    }

    @Test
    void a_client_that_reads_personal_data_registers_public_keys_and_gets_no_secret() throws Exception {
        var one = new Visitor(mvc, ONE);
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("khoa-1").generate();
        String set = new JWKSet(key.toPublicJWK()).toString();
        for (var wrong : Map.of(
                        "none", Map.of(),
                        "both", Map.of("jwks", set, "jwksUri", "https://portal.example.vn/jwks"),
                        "private", Map.of("jwks", new JWKSet(key).toString(false)),
                        "weak",
                                Map.of(
                                        "jwks",
                                        new JWKSet(new ECKeyGenerator(Curve.P_384)
                                                        .generate()
                                                        .toPublicJWK())
                                                .toString()),
                        "no set", Map.of("jwks", "{}"),
                        "no encryption", Map.of("jwksUri", "http://portal.example.vn/jwks"))
                .entrySet()) {
            var form = new HashMap<>(portal("kho-du-lieu"));
            form.put("kind", "FAPI");
            wrong.getValue().forEach((name, value) -> form.put(String.valueOf(name), String.valueOf(value)));
            assertThat(Visitor.parsed(one.submit("/admin/clients", form))
                            .select(".errors a")
                            .eachAttr("href"))
                    .as(wrong.getKey())
                    .containsExactly("#jwks");
        }
        var app = new HashMap<>(portal("ung-dung-co-khoa"));
        app.put("kind", "APP");
        app.put("jwks", set);
        assertThat(one.submit("/admin/clients", app).getStatus()).isEqualTo(422);
        var right = new HashMap<>(portal("kho-du-lieu"));
        right.put("kind", "FAPI");
        right.put("jwks", set);
        var page = Visitor.parsed(one.submit("/admin/clients", right));
        assertThat(page.select("#secret")).isEmpty();
        assertThat(page.select("main").text()).contains("FAPI 2.0").contains("khoa-1");
        Client client = find("kho-du-lieu");
        assertThat(client.security().fapi()).isTrue();
        assertThat(clients.proves(client, "")).isFalse();
        assertThat(one.submit(client.path() + "/secret", Map.of("version", "1")).getStatus())
                .as("has no secret to change")
                .isEqualTo(409);
    }

    @Test
    void a_machine_that_calls_the_api_has_an_account_that_nobody_signs_in_with() throws Exception {
        accounts.ensure("may.goi.api", "Máy gọi API", null, false);
        accounts.ensure("nguoi.that", "Người Thật", "con-trau-cay-ruong", false);
        var one = new Visitor(mvc, ONE);
        var form = new HashMap<>(portal("may-doc"));
        form.put("kind", "MACHINE");
        form.put("redirectUris", "");
        form.put("scopes", "api_read");
        for (String machine : List.of("", "khong.co.ai", "nguoi.that")) {
            form.put("machine", machine);
            assertThat(Visitor.parsed(one.submit("/admin/clients", form))
                            .select(".errors a")
                            .eachAttr("href"))
                    .as(machine)
                    .containsExactly("#machine");
        }
        form.put("machine", "may.goi.api");
        var page = Visitor.parsed(one.submit("/admin/clients", form));
        assertThat(page.select("#secret")).hasSize(1);
        assertThat(page.select("main").text()).as("for the reviewer").contains("may.goi.api");
        assertThat(find("may-doc").calls().machine())
                .isEqualTo(accounts.find("may.goi.api").orElseThrow().id());
    }

    @ParameterizedTest
    @CsvSource({
        "SITE, withoutPkce, api_read, true",
        "SITE, withoutPkce, api_write, true",
        "SITE, withoutPkce, offline_access, true",
        "SITE, withoutPkce, profile, false",
        "SITE, device, api_write, true",
        "SITE, device, offline_access, false",
        "APP, device, api_write, true",
        "APP, device, offline_access, true",
        "APP, device, api_read, false",
    })
    void a_weaker_client_is_registered_for_less(String kind, String weakness, String scope, boolean refused)
            throws Exception {
        String name = "yeu-"
                + (kind + weakness + scope).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var form = new HashMap<>(portal(name));
        form.put("kind", kind);
        form.put(weakness, "true");
        form.put("scopes", scope);
        var page = Visitor.parsed(new Visitor(mvc, ONE).submit("/admin/clients", form));
        assertThat(page.select(".errors a").eachAttr("href"))
                .as(page.select("main").text())
                .isEqualTo(refused ? List.of("#scopes") : List.of());
        if (weakness.equals("withoutPkce") && !refused)
            assertThat(page.select("main").text()).contains("Hệ thống này không gửi PKCE");
        var grants = Set.of("AUTHORIZATION_CODE", weakness.equals("device") ? "DEVICE_CODE" : "REFRESH_TOKEN");
        var terms = new Client.Terms(List.of("https://a.example.vn/cb"), List.of(), Set.of(scope), grants, true);
        var security = new Client.Security(false, weakness.equals("device"), null, null);
        var draft = new Clients.Draft(name + "-2", "Yếu", kind.equals("SITE"), security, terms, Client.Calls.NONE);
        if (refused)
            assertThatThrownBy(() -> clients.register(ONE, draft)).isInstanceOf(DataIntegrityViolationException.class);
        else clients.register(ONE, draft).result().expectDone();
    }

    @Test
    void an_account_that_became_a_person_s_before_the_review_is_no_machine_s() {
        UUID machine =
                accounts.ensure("may.hay.nguoi", "Máy hay người", null, false).id();
        var terms = new Client.Terms(List.of(), List.of(), Set.of("api_read"), Set.of("CLIENT_CREDENTIALS"), true);
        UUID made = Objects.requireNonNull(clients.register(
                        ONE,
                        new Clients.Draft(
                                "may-hay-nguoi",
                                "Máy hay người",
                                true,
                                Client.Security.PLAIN,
                                terms,
                                new Client.Calls(null, false, machine)))
                .result()
                .expectDone());
        jdbc.sql("""
                        INSERT INTO identity.reset (token_hash, account, made_by, made_at, expires_at)
                        VALUES (sha256('link'), :account, :account, :at, :at + interval '1 day')
                        """)
                .param("account", machine)
                .param("at", TestTime.now().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(machines.find(ONE, "may.hay.nguoi")).isEmpty();
        assertThat(clients.review(OTHER, made, 1)).isInstanceOf(Result.Refused.class);
        jdbc.sql("DELETE FROM identity.reset WHERE account = :account")
                .param("account", machine)
                .update();
        clients.review(OTHER, made, 1).expectDone();
    }

    private Client find(String clientId) {
        return jdbc.sql("SELECT id FROM identity.client WHERE client_id = :id")
                .param("id", clientId)
                .query(UUID.class)
                .optional()
                .flatMap(clients::find)
                .orElseThrow();
    }

    private static Map<String, String> portal(String clientId) {
        return Map.of(
                "name", "Cổng thử",
                "clientId", clientId,
                "kind", "SITE",
                "redirectUris", "https://portal.example.vn/cb\nhttp://127.0.0.1/cb",
                "logoutUris", "",
                "scopes", "openid");
    }
}
