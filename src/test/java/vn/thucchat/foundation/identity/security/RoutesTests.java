package vn.thucchat.foundation.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static vn.thucchat.testing.OwnForm.ownForm;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.ReflectionUtils;
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

    @Autowired
    FilterChainProxy chains;

    /**
     * @param who {@code anyone}, {@code signed-in}, {@code nobody}, {@code client} (a program that proves in each request
     *     which it is), or roles with commas; who holds one that includes it, too
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
                case "nobody", "client" -> false;
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
        var registered = new ArrayList<>(registered(mappings));
        registered.addAll(filtered(chains));
        assertThat(differences(table(), registered)).isEmpty();
        assertThat(filtered(chains)).as("premise: what filters answer is found").hasSize(5);
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
            // pages of other sites send there, and all that happens is that the browser is sent on without a session
            if (FROM_OTHER_SITES.contains(route.path())) continue;
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

    /** Where forms of other sites arrive, and tokens or clients that prove who they are instead of sessions. */
    private static final Set<String> FROM_OTHER_SITES = Set.of(
            "/oauth2/authorize",
            "/oauth2/par",
            "/connect/logout",
            "/userinfo",
            "/credentials/nonce",
            "/credentials/issue",
            "/credentials/notification");

    private void check(Route route, @Nullable String role) throws Exception {
        if (filtered(chains).stream().anyMatch(one -> one.path().equals(route.path()))) {
            checkFiltered(route, role);
            return;
        }
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

    /** No session opens what a filter answers: only a client that says which it is gets past it. */
    private void checkFiltered(Route route, @Nullable String role) throws Exception {
        var call = request(HttpMethod.valueOf(route.method()), route.path());
        if (role != null) call = call.with(Persons.as(Persons.a(role, "VN")));
        int expected = route.who().equals("client") ? 401 : 200;
        assertThat(mvc.perform(call).andReturn().getResponse().getStatus())
                .as(role + " at " + route)
                .isEqualTo(expected);
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

    /** The library's filters that answer requests themselves, by the matcher that each of them has. */
    private static List<Route> filtered(FilterChainProxy chains) {
        return chains.getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(filter -> filter.getClass().getSimpleName().endsWith("EndpointFilter"))
                .map(RoutesTests::filtered)
                .toList();
    }

    private static Route filtered(Filter filter) {
        String matcher = Arrays.stream(filter.getClass().getDeclaredFields())
                .filter(field -> RequestMatcher.class.isAssignableFrom(field.getType()))
                .map(field -> {
                    ReflectionUtils.makeAccessible(field);
                    return String.valueOf(ReflectionUtils.getField(field, filter));
                })
                .collect(Collectors.joining());
        var named = FILTERED.matcher(matcher);
        assertThat(named.find())
                .as(filter + " says where it answers: " + matcher)
                .isTrue();
        String path = String.valueOf(named.group(2));
        return new Route(
                "identity.provider",
                String.valueOf(named.group(1)),
                path,
                path.endsWith("/jwks") ? "anyone" : "client",
                0);
    }

    private static final Pattern FILTERED = Pattern.compile("(GET|POST) (/[^\\],\\s]+)");

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
