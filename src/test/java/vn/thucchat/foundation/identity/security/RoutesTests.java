package vn.thucchat.foundation.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static vn.thucchat.testing.OwnForm.ownForm;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.testing.ApplicationTest;

/**
 * Each room's {@code src/test/resources/routes/<room>.txt} says who may call what: method, path, who. It is compared
 * with the handlers of that room, and each route is called by a stranger and by each role. The room of
 * {@code vn.thucchat.foundation.money.vietqr} is {@code money.vietqr}, that of {@code vn.thucchat.portal} is
 * {@code portal}.
 */
@ApplicationTest
class RoutesTests {

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    List<RoomPages> rooms;

    @Autowired
    MockMvc mvc;

    /**
     * @param who {@code anyone}, {@code signed-in}, {@code nobody}, or roles with commas; who holds one that includes it, too
     * @param recent how many minutes old a proof of who somebody is may be; 0: any age
     */
    record Route(String room, String method, String path, String who, int recent) {

        static Route parse(String room, String line) {
            var words = line.strip().split("\\s+");
            assertThat(words)
                    .as("a line of routes/%s.txt: method, path, who, and recent=minutes where it is: %s", room, line)
                    .hasSizeBetween(3, 4);
            int recent = words.length == 3 ? 0 : Integer.parseInt(words[3].replaceFirst("^recent=", ""));
            return new Route(room, words[0], words[1], words[2], recent);
        }

        boolean open(@Nullable String role) {
            return switch (who) {
                case "anyone" -> true;
                case "signed-in" -> role != null;
                case "nobody" -> false;
                default ->
                    role != null
                            && Arrays.stream(who.split(","))
                                    .anyMatch(named -> HouseRoles.DEFINITIONS
                                            .holders(named)
                                            .contains(role));
            };
        }

        @Override
        public String toString() {
            return "routes/" + room + ".txt: " + method + " " + path + " " + who
                    + (recent == 0 ? "" : " recent=" + recent);
        }
    }

    @Test
    void the_table_and_the_application_name_the_same_routes() throws IOException {
        assertThat(differences(table(), registered(mappings))).isEmpty();
    }

    @Test
    void the_comparison_bites() {
        var known = Route.parse("x", "GET /sign-in anyone");
        var fresh = Route.parse("x", "GET /fresh LEADER");
        assertThat(differences(List.of(known), List.of(known))).isEmpty();
        assertThat(differences(List.of(known), List.of(known, fresh)))
                .contains("add to routes/x.txt: GET /fresh LEADER");
        assertThat(differences(List.of(known, fresh), List.of(known)))
                .contains("remove from routes/x.txt: GET /fresh LEADER");
        assertThat(differences(List.of(fresh), List.of(Route.parse("x", "GET /fresh LEADER recent=10"))))
                .contains("add to routes/x.txt: GET /fresh LEADER recent=10");
        assertThat(differences(List.of(Route.parse("x", "GET /sign-in LEADER")), List.of(known)))
                .contains("add to routes/x.txt: GET /sign-in anyone", "remove from routes/x.txt: GET /sign-in LEADER");
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_route_opens_to_those_it_names(Route route) throws Exception {
        check(route, null);
        for (var role : HouseRoles.NAMES) check(route, role);
    }

    @Test
    void a_form_without_its_token_is_taken_at_no_route() throws Exception {
        int asked = 0;
        for (Route route : table()) {
            // programs send JSON, which no page of another site can send as they do
            if (!route.method().equals("POST") || route.path().startsWith("/api/")) continue;
            for (String role : HouseRoles.NAMES) {
                if (!route.open(role)) continue;
                asked++;
                var sent = mvc.perform(request(HttpMethod.POST, route.path().replaceAll("\\{[^}]*}", "1"))
                                .with(Persons.as(Persons.a(role, "VN"))))
                        .andReturn()
                        .getResponse();
                assertThat(sent.getStatus()).as(role + " at " + route).isEqualTo(403);
            }
        }
        assertThat(asked).as("premise").isGreaterThan(80);
    }

    private void check(Route route, @Nullable String role) throws Exception {
        String path = route.path().replaceAll("\\{[^}]*}", "1");
        var call = request(HttpMethod.valueOf(route.method()), path).with(ownForm());
        if (role != null) call = call.with(Persons.as(Persons.a(role, "VN")));
        String who = (role == null ? "a stranger" : role) + " at " + route;
        try {
            var result = mvc.perform(call).andReturn();
            boolean refused = result.getRequest().getAttribute(Gatekeeper.REFUSED) != null;
            assertThat(refused).as(who).isNotEqualTo(route.open(role));
            if (refused) {
                boolean program = path.startsWith("/api/") || forPrograms(route.path());
                int expected = role != null ? 403 : program ? 401 : 302;
                assertThat(result.getResponse().getStatus()).as(who).isEqualTo(expected);
            }
        } catch (ServletException broke) {
            // made-up arguments may be too odd for the handler: it was let through to it
            assertThat(route.open(role)).as(who).isTrue();
        }
    }

    /** What a room says that programs call outside {@code /api}. */
    private boolean forPrograms(String path) {
        return rooms.stream()
                .flatMap(room -> room.apiPaths().stream())
                .anyMatch(pattern -> new AntPathMatcher().match(pattern, path));
    }

    static List<Route> table() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.txt");
        var routes = new ArrayList<Route>();
        for (Resource file : files) {
            String room = String.valueOf(file.getFilename()).replace(".txt", "");
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> routes.add(Route.parse(room, line)));
        }
        return routes;
    }

    private static String differences(Collection<Route> table, Collection<Route> registered) {
        Set<String> wanted = table.stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = registered.stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        there.stream().filter(route -> !wanted.contains(route)).map(route -> "add to " + route),
                        wanted.stream().filter(route -> !there.contains(route)).map(route -> "remove from " + route))
                .collect(Collectors.joining("\n"));
    }

    /** Our own handlers; those of the framework are closed or named in {@link Gatekeeper}. */
    private static List<Route> registered(List<RequestMappingHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("vn.thucchat."))
                .filter(entry -> !entry.getKey().getPatternValues().contains("/error"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        assertThat(methods).as(handler + " must name its HTTP method").isNotEmpty();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream()
                        .map(method -> new Route(
                                room(handler.getBeanType()),
                                method.name(),
                                path,
                                who(handler.getMethodAnnotation(Allow.class)),
                                recent(handler.getMethodAnnotation(Allow.class)))));
    }

    private static String room(Class<?> handler) {
        String place =
                handler.getPackageName().replaceFirst("^vn\\.thucchat\\.", "").replaceFirst("\\.web$", "");
        return place.replaceFirst("^(foundation|economy|government|society|steering)\\.", "");
    }

    private static int recent(@Nullable Allow allow) {
        return allow == null ? 0 : allow.recent();
    }

    private static String who(@Nullable Allow allow) {
        if (allow == null) return "nobody";
        if (allow.anyone()) return "anyone";
        if (allow.signedIn()) return "signed-in";
        String roles = String.join(",", allow.value());
        return roles.isEmpty() ? "nobody" : roles;
    }
}
