package vn.thucchat.foundation.identity.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.DemonstrationTest;

/**
 * Each route that is about one record, with a record of the demonstration that its keepers see, is refused to the same
 * roles in another province, and to another trader of the same ward. Each room says in
 * {@code src/test/resources/routes/<room>.sql} which record: below {@code -- } and how a route begins, the statement
 * whose columns stand for the route's variables, in their order. After a colon stands instead why there is none: {@code
 * no record} of it is in the demonstration, and a test of its own makes one; or it is {@code not asked}, being what all
 * provinces share, what a person has just sent, or a stream without an end (TillStreamTests).
 */
@DemonstrationTest
class OtherUnitTests {

    private static final String OTHER = "01";
    private static final String NOT_ASKED = "not asked";
    private static final String NO_RECORD = "no record";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Test
    void a_record_is_nobody_s_of_another_unit() throws Exception {
        Map<String, String> records = records();
        var wrong = new ArrayList<String>();
        var unseen = new TreeSet<String>();
        int asked = 0;
        for (RoutesTests.Route route : RoutesTests.table()) {
            if (!route.path().contains("{") || route.who().equals("anyone")) continue;
            if (NOT_ASKED.equals(records.get(route.path()))) continue;
            String path = filled(route.path(), records).orElse(null);
            if (path == null) {
                unseen.add(route.path());
                continue;
            }
            if (route.method().equals("GET")) {
                MockHttpServletResponse seen = answer(route, path, keeper(route));
                if (seen.getStatus() != 200) {
                    unseen.add(route.path());
                    continue;
                }
                // ASVS 5.0, 14.3.2
                if (!String.valueOf(seen.getHeader("Cache-Control")).contains("no-store"))
                    wrong.add(path + " may be kept: " + seen.getHeader("Cache-Control"));
            }
            asked++;
            // other roles are refused for what they are: RoutesTests
            for (String role : HouseRoles.NAMES)
                if (route.open(role)) refused(route, path, Persons.a(role, OTHER), wrong);
            if (route.open(MarketRoles.TRADER)) refused(route, path, Persons.a(MarketRoles.TRADER, "05443"), wrong);
        }
        assertThat(wrong).isEmpty();
        unseen.removeIf(path -> NO_RECORD.equals(records.get(path)));
        assertThat(unseen).as("no record of these was to be seen").isEmpty();
        assertThat(asked).as("premise").isGreaterThan(60);
    }

    private void refused(RoutesTests.Route route, String path, Actor other, List<String> wrong) throws Exception {
        int status = answer(route, path, other).getStatus();
        if (status < 400) wrong.add("%s %s to %s: %d".formatted(route.method(), path, other.username(), status));
    }

    private MockHttpServletResponse answer(RoutesTests.Route route, String path, Actor reader) throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(route.method()), URI.create(path))
                        .with(ownForm())
                        .with(Persons.as(reader)))
                .andReturn()
                .getResponse();
    }

    /** Who sees the record: the trader whose it is, or one of the roles in its province. */
    private Actor keeper(RoutesTests.Route route) {
        if (route.who().equals("TRADER")) return accounts.actor("tieuthuong").orElseThrow();
        return HouseRoles.NAMES.stream()
                .filter(role -> !role.equals(MarketRoles.TRADER) && route.open(role))
                .filter(role -> !route.who().equals("signed-in") || role.equals(SteeringRoles.REVIEWER))
                .findFirst()
                .map(role -> Persons.a(role, "19"))
                .orElseThrow();
    }

    private Optional<String> filled(String path, Map<String, String> records) {
        String known = records.keySet().stream()
                .filter(begin -> !NO_RECORD.equals(records.get(begin)))
                .filter(begin -> path.equals(begin) || path.startsWith(begin + "/") || path.startsWith(begin + "."))
                .max(Comparator.comparingInt(String::length))
                .map(records::get)
                .orElse(null);
        if (known == null) return Optional.empty();
        var found = jdbc.sql(known)
                .query((row, number) -> {
                    var values = new ArrayList<String>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) values.add(row.getString(i));
                    return values;
                })
                .list();
        if (found.isEmpty()) return Optional.empty();
        String filled = path.replace("{ending}", "csv");
        for (String value : found.getFirst())
            filled = filled.replaceFirst("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(value));
        filled = filled.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return Optional.of(filled.endsWith("/takings.csv") ? filled + "?from=2022-08-06&to=2022-08-06" : filled);
    }

    /** By how a route begins: the statement, or why there is none. */
    private static Map<String, String> records() throws IOException {
        var records = new HashMap<String, String>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.sql"))
            for (String part : file.getContentAsString(UTF_8).split("(?m)^-- ", -1)) {
                if (part.isBlank()) continue;
                String[] lines = part.strip().split("\n", 2);
                String[] route = lines[0].split(": ", 2);
                String before = records.put(route[0], lines.length == 2 ? lines[1] : route[1]);
                assertThat(before).as(route[0]).isNull();
            }
        return records;
    }
}
