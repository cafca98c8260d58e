package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** What strangers see of the acts behind figures: of open kinds each, of restricted kinds days of enough subjects. */
@DemonstrationTest
class DisclosureTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void single_payments_are_not_a_strangers_but_days_of_five_stalls_or_more_are() throws Exception {
        String figure =
                "market-4.0-value/19/" + halves("market-4.0-value", "19").getFirst();
        String payments = "/api/v1/figures/" + figure + "/evidence";
        List<JsonNode> items = all(Actor.STRANGER, payments);
        assertThat(items).isNotEmpty().allSatisfy(item -> {
            assertThat(item.get("kind").asString()).isEqualTo("market.payment-received");
            for (String single : List.of("id", "at", "subject", "evidence"))
                assertThat(item.get(single).isNull()).as(single).isTrue();
            assertThat(item.get("facets").isEmpty()).isTrue();
            assertThat(item.get("subjects").asLong()).isGreaterThanOrEqualTo(5);
        });
        var cells = new HashSet<String>();
        for (JsonNode item : items) cells.add(item.get("day") + " " + item.get("unit"));
        assertThat(cells).as("a unit's day once").hasSameSizeAs(items);
        for (Actor other : List.of(
                Persons.a(MarketRoles.TRADER, "19"),
                Persons.a(MarketRoles.COLLECTOR, "19"),
                Persons.a(Roles.AUDITOR, "01")))
            assertThat(all(other, payments)).as(other.username()).hasSameSizeAs(items);
        List<JsonNode> acts = all(Persons.a(Roles.AUDITOR, "19"), payments);
        assertThat(acts)
                .hasSizeGreaterThan(items.size())
                .allSatisfy(act -> assertThat(act.get("evidence").asString()).startsWith("/market/acts/payments/"));
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page("/figures/" + figure + "/evidence", 200)
                        .select("a[href*=/acts/]"))
                .isEmpty();
    }

    @Test
    void who_sees_each_payment_reads_the_markets_name_not_its_code() throws Exception {
        String half = halves("market-4.0-value", "19").getFirst();
        Document page = new Visitor(mvc, Persons.a(Roles.AUDITOR, "19"))
                .page("/figures/market-4.0-value/19/" + half + "/evidence", 200);
        String codes = jdbc.sql("SELECT string_agg(code, '|') FROM market.market")
                .query(String.class)
                .single();
        assertThat(page.select("td, th").eachText())
                .anyMatch(cell -> cell.contains("Chợ: Chợ "))
                .noneMatch(cell -> cell.matches(".*(" + codes + ").*"));
        assertThat(page.select("main p b").text())
                .as("a sum of money")
                .contains("tổng giá trị")
                .endsWith("đồng");
    }

    @Test
    void a_markets_payments_and_dues_are_days_to_strangers_and_no_charge_opens() throws Exception {
        var stranger = new Visitor(mvc, Actor.STRANGER);
        String market = jdbc.sql("SELECT code FROM market.market ORDER BY code LIMIT 1")
                .query(String.class)
                .single();
        for (String kind : List.of("market.payment-received", "market.charge-due", "market.charge-paid")) {
            var page =
                    stranger.page("/markets/" + market + "/facts?kind=" + kind + "&from=2022-03-01&to=2022-03-01", 200);
            assertThat(page.select("a[href*=/acts/]")).as(kind).isEmpty();
            assertThat(page.select(".lead b")).as("no total of a day").isEmpty();
        }
        String charge = jdbc.sql("SELECT id::text FROM market.charge LIMIT 1")
                .query(String.class)
                .single();
        assertThat(stranger.open("/market/acts/charges/" + charge).getRedirectedUrl())
                .startsWith("/sign-in");
        new Visitor(mvc, Persons.a(Roles.AUDITOR, "01")).page("/market/acts/charges/" + charge, 404);
        new Visitor(mvc, Persons.a(Roles.AUDITOR, "19")).page("/market/acts/charges/" + charge, 200);
    }

    @Test
    void subjects_of_open_kinds_are_counted_again_by_names_made_for_one_figure() throws Exception {
        String ofWard = jdbc.sql(
                        "SELECT min(unit) FROM indicators.figure WHERE length(unit) = 5 AND indicator LIKE 'demonstration-households%'")
                .query(String.class)
                .single();
        List<String> halves = halves("demonstration-households-supported", ofWard);
        Set<String> ward = recounted(ofWard, halves.getFirst());
        String province = new Visitor(mvc, Actor.STRANGER)
                .open("/api/v1/figures/demonstration-households-supported/19/" + halves.getFirst()
                        + "/evidence?limit=500")
                .getContentAsString();
        Set<String> before = recounted(ofWard, halves.get(1));
        assertThat(ward).isNotEmpty();
        assertThat(province).contains("\"subject\":\"");
        for (String name : ward)
            assertThat(province).as("no name leads from one figure to another").doesNotContain(name);
        assertThat(before).doesNotContainAnyElementsOf(ward);
        assertThat(ward).allSatisfy(name -> assertThat(name).matches("[2-9A-Z]{26}"));
    }

    @Test
    void neither_an_id_nor_a_cursor_leads_from_one_figure_to_another() throws Exception {
        String at = "/api/v1/figures/demonstration-households-supported/";
        String unit = jdbc.sql("""
                        SELECT min(unit) FROM indicators.figure
                        WHERE length(unit) = 5 AND indicator = 'demonstration-households-supported'
                        """).query(String.class).single();
        String half = halves("demonstration-households-supported", unit).getFirst();
        String ward = at + unit + "/" + half + "/evidence";
        String province = at + "19/" + half + "/evidence";
        List<JsonNode> ofWard = all(Actor.STRANGER, ward);
        var everywhere = new HashSet<String>();
        for (JsonNode fact : all(Actor.STRANGER, province))
            everywhere.add(fact.get("id").asString());
        var names = new HashSet<String>();
        for (JsonNode fact : ofWard) names.add(fact.get("id").asString());
        assertThat(names).hasSizeGreaterThan(1).hasSameSizeAs(ofWard);
        assertThat(Collections.disjoint(names, everywhere))
                .as("the province's has the same facts by other names")
                .isTrue();
        var raw = jdbc.sql("SELECT id::text FROM facts.fact WHERE kind = 'demonstration.household-supported'")
                .query(String.class)
                .set();
        assertThat(raw).isNotEmpty();
        assertThat(Collections.disjoint(raw, everywhere)).as("of the log").isTrue();
        String page = new Visitor(mvc, Actor.STRANGER).open(ward + "?limit=1").getContentAsString();
        String cursor = JsonMapper.shared().readTree(page).get("nextCursor").asString();
        String opened = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
        assertThat(raw.stream().anyMatch(opened::contains)).as("in the clear").isFalse();
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .open(province + "?limit=1&cursor=" + cursor)
                        .getStatus())
                .as("of another figure")
                .isEqualTo(400);
    }

    /** The half-years of which a unit has a published figure, the newest first. */
    private List<String> halves(String indicator, String unit) {
        return jdbc.sql("""
                SELECT DISTINCT period FROM indicators.figure
                WHERE indicator = :indicator AND unit = :unit AND period LIKE '%S%' ORDER BY period DESC
                """)
                .param("indicator", indicator)
                .param("unit", unit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The subjects that the API lists, which must be as many as the figure says. */
    private Set<String> recounted(String unit, String period) throws Exception {
        String at = "/api/v1/figures/demonstration-households-supported/" + unit + "/" + period;
        long value = JsonMapper.shared()
                .readTree(new Visitor(mvc, Actor.STRANGER).open(at).getContentAsString())
                .get("value")
                .asLong();
        var subjects = new HashSet<String>();
        for (JsonNode fact : all(Actor.STRANGER, at + "/evidence"))
            if (!fact.get("corrected").asBoolean() && !fact.get("subject").isNull())
                subjects.add(fact.get("subject").asString());
        assertThat(subjects).as(at).hasSize(Math.toIntExact(value));
        return subjects;
    }

    private List<JsonNode> all(Actor reader, String at) throws Exception {
        var items = new ArrayList<JsonNode>();
        String next = at + "?limit=500";
        while (true) {
            var response = new Visitor(mvc, reader).open(next);
            assertThat(response.getStatus()).as(next).isEqualTo(200);
            JsonNode page = JsonMapper.shared().readTree(response.getContentAsString());
            page.get("items").forEach(items::add);
            if (page.get("nextCursor").isNull()) return items;
            next = at + "?limit=500&cursor=" + page.get("nextCursor").asString();
        }
    }
}
