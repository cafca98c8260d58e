package vn.thucchat.foundation.identity.upstream.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.testing.DemonstrationTest;

/** Signs in by the imitation of VNeID, from the button to the page that was wanted. */
@DemonstrationTest
class UpstreamPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";
    private static final String BUTTON = "a[href^='/upstream/vneid-demo']";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstantSource clock;

    private Visitor visitor;

    @BeforeEach
    void stranger() {
        // whom each test meets for the first time
        jdbc.sql("DELETE FROM identity.upstream_account WHERE provider = 'vneid-demo' AND name = 'Hoàng Văn Minh'")
                .update();
        visitor = another();
    }

    private Visitor another() {
        return new Visitor(mvc, "198.51.100." + (1 + (int) (Math.random() * 250)));
    }

    /** An account of one who has both, signed in. */
    private String linked(String level) throws Exception {
        String username = "minh" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(username, "Minh Thử", PASSWORD, true);
        visitor.signIn(username, PASSWORD);
        follow(visitor.open("/upstream/vneid-demo?to=/id"));
        follow(choose("minh", level));
        visitor.open("/upstream/confirm");
        assertThat(visitor.send("/upstream/links").getRedirectedUrl()).isEqualTo("/id/upstream");
        return username;
    }

    /** A code, which accounts of the demonstration do not set up themselves. */
    private void code(String username) throws Exception {
        synthetic(username, false);
        CodeDevice.setUp(visitor, clock);
        synthetic(username, true);
    }

    private void synthetic(String username, boolean synthetic) {
        jdbc.sql("UPDATE identity.account SET synthetic = :synthetic WHERE username = :username")
                .param("synthetic", synthetic)
                .param("username", username)
                .update();
    }

    private Map<String, @Nullable Object> session(String username) {
        return jdbc.sql("""
                        SELECT first_factor, second_factor FROM identity.session
                        WHERE account = :account ORDER BY begun_at DESC, id DESC LIMIT 1
                        """)
                .param("account", accounts.find(username).orElseThrow().id())
                .query()
                .singleRow();
    }

    /** To the page where a citizen is chosen. */
    private void leave(String to) throws Exception {
        visitor.open("/sign-in?to=" + to);
        String begin = visitor.page().select(BUTTON).attr("href");
        follow(visitor.open(begin));
        assertThat(visitor.page().select("h1").text()).isEqualTo("Giả lập VNeID");
    }

    /** Opens where a redirect leads, on this site. */
    private MockHttpServletResponse follow(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(303);
        URI to = URI.create(answer.getRedirectedUrl());
        return visitor.open(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
    }

    private MockHttpServletResponse choose(String citizen, String level) throws Exception {
        var page = visitor.page();
        return visitor.send(
                "/demonstration/vneid",
                "state",
                page.select("input[name=state]").val(),
                "nonce",
                page.select("input[name=nonce]").val(),
                "challenge",
                page.select("input[name=challenge]").val(),
                "level",
                level,
                "as",
                citizen);
    }

    @Test
    void a_citizen_with_an_account_is_signed_in_and_comes_to_the_wanted_page() throws Exception {
        visitor.open("/sign-in");
        assertThat(visitor.page().select("main .btn").eachText().getFirst())
                .isEqualTo("Đăng nhập bằng VNeID (giả lập)");
        leave("/id/person");
        var back = follow(choose("lan", "2"));
        assertThat(back.getRedirectedUrl()).isEqualTo("/id/person");
        visitor.open("/id/person");
        assertThat(visitor.page().text()).contains("Ma Thị Lan");
        visitor.open("/id/upstream");
        assertThat(visitor.page().select("main").text()).contains("Ma Thị Lan", "Mức định danh 2");
    }

    @Test
    void a_first_sign_in_asks_before_an_account_is_made() throws Exception {
        leave("/id");
        assertThat(follow(choose("minh", "1")).getRedirectedUrl()).isEqualTo("/upstream/confirm");
        visitor.open("/upstream/confirm");
        assertThat(visitor.page().select("main").text()).contains("Hoàng Văn Minh", "000••••••036");
        assertThat(visitor.open("/id").getRedirectedUrl()).as("nobody yet").startsWith("/sign-in");
        visitor.open("/upstream/confirm");
        assertThat(visitor.send("/upstream/accounts").getRedirectedUrl()).isEqualTo("/id");
        assertThat(visitor.open("/id").getStatus()).isEqualTo(200);
        assertThat(visitor.open("/upstream/confirm").getRedirectedUrl())
                .as("once")
                .isEqualTo("/id/upstream");
    }

    @Test
    void whoever_comes_after_does_not_become_who_has_left() throws Exception {
        leave("/id");
        follow(choose("minh", "2"));
        Cookie kept = visitor.cookie("tc-who");
        visitor.open("/upstream/confirm");
        assertThat(visitor.page()
                        .select("form[action='/upstream/cancelled'] button")
                        .text())
                .contains("Không phải tôi");
        assertThat(visitor.send("/upstream/cancelled").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(visitor.open("/upstream/confirm").getRedirectedUrl()).isEqualTo("/sign-in");
        visitor.bring(kept);
        visitor.open("/upstream/confirm");
        assertThat(visitor.send("/upstream/accounts").getRedirectedUrl()).isEqualTo("/id");
        visitor.bring(kept);
        visitor.open("/id");
        visitor.send("/sign-out");
        assertThat(visitor.open("/upstream/confirm").getRedirectedUrl())
                .as("taken with the session")
                .isEqualTo("/sign-in");
        visitor.bring(kept);
        visitor.open("/upstream/confirm");
        assertThat(visitor.send("/upstream/accounts").getRedirectedUrl())
                .as("there is an account: the provider asks who it is")
                .isEqualTo("/upstream/vneid-demo?to=%2Fid");
        assertThat(visitor.open("/id").getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void an_attempt_of_a_stranger_proves_nothing_in_a_session_of_later() throws Exception {
        String username = linked("2");
        visitor.send("/sign-out");
        follow(visitor.open("/upstream/vneid-demo?to=/id"));
        var answer = choose("minh", "2");
        visitor.signIn(username, PASSWORD);
        assertThat(follow(answer).getRedirectedUrl()).isEqualTo("/id");
        assertThat(session(username)).containsEntry("second_factor", null);
        follow(visitor.open("/upstream/vneid-demo?to=/id"));
        assertThat(follow(choose("minh", "2")).getRedirectedUrl()).isEqualTo("/id");
        assertThat(session(username)).containsEntry("second_factor", "UPSTREAM_TWO_FACTORS");
    }

    @Test
    void linking_proves_nothing_anew() throws Exception {
        assertThat(session(linked("2"))).containsEntry("second_factor", null);
    }

    @Test
    void a_second_factor_is_given_by_a_provider_that_asked_for_two() throws Exception {
        String username = linked("2");
        code(username);
        visitor = another();
        visitor.signIn(username, PASSWORD);
        assertThat(visitor.open("/id").getRedirectedUrl()).isEqualTo("/sign-in/second?to=%2Fid");
        visitor.open("/sign-in/second?to=%2Fid");
        String way = visitor.page().select(BUTTON).attr("href");
        assertThat(way).isEqualTo("/upstream/vneid-demo?to=%2Fid");
        follow(visitor.open(way));
        assertThat(follow(choose("minh", "2")).getRedirectedUrl()).isEqualTo("/id");
        assertThat(visitor.open("/id").getStatus()).isEqualTo(200);
    }

    @Test
    void a_level_that_is_not_enough_is_not_offered() throws Exception {
        String username = linked("1");
        code(username);
        visitor.open("/sign-in/again?to=%2Fid");
        assertThat(visitor.page().select(BUTTON)).isEmpty();
        visitor = another();
        visitor.signIn(username, PASSWORD);
        visitor.open("/sign-in/second?to=%2Fid");
        assertThat(visitor.page().select(BUTTON)).isEmpty();
    }

    @Test
    void who_has_only_the_provider_is_asked_for_that_and_keeps_the_last_way_in() throws Exception {
        leave("/id");
        follow(choose("minh", "1"));
        visitor.open("/upstream/confirm");
        visitor.send("/upstream/accounts");
        visitor.open("/sign-in/again?to=%2Fid");
        assertThat(visitor.page().select(BUTTON)).hasSize(1);
        assertThat(visitor.page().text()).doesNotContain("chưa có gì để xác nhận");
        visitor.open("/id/upstream");
        var form = visitor.page().select("form[action='/id/upstream/removed']");
        assertThat(visitor.send(
                                "/id/upstream/removed",
                                "link",
                                form.select("[name=link]").val())
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_link_is_taken_off() throws Exception {
        String username = linked("2");
        var elsewhere = another();
        elsewhere.signIn(username, PASSWORD);
        visitor.open("/id/upstream");
        String link = visitor.page().select("[name=link]").val();
        assertThat(visitor.send("/id/upstream/removed", "link", link).getRedirectedUrl())
                .isEqualTo("/id/upstream");
        visitor.open("/id/upstream");
        assertThat(visitor.page().select("main").text()).contains("Chưa gắn");
        assertThat(elsewhere.open("/id").getRedirectedUrl()).startsWith("/sign-in");
        assertThat(visitor.send("/id/upstream/removed", "link", link).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_wanted_page_whose_address_no_cookie_holds_is_left_out() throws Exception {
        String to = "/id?" + "a".repeat(3900);
        follow(visitor.open("/upstream/vneid-demo?to=" + to));
        assertThat(follow(choose("lan", "2")).getRedirectedUrl()).isEqualTo("/");
        visitor = another();
        leave("/id/person");
        follow(choose("", "2"));
        assertThat(visitor.page().select("main " + BUTTON).attr("href")).endsWith("?to=%2Fid%2Fperson");
    }

    @Test
    void an_account_of_before_is_linked_by_its_owner() throws Exception {
        leave("/id");
        follow(choose("che", "2"));
        visitor.open("/upstream/confirm");
        assertThat(visitor.page().select("main").text()).contains("Công ty TNHH Chè minh họa", "4600000024");
        visitor.signIn("tieuthuong", "thucchat-demo");
        visitor.open("/upstream/confirm");
        assertThat(visitor.page().select("main").text()).contains("Gắn với tieuthuong");
        assertThat(visitor.send("/upstream/links").getRedirectedUrl()).isEqualTo("/id/upstream");
        visitor.open("/id/upstream");
        assertThat(visitor.page().select("main").text()).contains("Tổ chức", "4600000024");
    }

    @Test
    void what_goes_wrong_says_what_to_do() throws Exception {
        leave("/");
        assertThat(follow(choose("", "2")).getStatus()).isEqualTo(403);
        assertThat(visitor.page().select("main").text()).contains("từ chối", "bấm Đồng ý");
        leave("/");
        var answer = choose("chua", "2");
        assertThat(follow(answer).getStatus()).isEqualTo(403);
        assertThat(visitor.page().select("main").text()).contains("số định danh");
        assertThat(follow(answer).getStatus()).as("brought a second time").isEqualTo(400);
        assertThat(visitor.page().select("main").text()).contains("quá 10 phút");
        String elsewhere = UriComponentsBuilder.fromPath("/upstream/vneid-demo/callback")
                .queryParam("code", "x")
                .queryParam("state", "y")
                .toUriString();
        assertThat(visitor.open(elsewhere).getStatus()).isEqualTo(400);
        assertThat(visitor.open("/upstream/nobody").getStatus()).isEqualTo(404);
    }

    @Test
    void another_citizen_does_not_prove_who_is_signed_in() throws Exception {
        visitor.signIn("congdan2", "thucchat-demo");
        follow(visitor.open("/upstream/vneid-demo?to=/id"));
        assertThat(follow(choose("lan", "2")).getStatus()).isEqualTo(403);
        follow(visitor.open("/upstream/vneid-demo?to=/id"));
        assertThat(follow(choose("thang", "2")).getRedirectedUrl()).isEqualTo("/id");
    }
}
