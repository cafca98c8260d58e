package vn.thucchat.foundation.identity.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.PasswordLinks;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

@ApplicationTest
class PasswordPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";
    private static final String FRESH = "một câu chỉ tôi nghĩ ra";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Administration administration;

    @Autowired
    PasswordLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String username;
    private Visitor visitor;

    @BeforeEach
    void somebody() {
        username = "p" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người Đổi", PASSWORD, false, new Actor.Grant(SteeringRoles.REPORTER, "19"));
        visitor = new Visitor(mvc, "198.51.100." + (1 + (int) (Math.random() * 250)));
    }

    @Test
    void a_new_password_ends_every_other_session_and_not_this_one() throws Exception {
        var elsewhere = new Visitor(mvc, "203.0.113.1");
        elsewhere.signIn(username, PASSWORD);
        visitor.signIn(username, PASSWORD);
        assertThat(elsewhere.open("/work").getStatus()).isEqualTo(200);
        visitor.open("/account/password");
        assertThat(visitor.send("/account/password", "old", PASSWORD, "fresh", FRESH, "again", FRESH)
                        .getRedirectedUrl())
                .isEqualTo("/");
        assertThat(visitor.open("/work").getStatus()).isEqualTo(200);
        assertThat(elsewhere.open("/work").getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void a_new_password_does_not_ask_for_the_code_again() throws Exception {
        visitor.signIn(username, PASSWORD);
        CodeDevice.setUp(visitor, clock);
        assertThat(visitor.open("/work").getStatus()).as("premise").isEqualTo(200);
        visitor.open("/account/password");
        visitor.send("/account/password", "old", PASSWORD, "fresh", FRESH, "again", FRESH);
        assertThat(visitor.open("/work").getStatus()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_said_at_its_field() throws Exception {
        visitor.signIn(username, PASSWORD);
        visitor.open("/account/password");
        var answer = visitor.send("/account/password", "old", PASSWORD, "fresh", "ngắn", "again", "ngắn");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(visitor.page().select(".errors a").attr("href")).isEqualTo("#fresh");
        assertThat(visitor.page().select("#fresh").attr("aria-invalid")).isEqualTo("true");
        assertThat(visitor.page().select("#fresh").attr("aria-describedby")).startsWith("fresh-fault ");
        assertThat(visitor.page().select("#fresh-fault").text()).contains("10 ký tự");
        answer = visitor.send("/account/password", "old", "sai", "fresh", FRESH, "again", FRESH);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(visitor.page().select(".errors a").attr("href")).isEqualTo("#old");
        assertThat(visitor.send("/account/password").getStatus()).isEqualTo(422);
        String endless = "x1y".repeat(3_400);
        assertThat(visitor.send("/account/password", "old", PASSWORD, "fresh", endless, "again", endless)
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void somebody_elses_password_must_be_changed_before_anything_else() throws Exception {
        jdbc.sql("UPDATE identity.account SET must_change = true WHERE username = :username")
                .param("username", username)
                .update();
        assertThat(visitor.signIn(username, PASSWORD).getRedirectedUrl()).isEqualTo("/account/password");
        assertThat(visitor.open("/work").getRedirectedUrl()).isEqualTo("/account/password");
        visitor.open("/account/password");
        assertThat(visitor.page().select(".notice").text()).contains("người khác đặt");
        visitor.send("/account/password", "old", PASSWORD, "fresh", FRESH, "again", FRESH);
        assertThat(visitor.open("/work").getStatus()).isEqualTo(200);
    }

    @Test
    void a_link_sets_a_password_once_and_then_says_that_it_is_over() throws Exception {
        accounts.ensure("p.quantri", "Quản trị", null, false, new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        var admin = accounts.actor("p.quantri").orElseThrow();
        var account = accounts.find(username).orElseThrow();
        var link = (Administration.Outcome.Linked) links.make(admin, account.id(), account.version());
        String path = "/reset/" + link.token();
        assertThat(visitor.open(path).getStatus()).isEqualTo(200);
        assertThat(visitor.page().select("form").text()).contains(username);
        assertThat(visitor.send(path, "fresh", FRESH, "again", "khác").getStatus())
                .isEqualTo(422);
        assertThat(visitor.send(path, "fresh", FRESH, "again", FRESH).getRedirectedUrl())
                .isEqualTo("/sign-in");
        visitor.open("/sign-in");
        assertThat(visitor.send(path, "fresh", FRESH, "again", FRESH).getStatus())
                .isEqualTo(410);
        assertThat(visitor.open(path).getStatus()).isEqualTo(410);
        assertThat(visitor.page().select("h1").text()).isEqualTo("Liên kết không còn dùng được");
        assertThat(visitor.signIn(username, FRESH).getStatus()).isEqualTo(303);
    }
}
