package vn.thucchat.foundation.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.DemonstrationTest;

/**
 * Each route that is about one record, with a record of the demonstration that its keepers see, is refused to the same
 * roles in another province, and to another trader of the same ward. A new route needs a line here, or a reason.
 */
@DemonstrationTest
class OtherUnitTests {

    private static final String OTHER = "01";

    /** By how a route begins: what stands for its variables, in their order. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            entry("/admin/accounts/{id}", "SELECT id::text FROM identity.account WHERE username = 'baocao'"),
            entry("/submissions/{id}", "SELECT id::text FROM indicators.submission WHERE state = 'SUBMITTED' LIMIT 1"),
            entry("/rounds/{id}", "SELECT id::text FROM indicators.round WHERE above = '19' LIMIT 1"),
            entry("/explanations/{id}", "SELECT id::text FROM indicators.explanation LIMIT 1"),
            entry("/market/stalls/{id}", """
                    SELECT a.stall::text FROM market.acceptance a
                    JOIN market.trader t ON t.market = a.market AND t.id = a.trader
                    JOIN identity.account i ON i.id = t.account AND i.username = 'tieuthuong'
                    WHERE a.to_on IS NULL LIMIT 1"""),
            entry("/market/stalls/{id}/days/{day}", """
                    SELECT a.stall::text, '2022-08-06' FROM market.acceptance a
                    JOIN market.trader t ON t.market = a.market AND t.id = a.trader
                    JOIN identity.account i ON i.id = t.account AND i.username = 'tieuthuong'
                    WHERE a.to_on IS NULL LIMIT 1"""),
            entry("/market/charges/{id}", """
                    SELECT c.id::text FROM market.charge c
                    JOIN market.trader t ON t.market = c.market AND t.id = c.trader
                    JOIN identity.account i ON i.id = t.account AND i.username = 'tieuthuong'
                    ORDER BY c.paid_on NULLS FIRST LIMIT 1"""),
            entry(
                    "/market/acts/payments/{id}",
                    "SELECT evidence::text FROM facts.fact WHERE kind = 'market.payment-received' LIMIT 1"),
            entry(
                    "/market/acts/charges/{id}",
                    "SELECT evidence::text FROM facts.fact WHERE kind = 'market.charge-due' LIMIT 1"),
            entry("/markets/{code}", "SELECT code FROM market.market WHERE synthetic ORDER BY code LIMIT 1"),
            entry("/markets/{code}/stalls/{stall}", """
                    SELECT m.code, c.stall::text FROM market.contract c JOIN market.market m ON m.id = c.market
                    WHERE m.synthetic AND c.to_on IS NULL LIMIT 1"""),
            entry("/markets/{code}/traders/{trader}", """
                    SELECT m.code, c.trader::text FROM market.contract c JOIN market.market m ON m.id = c.market
                    WHERE m.synthetic AND c.to_on IS NULL LIMIT 1"""),
            entry("/markets/{code}/rounds/{round}", """
                    SELECT m.code, r.id::text FROM market.round r JOIN market.market m ON m.id = r.market LIMIT 1"""),
            entry("/markets/{code}/charges/{month}/{kind}", """
                    SELECT m.code, to_char(c.month, 'YYYY-MM'), c.kind
                    FROM market.charge c JOIN market.market m ON m.id = c.market
                    WHERE c.paid_on IS NULL AND c.cancelled_on IS NULL LIMIT 1"""),
            entry("/money/accounts/{number}", """
                    SELECT number::text FROM payments.account
                    WHERE synthetic AND purpose = 'CHARGES' ORDER BY number LIMIT 1"""),
            entry("/money/accounts/{number}/days/{day}", """
                    SELECT number::text, '2022-08-06' FROM payments.account
                    WHERE synthetic AND purpose = 'CHARGES' ORDER BY number LIMIT 1"""),
            entry(
                    "/money/findings/{account}/{movement}",
                    "SELECT account::text, movement::text FROM payments.finding LIMIT 1"),
            entry("/money/connections/{id}", "SELECT id FROM payments.connection WHERE synthetic LIMIT 1"),
            entry("/work/units/{code}", "SELECT unit FROM work.item LIMIT 1"),
            entry("/money/receipts/{id}", "SELECT id::text FROM payments.cash_receipt LIMIT 1"));

    /** What all provinces share, what a person has just sent, and a stream without an end (TillStreamTests). */
    private static final Set<String> NOT_ASKED = Set.of(
            "/indicators/{code}",
            "/indicators/{code}/edit",
            "/reporting/uploads/{sha256}",
            "/market/stalls/{id}/payments");

    /** Of which the demonstration has no record: tests of their own make one (drafts, held payments, statements, …). */
    private static final Set<String> NO_RECORD = Set.of(
            "/admin/deliveries/{id}",
            "/admin/deliveries/{id}/retried",
            "/explanations/{id}/files/{file}",
            // InboxPageTests asks for another person's
            "/inbox/{id}/opened",
            "/submissions/{id}/document",
            "/reports/{id}/again",
            "/market/stalls/{id}/hooks/{hook}",
            "/market/stalls/{id}/sales/{code}",
            "/markets/{code}/signs.pdf",
            "/money/accounts/{number}/statements/{id}",
            "/money/held/{id}",
            "/money/held/{id}/original",
            "/money/held/{id}/rejected",
            "/money/held/{id}/released",
            "/work/chased/{run}",
            "/work/delegations/{id}/withdrawn",
            "/work/items/{id}");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Test
    void a_record_is_nobody_s_of_another_unit() throws Exception {
        var wrong = new ArrayList<String>();
        var unseen = new TreeSet<String>();
        int asked = 0;
        for (RoutesTests.Route route : RoutesTests.table()) {
            if (!route.path().contains("{") || route.who().equals("anyone") || NOT_ASKED.contains(route.path()))
                continue;
            String path = filled(route.path()).orElse(null);
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
        assertThat(NO_RECORD).as("no record of these was to be seen").containsAll(unseen);
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

    private Optional<String> filled(String path) {
        String known = RECORDS.keySet().stream()
                .filter(begin -> path.equals(begin) || path.startsWith(begin + "/") || path.startsWith(begin + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
        if (known == null) return Optional.empty();
        var found = jdbc.sql(Objects.requireNonNull(RECORDS.get(known)))
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
}
