package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.thucchat.testing.HttpVisitor;

/**
 * Every route of the API, those of rooms to come too, with tokens that open nothing: given back, ended, of somebody who is
 * disabled, for something else. Each is refused and recorded, also where nobody need sign in.
 */
@NullMarked
class TokenRoutesTests extends ProviderTest {

    private static final Pattern LINE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE)\\s+(/api/\\S+)\\s.*");

    private record Route(String method, String path) {}

    /** All but those whose callers prove who they are in a way of their own. */
    private static List<Route> routes() throws IOException {
        var routes = new ArrayList<Route>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.txt"))
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches()
                            && !line.group(2).startsWith("/api/v1/one-click/")
                            && !line.group(2).startsWith("/api/v1/payments/notifications/"))
                    .forEach(line ->
                            routes.add(new Route(line.group(1), line.group(2).replaceAll("\\{[^}]*}", "1"))));
        return routes;
    }

    private void everywhere(String token, int reading, int writing, String as) throws Exception {
        var routes = routes();
        assertThat(routes).as("the premise: there are routes").hasSizeGreaterThan(10);
        for (Route route : routes) {
            var answer = ClientProgram.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + route.path))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .method(route.method, HttpRequest.BodyPublishers.noBody())
                    .build());
            String at = as + " at " + route;
            assertThat(answer.statusCode()).as(at).isEqualTo(route.method.equals("GET") ? reading : writing);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(at).isPresent();
        }
        // the first, tenth, hundredth … of a minute is written
        assertThat(logged("identity.token-refused", routes.getFirst().path)).isPositive();
    }

    private String access(ClientProgram portal, HttpVisitor person, String scope) throws Exception {
        return portal.tokens(person, "scope", scope).path("access_token").asString();
    }

    @Test
    void what_was_given_back_opens_nothing() throws Exception {
        var portal = portal();
        var person = signedIn();
        String access = access(portal, person, "openid api_write");
        portal.post("/oauth2/revoke", "token", access);
        everywhere(access, 401, 401, "given back");
    }

    @Test
    void what_has_ended_opens_nothing() throws Exception {
        String access = access(portal(), signedIn(), "openid api_write");
        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        everywhere(access, 401, 401, "ended");
    }

    @Test
    void of_somebody_who_is_disabled_it_opens_nothing() throws Exception {
        String name = "bi.khoa." + Integer.toString(port, 36).toLowerCase(Locale.ROOT);
        accounts.ensure(name, "Bị Khóa", PASSWORD, false);
        String access = access(portal(), new HttpVisitor(port).signedIn(name, PASSWORD), "openid api_write");
        jdbc.sql("UPDATE identity.account SET disabled = true WHERE username = :name")
                .param("name", name)
                .update();
        everywhere(access, 401, 401, "disabled");
    }

    @Test
    void for_something_else_it_opens_nothing() throws Exception {
        var portal = portal();
        var person = signedIn();
        everywhere(access(portal, person, "openid profile"), 403, 403, "who somebody is");
    }
}
