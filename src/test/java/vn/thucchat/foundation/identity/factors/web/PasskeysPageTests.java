package vn.thucchat.foundation.identity.factors.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.SoftAuthenticator;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Passkeys over HTTP: what the page shows, what its script sends, and who is refused. */
@ApplicationTest
class PasskeysPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";
    private static final JsonMapper JSON = new JsonMapper();
    private static int number;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Account account;
    private Visitor visitor;

    @BeforeEach
    void somebody() throws Exception {
        account = accounts.ensure("chu.khoa." + ++number, "Chủ Khóa", PASSWORD, false);
        visitor = stranger();
        visitor.signIn(account.username(), PASSWORD);
    }

    @AfterEach
    void setClock() {
        clock.moveTo(TestTime.now());
    }

    private Visitor stranger() {
        return new Visitor(mvc, "198.51.100." + number);
    }

    @Test
    void a_key_is_made_shown_told_to_its_owner_and_signs_in() throws Exception {
        visitor.open("/id/keys");
        assertThat(visitor.page().text()).contains("Bạn chưa có khóa nào");
        var key = new SoftAuthenticator();
        made(key, "Điện thoại <b>");
        visitor.open("/id/keys");
        var row = visitor.page().select("tbody tr");
        assertThat(row.text()).contains("Điện thoại <b>", "đồng bộ", "chưa dùng");
        assertThat(visitor.page().select("[data-passkeys]").attr("data-ids")).isNotBlank();
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM delivery.outbox_message
                                WHERE recipient = :account AND payload::text LIKE '%identity.passkey-added%'
                                """)
                        .param("account", account.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        var other = stranger();
        assertThat(signIn(other, key, "/id/keys").get("to").asString()).isEqualTo("/id/keys");
        assertThat(other.open("/id/keys").getStatus()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "SELECT first_factor FROM identity.session WHERE account = :account AND passkey IS NOT NULL")
                        .param("account", account.id())
                        .query(String.class)
                        .list())
                .containsExactly("PASSKEY");
        assertThat(signIn(stranger(), key, "//evil.example").get("to").asString())
                .isEqualTo("/");
    }

    @Test
    void the_sign_in_page_offers_the_button_and_the_suggestion_and_where_to_go_back_to() throws Exception {
        var stranger = stranger();
        stranger.open("/sign-in?to=/id/keys");
        var page = stranger.page();
        assertThat(page.select("#username").attr("autocomplete")).isEqualTo("username webauthn");
        assertThat(page.select("[data-passkeys=sign-in]").attr("data-to")).isEqualTo("/id/keys");
        assertThat(page.select("[data-passkeys=sign-in] button").text())
                .isEqualTo("Đăng nhập bằng khóa truy cập (passkey)");
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @Test
    void who_proved_it_long_ago_makes_and_removes_nothing_and_is_told_what_to_do() throws Exception {
        String id = made(new SoftAuthenticator(), "");
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        visitor.open("/id/keys");
        assertThat(visitor.page().select("a[href='/sign-in/again?to=/id/keys']"))
                .isNotEmpty();
        assertThat(visitor.page().select("[data-passkeys=make] form")).isEmpty();
        assertThat(visitor.page().select("details.danger")).isEmpty();
        assertThat(json("/webauthn/register/options", Map.of()).getStatus()).isEqualTo(403);
        assertThat(json("/webauthn/register", Map.of()).getStatus()).isEqualTo(403);
        assertThat(removed(id).getStatus()).isEqualTo(403);
        var answer = visitor.send("/id/keys/" + id + "/removed");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(visitor.page().select("form[action='/sign-in/again'] [data-passkeys=prove]"))
                .hasSize(1);
        assertThat(visitor.send("/id/keys/" + id + "/label", "label", "Khóa cũ").getStatus())
                .as("a name may be given any time")
                .isEqualTo(303);
        visitor.open("/id/keys");
        assertThat(visitor.page().select("tbody").text()).contains("Khóa cũ");
    }

    @Test
    void a_removed_key_ends_its_sessions_and_signs_in_no_more() throws Exception {
        var key = new SoftAuthenticator();
        String id = made(key, "");
        assertThat(removed(id).getStatus())
                .as("who has a key shows it, the password is not enough")
                .isEqualTo(403);
        signIn(visitor, key, "/id/keys");
        visitor.open("/id/keys");
        var kept = new SoftAuthenticator();
        made(kept, "");
        signIn(visitor, kept, "/id/keys");
        visitor.open("/id/keys");
        var elsewhere = stranger();
        signIn(elsewhere, key, "/");
        assertThat(elsewhere.open("/id/keys").getStatus()).isEqualTo(200);
        assertThat(removed(id).getStatus()).isEqualTo(204);
        assertThat(elsewhere.open("/id/keys").getStatus()).isEqualTo(302);
        assertThat(visitor.open("/id/keys").getStatus()).as("by the other key").isEqualTo(200);
        assertThat(attempt(stranger(), key, "/").getStatus()).isEqualTo(404);
        assertThat(removed(id).getStatus()).isEqualTo(404);
    }

    @Test
    void the_last_way_in_stays() throws Exception {
        var key = new SoftAuthenticator();
        String id = made(key, "");
        signIn(visitor, key, "/id/keys");
        visitor.open("/id/keys");
        jdbc.sql("UPDATE identity.account SET password = NULL WHERE id = :id")
                .param("id", account.id())
                .update();
        var answer = visitor.send("/id/keys/" + id + "/removed");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(visitor.page().select("[role=alert]").text()).contains("cách đăng nhập cuối cùng");
        assertThat(removed(id).getStatus()).isEqualTo(409);
        signIn(stranger(), key, "/");
    }

    @Test
    void anothers_key_is_not_found_and_a_bad_name_is_named() throws Exception {
        String id = made(new SoftAuthenticator(), "");
        assertThat(visitor.send("/id/keys/" + id + "/label", "label", "x".repeat(61))
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor.page().select("[role=alert]").text()).contains("dài nhất 60 ký tự");
        somebody();
        visitor.open("/id/keys");
        assertThat(visitor.send("/id/keys/" + id + "/label", "label", "của tôi").getStatus())
                .isEqualTo(404);
        assertThat(visitor.send("/id/keys/" + id + "/removed").getStatus()).isEqualTo(404);
        assertThat(removed(id).getStatus()).isEqualTo(404);
    }

    @Test
    void what_the_script_sends_needs_the_page_s_token_and_its_browser() throws Exception {
        var key = new SoftAuthenticator();
        made(key, "");
        assertThat(visitor.perform(post("/webauthn/register/options")
                                .contentType(MediaType.APPLICATION_JSON)
                                .accept(MediaType.APPLICATION_JSON)
                                .content("{}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.perform(delete("/webauthn/register/1")).getStatus()).isEqualTo(403);
        var one = stranger();
        one.open("/sign-in");
        String challenge = challenge(one);
        var thief = stranger();
        thief.open("/sign-in");
        assertThat(sent(thief, "/login/webauthn", Map.of("credential", JSON.readTree(key.get(challenge))))
                        .getStatus())
                .as("a challenge of another browser")
                .isEqualTo(409);
        assertThat(sent(one, "/login/webauthn", Map.of("credential", JSON.readTree(key.get(challenge))))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_answer_is_refused_in_words() throws Exception {
        visitor.open("/id/keys");
        var refused = json("/webauthn/register", Map.of("label", "x"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(JSON.readTree(refused.getContentAsString()).get("detail").asString())
                .contains("Không nhận được khóa này");
        assertThat(json("/webauthn/register", Map.of("credential", 5)).getStatus())
                .isEqualTo(400);
        var stranger = stranger();
        stranger.open("/sign-in");
        assertThat(sent(stranger, "/login/webauthn", Map.of()).getStatus()).isEqualTo(400);
        assertThat(sent(new Visitor(mvc, "198.51.100.250"), "/webauthn/authenticate/options", Map.of())
                        .getStatus())
                .as("without a page of ours")
                .isEqualTo(403);
    }

    @Test
    void a_network_asks_a_bounded_number_of_times_a_minute() throws Exception {
        var stranger = new Visitor(mvc, "203.0.113.77");
        stranger.open("/sign-in");
        int status = 200;
        int asked = 0;
        while (status == 200 && asked++ < 310)
            status = sent(stranger, "/webauthn/authenticate/options", Map.of()).getStatus();
        assertThat(status).isEqualTo(429);
        assertThat(asked).isEqualTo(301);
    }

    @Test
    void password_programs_are_told_where_keys_are_made() throws Exception {
        var told = stranger().open("/.well-known/passkey-endpoints");
        assertThat(JSON.readTree(told.getContentAsString()).get("enroll").asString())
                .isEqualTo("http://localhost:8080/id/keys");
    }

    /** The id of a key that the visitor has made. */
    private String made(SoftAuthenticator key, String label) throws Exception {
        visitor.open("/id/keys");
        var options = JSON.readTree(json("/webauthn/register/options", Map.of()).getContentAsString());
        String answer = key.create(
                options.get("challenge").asString(),
                options.get("user").get("id").asString());
        var made = json("/webauthn/register", Map.of("label", label, "credential", JSON.readTree(answer)));
        assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(200);
        return JSON.readTree(made.getContentAsString()).get("id").asString();
    }

    private static JsonNode signIn(Visitor stranger, SoftAuthenticator key, String to) throws Exception {
        var answer = attempt(stranger, key, to);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString());
    }

    private static MockHttpServletResponse attempt(Visitor stranger, SoftAuthenticator key, String to)
            throws Exception {
        stranger.open("/sign-in");
        String answer = key.get(challenge(stranger));
        return sent(stranger, "/login/webauthn", Map.of("to", to, "credential", JSON.readTree(answer)));
    }

    private static String challenge(Visitor stranger) throws Exception {
        return JSON.readTree(sent(stranger, "/webauthn/authenticate/options", Map.of())
                        .getContentAsString())
                .get("challenge")
                .asString();
    }

    private MockHttpServletResponse removed(String id) throws Exception {
        return visitor.perform(withToken(visitor, delete("/webauthn/register/" + id)));
    }

    private MockHttpServletResponse json(String path, Map<String, ?> body) throws Exception {
        return sent(visitor, path, body);
    }

    private static MockHttpServletResponse sent(Visitor who, String path, Map<String, ?> body) throws Exception {
        return who.perform(withToken(who, post(path))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body)));
    }

    private static MockHttpServletRequestBuilder withToken(Visitor who, MockHttpServletRequestBuilder request) {
        return request.accept(MediaType.APPLICATION_JSON)
                .header("X-CSRF-TOKEN", who.page().select("input[name=_csrf]").val());
    }
}
