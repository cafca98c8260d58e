package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thucchat.testing.HttpVisitor;

/** A client is a line for each device and browser on which it was allowed, and ends on each by itself. */
@NullMarked
class AllowedDeviceTests extends ProviderTest {

    private static final String PAGE = "/id/applications";

    private final String username = "nhieu.may." + UUID.randomUUID().toString().substring(0, 8);

    @Override
    HttpVisitor signedIn() throws Exception {
        accounts.ensure(username, "Nguyễn Văn An", PASSWORD, false);
        // whatever other tests mistyped from this network
        jdbc.sql("DELETE FROM identity.attempt WHERE key LIKE '%net:%'").update();
        return new HttpVisitor(port).signedIn(username, PASSWORD);
    }

    @Test
    void ending_one_browser_leaves_the_tokens_of_the_other() throws Exception {
        var portal = portal();
        var first = signedIn();
        var second = signedIn();
        JsonNode ofFirst = portal.tokens(first);
        JsonNode ofSecond = portal.tokens(second);
        Elements lines = lines(first, PAGE, portal);
        assertThat(lines).as("one for each browser").hasSize(2);
        assertThat(lines.text()).contains("127.0.0.1", "Từ ", "dùng lần cuối ngày");

        // the newest stands first
        var answer = end(first, lines.first());
        assertThat(ClientProgram.location(answer)).isEqualTo(PAGE);
        assertThat(lines(first, PAGE, portal)).hasSize(1);
        assertThat(ClientProgram.error(portal.refresh(refreshToken(ofSecond)))).isEqualTo("invalid_grant");
        assertThat(portal.userInfo(ofSecond.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertThat(portal.refresh(refreshToken(ofFirst)).statusCode()).isEqualTo(200);
        assertThat(logged("identity.client-device-ended", "/admin/clients/" + portal.key))
                .isOne();
        assertThat(end(first, lines.first()).statusCode()).as("ended before").isEqualTo(404);
    }

    @Test
    void a_line_is_its_person_s_own() throws Exception {
        var portal = portal();
        var owner = signedIn();
        JsonNode tokens = portal.tokens(owner);
        Elements lines = lines(owner, PAGE, portal);
        var other = new HttpVisitor(port).signedIn(USERNAME, PASSWORD);
        assertThat(end(other, lines.first()).statusCode()).isEqualTo(404);
        assertThat(other.open(PAGE + "/" + portal.key).statusCode()).isEqualTo(404);
        assertThat(portal.refresh(refreshToken(tokens)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_whose_session_has_ended_is_no_line() throws Exception {
        var portal = portal();
        var first = signedIn();
        var second = signedIn();
        portal.tokens(first);
        portal.tokens(second);
        second.send(PAGE, "/sign-out");
        assertThat(lines(first, PAGE, portal)).hasSize(1);
    }

    @Test
    void many_devices_are_read_page_by_page_and_end_together() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 14; i++) tokens.add(refreshToken(portal.tokens(visitor)));
        assertThat(lines(visitor, PAGE, portal)).as("the newest").hasSize(3);
        String path = PAGE + "/" + portal.key;
        assertThat(lines(visitor, path, portal)).hasSize(12);
        String next =
                Jsoup.parse(visitor.open(path).body()).select("a[rel=next]").attr("href");
        assertThat(lines(visitor, next, portal)).hasSize(2);
        visitor.send(PAGE, path + "/withdrawn");
        for (String token : List.of(tokens.getFirst(), tokens.getLast()))
            assertThat(ClientProgram.error(portal.refresh(token))).isEqualTo("invalid_grant");
    }

    @Test
    void applications_are_read_page_by_page() throws Exception {
        var visitor = signedIn();
        for (int i = 0; i < 7; i++) portal().tokens(visitor);
        var page = Jsoup.parse(visitor.open(PAGE).body());
        assertThat(page.select("section h2")).hasSize(6);
        assertThat(Jsoup.parse(visitor.open(page.select("a[rel=next]").attr("href"))
                                .body())
                        .select("section h2"))
                .hasSize(1);
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.path("refresh_token").asString();
    }

    /** The forms that end one device each. */
    private static Elements lines(HttpVisitor visitor, String page, ClientProgram client) throws Exception {
        return Jsoup.parse(visitor.open(page).body()).select("form[action^=" + PAGE + "/" + client.key + "/devices/]");
    }

    private static HttpResponse<String> end(HttpVisitor visitor, @Nullable Element line) throws Exception {
        return visitor.send(PAGE, Objects.requireNonNull(line).attr("action"));
    }
}
