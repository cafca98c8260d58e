package vn.thucchat.foundation.identity.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

@ApplicationTest
class CodesPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String username;
    private Visitor visitor;

    @BeforeEach
    void somebody() {
        username = "ma" + Ids.next(clock).toString().substring(24);
        visitor = elsewhere();
    }

    @AfterEach
    void setClock() {
        clock.moveTo(TestTime.now());
    }

    private Visitor elsewhere() {
        return new Visitor(mvc, "192.0." + (int) (Math.random() * 250) + "." + (1 + (int) (Math.random() * 250)));
    }

    private void account(String role) {
        accounts.ensure(username, "Người Có Mã", PASSWORD, false, new Actor.Grant(role, "19"));
    }

    private void later(Duration by) {
        clock.moveTo(clock.instant().plus(by));
    }

    private int logged(String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE username = :name AND action = :action")
                .param("name", username)
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_administrator_sets_up_a_code_before_anything_else_and_signs_in_with_it() throws Exception {
        account(Roles.ADMINISTRATOR);
        visitor.signIn(username, PASSWORD);
        assertThat(visitor.open("/admin/accounts").getRedirectedUrl()).isEqualTo("/id/codes");
        assertThat(visitor.open("/").getRedirectedUrl()).isEqualTo("/id/codes");
        visitor.open("/id/codes");
        assertThat(visitor.page().select("main").text()).contains("Khóa truy cập (passkey)");
        assertThat(visitor.page().select("a[href=/id/keys]")).isNotEmpty();
        var device = CodeDevice.setUp(visitor, clock);
        assertThat(visitor.open("/admin/accounts").getStatus()).isEqualTo(200);

        var again = elsewhere();
        assertThat(again.signIn(username, PASSWORD).getStatus()).isEqualTo(303);
        assertThat(again.open("/admin/accounts?q=x").getRedirectedUrl())
                .isEqualTo("/sign-in/second?to=%2Fadmin%2Faccounts%3Fq%3Dx");
        again.open("/sign-in/second?to=%2Fadmin%2Faccounts%3Fq%3Dx");
        var used = again.send("/sign-in/second", "code", device.code(), "to", "/admin/accounts?q=x");
        assertThat(used.getStatus()).as("the code that set it up").isEqualTo(422);
        later(Duration.ofSeconds(60));
        var before = again.session();
        var answer = again.send("/sign-in/second", "code", device.code(), "to", "/admin/accounts?q=x");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/admin/accounts?q=x");
        assertThat(again.session().getValue()).as("a new session").isNotEqualTo(before.getValue());
        assertThat(again.open("/admin/accounts").getStatus()).isEqualTo(200);
        assertThat(logged("identity.code-given")).isEqualTo(1);
        assertThat(logged("identity.code-refused")).isEqualTo(1);
        var old = elsewhere();
        old.bring(before);
        assertThat(old.open("/admin/accounts").getRedirectedUrl()).startsWith("/sign-in?");
    }

    @Test
    void a_program_is_told_in_a_document() throws Exception {
        account(Roles.LEADER);
        visitor.signIn(username, PASSWORD);
        var answer = visitor.perform(get("/api/v1/indicators"));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("bước xác thực thứ hai");
    }

    @Test
    void a_code_that_somebody_wanted_is_asked_for_whatever_the_role() throws Exception {
        account(SteeringRoles.REPORTER);
        visitor.signIn(username, PASSWORD);
        assertThat(visitor.open("/id/codes").getStatus()).isEqualTo(200);
        CodeDevice.setUp(visitor, clock);
        var thief = elsewhere();
        thief.signIn(username, PASSWORD);
        for (String path : new String[] {"/", "/account/password", "/id/codes", "/sign-in/again"})
            assertThat(thief.open(path).getRedirectedUrl()).as(path).startsWith("/sign-in/second");
        thief.open("/sign-in/second");
        for (String path : new String[] {
            "/account/password", "/id/codes", "/id/codes/removed", "/id/codes/recovery", "/sign-in/again"
        })
            assertThat(thief.send(path, "password", PASSWORD).getRedirectedUrl())
                    .as(path)
                    .isEqualTo("/sign-in/second");
        thief.open("/sign-in/second");
        for (int i = 0; i < 5; i++)
            assertThat(thief.send("/sign-in/second", "code", "00000" + i).getStatus())
                    .isEqualTo(422);
        assertThat(thief.send("/sign-in/second", "code", "000009").getStatus()).isEqualTo(429);
        assertThat(thief.page().select("[role=alert]").text()).contains("đợi 1 phút");
    }

    @Test
    void a_stolen_session_with_the_password_changes_nothing_once_the_proof_is_old() throws Exception {
        account(SteeringRoles.REPORTER);
        visitor.signIn(username, PASSWORD);
        var device = CodeDevice.setUp(visitor, clock);
        later(Duration.ofMinutes(11));
        visitor.open("/id/codes");
        var answer = visitor.send("/id/codes/removed");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(visitor.page().select("h1").text()).isEqualTo("Xác nhận đó là bạn");
        assertThat(visitor.page().select("input[name=password]"))
                .as("not by the password")
                .isEmpty();
        assertThat(visitor.send("/sign-in/again", "password", PASSWORD, "to", "/id/codes")
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor.send("/id/codes/removed").getStatus()).isEqualTo(403);
        // nor by a new password: the session after it knows how old the code is
        visitor.open("/account/password");
        visitor.send(
                "/account/password", "old", PASSWORD, "fresh", "một câu tôi nghĩ ra", "again", "một câu tôi nghĩ ra");
        assertThat(visitor.open("/id/codes").getStatus()).isEqualTo(200);
        assertThat(visitor.send("/id/codes/removed").getStatus()).isEqualTo(403);
        visitor.open("/sign-in/again");
        visitor.send("/sign-in/again", "code", device.code());
        visitor.open("/id/codes");
        assertThat(visitor.send("/id/codes/removed").getRedirectedUrl()).isEqualTo("/id/codes");
        assertThat(logged("identity.code-removed")).isEqualTo(1);
    }

    @Test
    void a_form_that_needs_a_fresh_proof_is_kept_and_sent_on() throws Exception {
        account(Roles.ADMINISTRATOR);
        visitor.signIn(username, PASSWORD);
        var device = CodeDevice.setUp(visitor, clock);
        later(Duration.ofMinutes(11));
        assertThat(visitor.open("/admin/accounts/new").getStatus()).isEqualTo(200);
        String made = "m" + username;
        String[] typed = {
            "username", made, "name", "Đỗ & Con = \"một\"", "role", SteeringRoles.REPORTER, "unit", "05443"
        };
        assertThat(visitor.send("/admin/accounts", typed).getStatus()).isEqualTo(403);
        assertThat(accounts.find(made)).as("nothing was recorded").isEmpty();
        var form = visitor.page().select("form[action=/sign-in/again]");
        String kept = form.select("input[name=kept]").val();
        assertThat(visitor.send(
                                "/sign-in/again",
                                "code",
                                "000000",
                                "to",
                                "/admin/accounts",
                                "post",
                                "true",
                                "kept",
                                kept)
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor.page().select("input[name=kept]").val()).isEqualTo(kept);
        String next = visitor.send(
                        "/sign-in/again",
                        "code",
                        device.code(),
                        "to",
                        form.select("input[name=to]").val(),
                        "post",
                        form.select("input[name=post]").val(),
                        "kept",
                        kept)
                .getRedirectedUrl();
        assertThat(next).isEqualTo("/sign-in/again/kept?to=%2Fadmin%2Faccounts");
        visitor.open(String.valueOf(next));
        var on = visitor.page().select("main form");
        assertThat(on.attr("action")).isEqualTo("/admin/accounts");
        assertThat(on.select("input[name=name]").val()).isEqualTo("Đỗ & Con = \"một\"");
        var fields = new java.util.ArrayList<String>();
        for (var field : on.select("input[type=hidden]:not([name=_csrf])")) {
            fields.add(field.attr("name"));
            fields.add(field.val());
        }
        assertThat(visitor.send("/admin/accounts", fields.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(303);
        assertThat(accounts.find(made)).isPresent();
        visitor.open(String.valueOf(next));
        assertThat(visitor.page().select("main form")).as("once").isEmpty();
    }

    @Test
    void what_is_only_read_is_come_back_to() throws Exception {
        account(SteeringRoles.REPORTER);
        visitor.signIn(username, PASSWORD);
        later(Duration.ofMinutes(11));
        visitor.open("/id/codes");
        assertThat(visitor.send("/id/codes").getStatus())
                .as("by the password, of who has nothing else")
                .isEqualTo(403);
        assertThat(visitor.page().select("input[name=password]")).hasSize(1);
        String kept = visitor.send("/sign-in/again", "password", PASSWORD, "to", "/id/codes", "post", "true")
                .getRedirectedUrl();
        visitor.open(String.valueOf(kept));
        assertThat(visitor.send("/id/codes").getStatus()).isEqualTo(200);
        assertThat(visitor.page().select("svg.qr")).hasSize(1);
        assertThat(visitor.open("/sign-in/again?to=//evil.example").getStatus()).isEqualTo(200);
        assertThat(visitor.page().select("input[name=to]").val()).isEqualTo("/");
    }

    @Test
    void a_code_from_paper_lets_in_who_lost_the_device_and_they_set_up_another() throws Exception {
        account(Roles.AUDITOR);
        visitor.signIn(username, PASSWORD);
        var device = CodeDevice.setUp(visitor, clock);
        assertThat(device.recovery()).hasSize(10);
        var other = elsewhere();
        other.signIn(username, PASSWORD);
        other.open("/sign-in/second");
        assertThat(other.send("/sign-in/second", "recovery", device.recovery().getFirst(), "to", "/id/codes")
                        .getRedirectedUrl())
                .isEqualTo("/id/codes");
        other.open("/id/codes");
        assertThat(other.page().select("main").text()).contains("Còn 9 mã dự phòng");
        assertThat(other.send("/id/codes/removed").getRedirectedUrl()).isEqualTo("/id/codes");
        CodeDevice.setUp(other, clock);
        assertThat(other.open("/audit").getStatus()).isEqualTo(200);
    }
}
