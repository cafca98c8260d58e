package vn.thucchat.foundation.identity.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Sessions over HTTP: many requests at once, what strangers leave behind, when they end. */
@ApplicationTest
class SessionTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void somebody() {
        accounts.ensure(
                "nhieu.tab", "Nhiều Tab", PASSWORD, false, new Actor.Grant(SteeringRoles.STEERING_OFFICE, "19"));
    }

    @AfterEach
    void setClock() {
        clock.moveTo(TestTime.now());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12})
    void all_pages_asked_for_at_once_right_after_signing_in_are_shown(int pages) throws Exception {
        for (int round = 0; round < 5; round++) {
            var visitor = new HttpVisitor(port).signedIn("nhieu.tab", PASSWORD);
            assertThat(visitor.atOnce(pages, "/account/password"))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        }
    }

    @Test
    void forms_sent_at_once_are_all_taken_and_each_may_leave_a_notice() throws Exception {
        var visitor = new HttpVisitor(port).signedIn("nhieu.tab", PASSWORD);
        String token = visitor.token("/account/password");
        var forms = new ArrayList<HttpRequest>();
        for (int i = 0; i < 12; i++)
            forms.add(visitor.post(
                    "/account/password", token, "old", "sai", "fresh", "một câu tôi nghĩ ra", "again", "khác"));
        assertThat(visitor.atOnce(forms)).extracting(HttpResponse::statusCode).containsOnly(422);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12})
    void a_stranger_s_first_pages_at_once_are_all_shown_and_the_form_then_works(int pages) throws Exception {
        var stranger = new HttpVisitor(port);
        assertThat(stranger.atOnce(pages, "/sign-in"))
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        stranger.signedIn("nhieu.tab", PASSWORD);
        assertThat(stranger.open("/account/password").statusCode()).isEqualTo(200);
    }

    @Test
    void of_a_stranger_s_tabs_opened_at_once_each_can_sign_in() throws Exception {
        var stranger = new HttpVisitor(port);
        String first = stranger.token("/sign-in");
        var other = new HttpVisitor(port);
        // the other tab's cookie came first; the browser says itself that its form is ours
        var form = other.post("/sign-in", first, "username", "nhieu.tab", "password", PASSWORD);
        assertThat(other.atOnce(java.util.List.of(form)).getFirst().statusCode())
                .isEqualTo(403);
        var ours = HttpRequest.newBuilder(form, (_, _) -> true)
                .header("Sec-Fetch-Site", "same-origin")
                .build();
        assertThat(other.atOnce(java.util.List.of(ours)).getFirst().statusCode())
                .isEqualTo(303);
        // once somebody is signed in, only the token counts
        var signedOut = HttpRequest.newBuilder(other.post("/sign-out", first), (_, _) -> true)
                .header("Sec-Fetch-Site", "same-origin")
                .build();
        assertThat(other.atOnce(java.util.List.of(signedOut)).getFirst().statusCode())
                .isEqualTo(403);
    }

    @Test
    void signing_out_twelve_times_at_once_signs_out_once_and_breaks_nothing() throws Exception {
        var visitor = new HttpVisitor(port).signedIn("nhieu.tab", PASSWORD);
        String token = visitor.token("/account/password");
        var forms = new ArrayList<HttpRequest>();
        for (int i = 0; i < 12; i++) forms.add(visitor.post("/sign-out", token));
        assertThat(visitor.atOnce(forms))
                .extracting(HttpResponse::statusCode)
                .allMatch(status -> status == 303 || status == 403);
        assertThat(visitor.open("/account/password").statusCode()).isEqualTo(302);
    }

    @Test
    void strangers_leave_no_session_behind() throws Exception {
        int before = sessions();
        for (int i = 0; i < 3; i++) {
            var stranger = new HttpVisitor(port);
            for (String page : new String[] {"/sign-in", "/", "/receipts", "/account/password", "/khong-co"})
                stranger.open(page);
            stranger.send("/sign-in", "/sign-in", "username", "khong.co.ai" + i, "password", "sai");
            assertThat(stranger.cookieNames()).containsOnly("tc-form");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void the_database_does_not_hold_the_cookie() throws Exception {
        var visitor = new HttpVisitor(port).signedIn("nhieu.tab", PASSWORD);
        String cookie = visitor.cookie("tc");
        String rows = jdbc.sql("SELECT string_agg(s::text, ' ') FROM identity.session s")
                .query(String.class)
                .single();
        String hexadecimal = java.util.HexFormat.of().formatHex(cookie.getBytes(StandardCharsets.US_ASCII));
        String decoded = java.util.HexFormat.of()
                .formatHex(java.util.Base64.getUrlDecoder().decode(cookie));
        assertThat(rows).doesNotContain(cookie).doesNotContain(hexadecimal).doesNotContain(decoded);
    }

    @Test
    void a_session_ends_when_it_was_not_used_and_at_last_in_any_case() throws Exception {
        var idle = new HttpVisitor(port).signedIn("nhieu.tab", PASSWORD);
        var busy = new HttpVisitor(port).signedIn("nhieu.tab", PASSWORD);
        clock.moveTo(clock.instant().plus(Duration.ofHours(5)));
        assertThat(busy.open("/account/password").statusCode()).isEqualTo(200);
        clock.moveTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(idle.open("/account/password").statusCode()).isEqualTo(302);
        assertThat(busy.open("/account/password").statusCode()).isEqualTo(200);
        clock.moveTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(busy.open("/account/password").statusCode()).isEqualTo(302);
    }

    private int sessions() {
        return jdbc.sql("SELECT count(*) FROM identity.session")
                .query(Integer.class)
                .single();
    }
}
