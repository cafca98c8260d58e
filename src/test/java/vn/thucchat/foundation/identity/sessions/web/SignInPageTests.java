package vn.thucchat.foundation.identity.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class SignInPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void somebody() {
        accounts.ensure("giang", "Vũ Giang", PASSWORD, false, new Actor.Grant(SteeringRoles.REPORTER, "19"));
        visitor = new Visitor(mvc, "192.0.2." + (1 + (int) (Math.random() * 250)));
    }

    @Test
    void a_stranger_is_led_to_the_sign_in_and_back_to_the_page_wanted() throws Exception {
        String to = java.util.Objects.requireNonNull(
                visitor.open("/work?person=giang&from=2022-01-01&to=2022-02-01").getRedirectedUrl());
        assertThat(to).isEqualTo("/sign-in?to=%2Fwork%3Fperson%3Dgiang%26from%3D2022-01-01%26to%3D2022-02-01");
        visitor.open(to);
        String kept = visitor.page().select("input[name=to]").val();
        var answer = visitor.send("/sign-in", "username", "giang", "password", PASSWORD, "to", kept);
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/work?person=giang&from=2022-01-01&to=2022-02-01");
        assertThat(visitor.open("/work").getStatus()).isEqualTo(200);
    }

    @Test
    void the_page_can_be_read_by_everybody_and_everything_has_a_label() throws Exception {
        visitor.open("/sign-in");
        for (var input : visitor.page().select("main form input:not([type=hidden])"))
            assertThat(visitor.page().select("label[for=" + input.id() + "]").text())
                    .isNotBlank();
        assertThat(visitor.page().select("h1").text()).isEqualTo("Đăng nhập");
        visitor.open("/sign-in?lang=en");
        assertThat(visitor.page().select("h1").text()).isEqualTo("Sign in");
        assertThat(visitor.page().select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_read_the_same_and_keep_what_was_typed() throws Exception {
        assertThat(visitor.signIn("giang", "sai").getStatus()).isEqualTo(422);
        String wrong = visitor.page().select("[role=alert]").html();
        assertThat(visitor.page().select("#username").val()).isEqualTo("giang");
        assertThat(visitor.page().select("#password").val()).isEmpty();
        assertThat(visitor.signIn("khong-co-ai", "sai").getStatus()).isEqualTo(422);
        assertThat(visitor.page().select("[role=alert]").html())
                .isEqualTo(wrong)
                .contains("không đúng");
    }

    @Test
    void too_many_attempts_say_how_long_to_wait() throws Exception {
        accounts.ensure("hay.quen", "Hay Quên", PASSWORD, false);
        for (int i = 0; i < 5; i++) visitor.signIn("hay.quen", "sai " + i);
        assertThat(visitor.signIn("hay.quen", PASSWORD).getStatus()).isEqualTo(429);
        assertThat(visitor.page().select("[role=alert]").text()).contains("đợi 1 phút");
    }

    @Test
    void signing_in_begins_another_session_and_signing_out_deletes_it() throws Exception {
        visitor.signIn("giang", PASSWORD);
        var before = visitor.session();
        visitor.signIn("giang", PASSWORD);
        visitor.open("/account/password");
        visitor.send("/sign-in", "username", "giang", "password", PASSWORD);
        var during = visitor.session();
        assertThat(during.getValue()).isNotEqualTo(before.getValue());
        assertThat(during.isHttpOnly()).isTrue();
        assertThat(during.getSecure()).isFalse();
        assertThat(during.getAttribute("SameSite")).isEqualTo("Lax");
        var fixed = new Visitor(mvc, "192.0.2.1");
        fixed.bring(before);
        assertThat(fixed.open("/work").getRedirectedUrl()).startsWith("/sign-in");
        visitor.open("/account/password");
        assertThat(sessions(during.getValue())).isEqualTo(1);
        assertThat(visitor.send("/sign-out").getRedirectedUrl()).isEqualTo("/");
        assertThat(sessions(during.getValue())).isZero();
        var thief = new Visitor(mvc, "192.0.2.1");
        thief.bring(during);
        assertThat(thief.open("/work").getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void the_cookie_is_secure_when_the_request_is() throws Exception {
        var answer = visitor.perform(get("/sign-in").secure(true));
        assertThat(answer.getCookies()).isNotEmpty().allMatch(Cookie::getSecure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:x=1\r\n",
                "http:/evil.example",
                "evil",
                "/sign-out",
                ""
            })
    void nobody_is_led_away_from_the_site(String to) throws Exception {
        visitor.open("/sign-in");
        var answer = visitor.send("/sign-in", "username", "giang", "password", PASSWORD, "to", to);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/audit?q=a%20b", "/", "/figures/H1/19/2022S1?boundaries=2025-07-01", "/a//b"})
    void pages_of_the_site_are_gone_back_to(String to) {
        assertThat(ReturnPath.of(to)).isEqualTo(to);
    }

    @Test
    void odd_input_is_answered_like_any_other() throws Exception {
        assertThat(visitor.signIn("x".repeat(50_000), "y".repeat(10_000)).getStatus())
                .isEqualTo(422);
        assertThat(visitor.page().select("#username").val()).hasSize(64);
        assertThat(visitor.signIn("gi\0ang", PASSWORD).getStatus()).isEqualTo(422);
        assertThat(visitor.signIn("\uD800\uFFFF<b>'\"", PASSWORD).getStatus()).isEqualTo(422);
        assertThat(visitor.page().select("form b")).isEmpty();
        assertThat(visitor.send("/sign-in").getStatus()).isEqualTo(422);
    }

    @Test
    void a_form_without_its_token_says_what_to_do_and_does_nothing() throws Exception {
        visitor.open("/sign-in");
        var answer = visitor.perform(post("/sign-in")
                .header("Referer", "http://localhost/sign-in?to=%2Fwork")
                .param("username", "giang")
                .param("password", PASSWORD)
                .param("_csrf", "của ai đó"));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(visitor.page().select("h1").text()).isEqualTo("Trang này đã cũ");
        assertThat(visitor.page().select("main a.btn").attr("href")).isEqualTo("/sign-in?to=%2Fwork");
        assertThat(visitor.open("/work").getRedirectedUrl()).startsWith("/sign-in");
        visitor.perform(post("/sign-in").header("Referer", "https://evil.example/sign-in"));
        assertThat(visitor.page().select("main a.btn").attr("href")).isEqualTo("/");
    }

    @Test
    void sent_twice_signs_in_once_and_the_second_is_told_that_the_page_is_old() throws Exception {
        visitor.open("/sign-in");
        assertThat(visitor.send("/sign-in", "username", "giang", "password", PASSWORD)
                        .getStatus())
                .isEqualTo(303);
        assertThat(visitor.send("/sign-in", "username", "giang", "password", PASSWORD)
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.open("/work").getStatus()).isEqualTo(200);
        assertThat(visitor.open("/sign-in").getRedirectedUrl()).as("already in").isEqualTo("/");
    }

    private int sessions(String cookie) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.US_ASCII));
        return jdbc.sql("SELECT count(*) FROM identity.session WHERE token_hash = :hash")
                .param("hash", hash)
                .query(Integer.class)
                .single();
    }
}
