package vn.thucchat.foundation.identity.profile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** One's own sessions: seen, ended one by one or all others, by their owner or an administrator, and by nobody else. */
@ApplicationTest
class OwnSessionsTests {

    private static final String PASSWORD = "con-trau-cay-ruong";
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36";

    private static final String ANDROID_LABEL = "Chrome · Android";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String username;
    private Visitor desk;
    private Visitor phone;

    @BeforeEach
    void signedInTwice() throws Exception {
        username = "p" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Phạm Hai Máy", PASSWORD, false, new Actor.Grant(SteeringRoles.REPORTER, "19"));
        desk = new Visitor(mvc, "198.51.100.20");
        assertThat(desk.signIn(username, PASSWORD).getStatus()).isEqualTo(303);
        phone = new Visitor(mvc, "2001:db8::7");
        phone.open("/sign-in");
        phone.perform(MockMvcRequestBuilders.post("/sign-in")
                .header("User-Agent", ANDROID)
                .param("_csrf", phone.page().select("input[name=_csrf]").val())
                .param("username", username)
                .param("password", PASSWORD));
        assertThat(phone.open("/id").getStatus()).isEqualTo(200);
    }

    @Test
    void a_person_reads_who_they_are_and_how_they_proved_it() throws Exception {
        desk.open("/id");
        String text = desk.page().select("main").text();
        assertThat(text).contains("Phạm Hai Máy", username, "Người báo cáo, Tỉnh Thái Nguyên từ", "mật khẩu");
        assertThat(desk.page().select("main a[href=/id/sessions]")).hasSize(1);
        assertThat(desk.page().select("header a[href=/id]")).hasSize(1);
    }

    @Test
    void sessions_are_listed_with_browser_and_network_and_this_one_is_marked() throws Exception {
        desk.open("/id/sessions");
        var rows = desk.page().select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text())
                .contains("Chrome · Android", "2001:db8:0:0::/64")
                .doesNotContain("phiên này");
        assertThat(rows.getLast().text()).contains("198.51.100.20", "phiên này", "Thoát");
        assertThat(desk.page().select(".lead").text()).contains("8 giờ không dùng", "12 giờ sau khi đăng nhập");
        assertThat(desk.page().html()).as("never the raw header").doesNotContain("Mozilla");
    }

    @Test
    void seventeen_sessions_take_two_pages() throws Exception {
        for (int i = 0; i < 15; i++) new Visitor(mvc, "198.51.100.20").signIn(username, PASSWORD);
        desk.open("/id/sessions");
        assertThat(desk.page().select("tbody tr")).hasSize(16);
        desk.open(desk.page().select("a[href*=cursor]").attr("href"));
        assertThat(desk.page().select("tbody tr")).hasSize(1);
        assertThat(desk.page().select("tbody tr").text()).contains("phiên này");
    }

    @Test
    void a_session_ended_elsewhere_is_over_at_once() throws Exception {
        desk.open("/id/sessions");
        String end = desk.page().select("form[action$=/ended]").getFirst().attr("action");
        assertThat(desk.send(end).getStatus()).isEqualTo(303);
        assertThat(phone.open("/id").getStatus()).isEqualTo(302);
        assertThat(desk.open("/id/sessions").getStatus()).isEqualTo(200);
        assertThat(desk.page().select("tbody tr")).hasSize(1);
        assertThat(logged("identity.session-ended")).isEqualTo(1);
        assertThat(desk.send(end).getStatus()).as("it is over already").isEqualTo(404);
    }

    @Test
    void all_others_are_ended_and_this_one_goes_on() throws Exception {
        desk.open("/id/sessions");
        assertThat(desk.send("/id/sessions/others/ended").getStatus()).isEqualTo(303);
        assertThat(phone.open("/id").getStatus()).isEqualTo(302);
        assertThat(desk.open("/id/sessions").getStatus()).isEqualTo(200);
        assertThat(logged("identity.sessions-ended")).isEqualTo(1);
    }

    @Test
    void ending_this_one_signs_out() throws Exception {
        phone.open("/id/sessions");
        assertThat(phone.send("/id/sessions/" + handle(ANDROID_LABEL) + "/ended")
                        .getRedirectedUrl())
                .isEqualTo("/");
        assertThat(phone.open("/id").getStatus()).isEqualTo(302);
        assertThat(desk.open("/id").getStatus()).isEqualTo(200);
    }

    @Test
    void another_person_s_session_is_not_there_and_the_attempt_leaves_a_line() throws Exception {
        String thief = "t" + Ids.next(clock).toString().substring(24);
        accounts.ensure(thief, "Trần Kẻ Trộm", PASSWORD, false, new Actor.Grant(SteeringRoles.REPORTER, "19"));
        var other = new Visitor(mvc, "198.51.100.66");
        other.signIn(thief, PASSWORD);
        other.open("/id/sessions");
        String path = "/id/sessions/" + handle(ANDROID_LABEL) + "/ended";
        assertThat(other.send(path).getStatus()).isEqualTo(404);
        assertThat(phone.open("/id").getStatus()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log"
                                + " WHERE action = 'identity.request-refused' AND object = :path AND username = :thief")
                        .param("path", path)
                        .param("thief", thief)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_administrator_ends_all_sessions_of_an_account_in_reach_and_of_no_other() throws Exception {
        accounts.ensure("q.phien", "Quản Phiên", PASSWORD, false, new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        accounts.ensure("q.xa", "Quản Xa", PASSWORD, false, new Actor.Grant(Roles.ADMINISTRATOR, "01"));
        UUID id = accounts.find(username).orElseThrow().id();
        var far = administrator("q.xa", "198.51.100.67");
        far.open("/id");
        assertThat(far.send("/admin/accounts/" + id + "/sessions/ended").getStatus())
                .isEqualTo(404);
        assertThat(phone.open("/id").getStatus()).isEqualTo(200);

        var admin = administrator("q.phien", "198.51.100.68");
        admin.open("/admin/accounts/" + id);
        assertThat(admin.page().select("main").text()).contains("Đang có 2 phiên đăng nhập.");
        assertThat(admin.send("/admin/accounts/" + id + "/sessions/ended").getStatus())
                .isEqualTo(303);
        assertThat(phone.open("/id").getStatus()).isEqualTo(302);
        assertThat(desk.open("/id").getStatus()).isEqualTo(302);
        admin.open("/admin/accounts/" + id);
        assertThat(admin.page().select("main").text()).contains("Không có phiên đăng nhập nào đang mở.");
    }

    @Test
    void who_holds_a_role_out_of_reach_keeps_their_sessions() throws Exception {
        accounts.ensure("q.phien", "Quản Phiên", PASSWORD, false, new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        var both = accounts.ensure(
                "h" + username,
                "Hai Nơi",
                PASSWORD,
                false,
                new Actor.Grant(SteeringRoles.REPORTER, "19"),
                new Actor.Grant(SteeringRoles.REPORTER, "01"));
        var visitor = new Visitor(mvc, "198.51.100.69");
        visitor.signIn(both.username(), PASSWORD);
        var admin = administrator("q.phien", "198.51.100.68");
        admin.open("/id");
        assertThat(admin.send("/admin/accounts/" + both.id() + "/sessions/ended")
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.open("/id").getStatus()).isEqualTo(200);
    }

    @Test
    void a_sign_in_from_a_browser_and_network_never_used_is_told_in_the_inbox() throws Exception {
        // the phone of each test: the desk's sign-in came first, from elsewhere
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            desk.open("/inbox");
            assertThat(desk.page().select("tbody tr"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.text()).contains("chưa từng dùng (Chrome · Android, 2001:db8:0:0::/64)"));
        });
        String opened = desk.page().select("form[action$=/opened]").attr("action");
        assertThat(desk.send(opened).getRedirectedUrl()).isEqualTo("/id/sessions");
    }

    private int logged(String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND username = :username")
                .param("action", action)
                .param("username", username)
                .query(Integer.class)
                .single();
    }

    private UUID handle(String browser) {
        return jdbc.sql("SELECT s.id FROM identity.session s JOIN identity.account a ON a.id = s.account"
                        + " WHERE a.username = :username AND s.browser = :browser")
                .param("username", username)
                .param("browser", browser)
                .query(UUID.class)
                .single();
    }

    /** Signed in by password and code, whether or not another test gave the account one. */
    private Visitor administrator(String called, String address) throws Exception {
        jdbc.sql("DELETE FROM identity.totp t USING identity.account a WHERE a.id = t.account AND a.username = :name")
                .param("name", called)
                .update();
        var visitor = new Visitor(mvc, address);
        visitor.signIn(called, PASSWORD);
        CodeDevice.setUp(visitor, clock);
        return visitor;
    }
}
