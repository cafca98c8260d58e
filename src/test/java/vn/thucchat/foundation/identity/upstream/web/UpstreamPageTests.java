package vn.thucchat.foundation.identity.upstream.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.testing.DemonstrationTest;

/** Signs in by the imitation of VNeID, from the button to the page that was wanted. */
@DemonstrationTest
class UpstreamPageTests {

    private static final String BUTTON = "a[href^='/upstream/vneid-demo']";

    @Autowired
    MockMvc mvc;

    private Visitor visitor;

    @BeforeEach
    void stranger() {
        visitor = new Visitor(mvc, "198.51.100." + (1 + (int) (Math.random() * 250)));
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
