package vn.thucchat.foundation.identity.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.foundation.pages.BusyWork;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class SignInQueueTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final BusyWork others = new BusyWork();

    @BeforeEach
    void somebody() {
        jdbc.sql("DELETE FROM identity.sign_in_ticket").update();
        accounts.ensure("doi.luot", "Đợi Lượt", PASSWORD, false);
    }

    @AfterEach
    void letGo() {
        others.close();
        jdbc.sql("DELETE FROM identity.sign_in_ticket").update();
    }

    /** More passwords than are looked at in seconds. */
    private void crowd() throws InterruptedException {
        others.keep(HeavyWork.HASHING);
        int many = (int) HeavyWork.HASHING.perSecond() + 10;
        for (int i = 0; i < many; i++) Thread.ofVirtual().start(() -> HeavyWork.HASHING.run(() -> true));
        while (HeavyWork.HASHING.underway() < many) Thread.sleep(5);
    }

    @Test
    void a_crowd_waits_on_a_page_that_loads_itself_and_keeps_the_name_and_each_gets_in() throws Exception {
        var visitor = new Visitor(mvc, "192.0.2.199");
        visitor.open("/sign-in?to=%2Fid");
        crowd();
        var put = visitor.send("/sign-in", "username", "doi.luot", "password", PASSWORD, "to", "/id");
        assertThat(put.getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(visitor.cookie("tc-ticket").getValue()).doesNotContain("doi");
        var waiting = visitor.open("/sign-in");
        assertThat(waiting.getStatus()).isEqualTo(200);
        assertThat(waiting.getHeader("Refresh")).matches("\\d+; url=/sign-in");
        assertThat(visitor.page().select("main").text()).contains("thứ 1 trong hàng", "doi.luot", "khoảng");
        assertThat(visitor.page().select("input[type=password]")).isEmpty();
        others.close();
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (visitor.page().select("input[type=password]").isEmpty() && System.nanoTime() < until) {
            Thread.sleep(100);
            visitor.open("/sign-in");
        }
        assertThat(visitor.page().select("[role=status]").text()).contains("Đến lượt bạn");
        assertThat(visitor.page().select("#username").val()).isEqualTo("doi.luot");
        String to = visitor.page().select("input[name=to]").val();
        assertThat(to).isEqualTo("/id");
        var in = visitor.send("/sign-in", "username", "doi.luot", "password", PASSWORD, "to", to);
        assertThat(in.getRedirectedUrl()).isEqualTo("/id");
        assertThat(visitor.open("/id").getStatus()).isEqualTo(200);
    }

    @Test
    void a_program_is_told_when_to_come_again_and_keeps_its_place_and_a_forged_ticket_has_none() throws Exception {
        var visitor = new Visitor(mvc, "192.0.2.198");
        visitor.open("/sign-in");
        String token = visitor.page().select("input[name=_csrf]").val();
        crowd();
        visitor.bring(new Cookie("tc-ticket", "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        for (int i = 0; i < 2; i++) {
            var answer = visitor.perform(post("/sign-in")
                    .accept("application/json")
                    .param("_csrf", token)
                    .param("username", "doi.luot")
                    .param("password", PASSWORD));
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isNotNull();
            assertThat(answer.getContentAsString()).contains("giữ chỗ");
        }
        assertThat(jdbc.sql("SELECT count(*) FROM identity.sign_in_ticket")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
