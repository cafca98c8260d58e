package vn.thucchat.economy.market.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.testing.Visitor.next;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A market's day and month in figures, each opened down to the facts. */
@MarketTest
@NullMarked
class MarketDayPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TillFixture tills;

    @Autowired
    MarketFixture fixture;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    RollUps rollUps;

    @Autowired
    Facts facts;

    @Autowired
    TransactionTemplate transactions;

    private Visitor manager;
    private Opened till;
    private String at;

    @BeforeEach
    void market() {
        manager = new Visitor(mvc, MANAGER);
        till = tills.open();
        at = "/markets/" + till.market().code();
    }

    @Test
    void the_day_says_what_was_paid_what_waits_and_what_changed() throws Exception {
        tills.pay(till, 35_000, "mua rau");
        tills.pay(till, 20_000, "");
        var trader = new Visitor(mvc, till.trader());
        String sale = next(trader.submit("/market/stalls/" + till.stall().id() + "/sales", Map.of("amount", "200k")));
        tills.pay(till, 150_000, "CT DEN " + sale.substring(sale.lastIndexOf('/') + 1));
        fixture.equipped(till.market(), "B1");

        rollUps.catchUp();
        var page = manager.page(at + "/day", 200);
        assertThat(page.select(".badges").text()).as("how fresh it is").contains("Tính đến");
        assertThat(page.select(".numbers b").eachText()).startsWith("3", "205.000 đồng", "1", "0");
        assertThat(page.select(".numbers").text()).contains("50% · trên 2 sạp có mã QR");
        assertThat(page.select(".numbers span").eachText())
                .as("beside the day before, and the unit once")
                .contains("Số tiền", "ngày trước, cả ngày: 0");
        assertThat(page.select("svg.columns rect")).isNotEmpty();
        assertThat(page.select("#stalls tbody tr").text()).contains(till.stall().number(), "205.000");
        assertThat(page.text())
                .contains("1 lần bán còn thiếu tiền", "mới nhận 150.000 đồng", "2 tiểu thương vào chợ")
                .contains("Chưa có đợt kiểm tra biển QR nào");
        String facts = page.select(".numbers a").get(0).attr("href");
        var listed = manager.page(facts, 200);
        assertThat(listed.select("tbody tr")).hasSize(3);
        assertThat(listed.select(".lead b").eachText()).containsExactly("3", "205.000 đồng");

        var before = manager.page(at + "/day?day=" + fixture.today().minusDays(1), 200);
        assertThat(before.select(".numbers b").eachText()).startsWith("0");
        assertThat(before.select(".badges").text()).doesNotContain("Tính đến");
        assertThat(before.select("svg.columns")).isEmpty();
    }

    @Test
    void the_market_s_page_begins_with_today_for_those_who_read_its_books() throws Exception {
        tills.pay(till, 35_000, "mua rau");
        rollUps.catchUp();
        var page = manager.page(at, 200);
        assertThat(page.select("#today .numbers b").eachText()).startsWith("1", "35.000 đồng", "1", "0");
        assertThat(page.select("#today .numbers span").eachText()).contains("ngày trước, cả ngày: 0");
        assertThat(page.select("main .btn.go, main ul.chips")).as("no menu").isEmpty();
        assertThat(page.select(".log a[href=" + at + "/rounds]").text()).contains("Chưa có đợt kiểm tra");
        assertThat(page.select(".ways-on a").eachAttr("href"))
                .contains(at + "/stalls", at + "/reconciliation", at + "/import");
        assertThat(page.select("details#zones form[action^=" + at + "/zones/]")).isNotEmpty();
        assertThat(page.select("details#zones").hasAttr("open")).isFalse();
        assertThat(next(manager.submit(at + "/zones", Map.of("zone", "Khu mới"))))
                .isEqualTo(at + "#zone");

        var strange = new Visitor(mvc, Actor.STRANGER).page(at, 200);
        assertThat(strange.select("#today, .ways-on, .log, details form")).isEmpty();
        assertThat(strange.select(".numbers b").eachText()).containsExactly("1", "1", "1");
    }

    @Test
    void the_list_tells_strangers_no_payments_of_few_stalls() throws Exception {
        tills.pay(till, 35_000, "");
        rollUps.catchUp();
        String row = "tbody tr:has(a[href=" + at + "])";
        String list = "/markets?q=" + till.market().name().replace(' ', '+');
        assertThat(new Visitor(mvc, Actor.STRANGER).page(list, 200).select(row).text())
                .contains("Không nêu")
                .doesNotContain("35.000");
        var payments = manager.page(list, 200).select(row + " td:last-child a");
        assertThat(payments.text()).isEqualTo("1");
        assertThat(manager.page(payments.attr("href"), 200).text()).contains("35.000");
        int few = Statements.during(() -> manager.page(list, 200));
        int all = Statements.during(() -> manager.page("/markets", 200));
        assertThat(all).as("whatever the number of markets").isLessThanOrEqualTo(few);
    }

    @Test
    void what_few_stalls_were_paid_is_no_difference_of_what_is_told() throws Exception {
        Market few = invented("05518", 2);
        Market next = invented("05518", 6);
        Market large = invented("05518", 9);
        var stranger = new Visitor(mvc, Actor.STRANGER);
        for (Market market : List.of(few, next, large)) {
            boolean told = market.equals(large);
            var list = stranger.page("/markets?q=" + market.name().replace(' ', '+'), 200);
            assertThat(list.select("tbody tr td:last-child").text())
                    .as(market.name())
                    .contains(told ? "9 lượt" : "Không nêu");
            assertThat(list.select(".total").text()).contains(told ? "9 lượt" : "0 lượt");
            var own = stranger.page("/markets/" + market.code(), 200).select("#figures");
            assertThat(own.text().contains("Không nêu")).as(market.name()).isEqualTo(!told);
            assertThat(stranger.page("/markets/" + market.code() + "/facts?kind=market.payment-received", 200)
                            .select("tbody tr"))
                    .hasSize(told ? 1 : 0);
        }
        var leader = new Visitor(mvc, Persons.a(Roles.LEADER, "19"));
        assertThat(leader.page("/markets?q=" + few.name().replace(' ', '+'), 200)
                        .select("tbody tr td:last-child")
                        .text())
                .contains("2 lượt");
    }

    /** A market of the demonstration where each stall was paid once today. */
    private Market invented(String unit, int stalls) {
        Market market = fixture.invented(unit);
        transactions.executeWithoutResult(_ -> facts.record(IntStream.range(0, stalls)
                .mapToObj(_ -> aFact().kind("market.payment-received")
                        .unit(unit)
                        .day(fixture.today())
                        .at(clock.instant())
                        .facets(Map.of("market", market.code(), "channel", "vietqr"))
                        .subject(UUID.randomUUID())
                        .amount(10_000)
                        .synthetic(true)
                        .build())
                .toList()));
        rollUps.catchUp();
        return market;
    }

    @Test
    void who_may_not_reconcile_is_led_nowhere_else() throws Exception {
        var collector = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE));
        collector.page(at + "/reconciliation", 403);
        assertThat(collector.page(at + "/day", 200).select("a[href*=reconciliation]"))
                .isEmpty();
        assertThat(manager.page(at + "/day", 200).select("a[href*=reconciliation]"))
                .isNotEmpty();
    }

    @Test
    void what_the_last_round_found_is_told_for_its_day() throws Exception {
        String round = next(manager.submit(at + "/rounds", Map.of()));
        assertThat(manager.page(at + "/day", 200).text()).contains("0 biển chưa đúng");
        jdbc.sql("""
                        INSERT INTO market.reading (market, round, id, stall, at, by, result)
                        SELECT r.market, r.id, gen_random_uuid(), :stall, r.opened_at, 'ai', 'FOREIGN'
                        FROM market.round r WHERE r.market = :market""")
                .param("stall", till.stall().id())
                .param("market", till.market().id())
                .update();
        var page = manager.page(at + "/day", 200);
        assertThat(page.text()).contains("1 biển chưa đúng", "1 biển bị dán đè");
        assertThat(page.select("a[href=" + round + "]")).hasSize(1);
        assertThat(manager.page(at + "/day?day=" + fixture.today().minusDays(1), 200)
                        .text())
                .contains("Chưa có đợt kiểm tra");
    }

    @Test
    void a_bank_that_is_silent_is_told_of() throws Exception {
        jdbc.sql("UPDATE market.market SET connection = :connection WHERE id = :market")
                .param("connection", till.connection())
                .param("market", till.market().id())
                .update();
        assertThat(manager.page(at + "/day", 200).select(".notice").text()).contains("chưa báo khoản nào");
        tills.pay(till, 5_000, "");
        assertThat(manager.page(at + "/day", 200).select(".notice")).isEmpty();
        clock.moveTo(TestTime.now().plus(Duration.ofDays(2)));
        try {
            assertThat(manager.page(at + "/day", 200).select(".notice").text()).contains("Ngân hàng im lặng");
        } finally {
            clock.moveTo(TestTime.now());
        }
        jdbc.sql("UPDATE payments.connection SET closed_at = opened_at WHERE id = :connection")
                .param("connection", till.connection())
                .update();
        assertThat(manager.page(at + "/day", 200).select(".notice").text()).contains("đã đóng");
    }

    @Test
    void the_page_asks_as_much_for_many_stalls_as_for_one() throws Exception {
        tills.pay(till, 35_000, "");
        rollUps.catchUp();
        manager.page(at + "/day", 200);
        int few = Statements.during(() -> manager.page(at + "/day", 200));
        for (int i = 0; i < 5; i++) fixture.equipped(till.market(), "C" + i);
        for (int i = 0; i < 5; i++) tills.pay(till, 1_000 + i, "");
        rollUps.catchUp();
        assertThat(few).as("premise").isPositive();
        assertThat(Statements.during(() -> manager.page(at + "/day?all=true", 200)))
                .isLessThanOrEqualTo(few + 1)
                .isLessThanOrEqualTo(20);
    }

    @Test
    void it_is_for_those_who_read_the_market_and_for_days_that_were() throws Exception {
        new Visitor(mvc, STRANGE_MANAGER).page(at + "/day", 404);
        new Visitor(mvc, Persons.a(Roles.LEADER, "19")).page(at + "/day", 200);
        for (String bad : List.of("?day=x", "?day=" + fixture.today().plusDays(1)))
            assertThat(manager.open(at + "/day" + bad).getStatus()).as(bad).isEqualTo(400);
    }

    @Test
    void the_market_s_figures_of_a_month_are_those_of_its_facts_and_open_to_everybody() throws Exception {
        tills.pay(till, 35_000, "");
        tills.pay(till, 15_000, "");
        fixture.equipped(till.market(), "B1");
        rollUps.catchUp();
        var stranger = new Visitor(mvc, Actor.STRANGER);
        String few = "Không nêu, để không lộ tiền của ít hơn 5 sạp";
        assertThat(stranger.page(at, 200).select("#figures dd > a").eachText())
                .containsExactly("Có", "2", "2", few, few, few, "–");
        var figures = manager.page(at, 200).select("#figures dd > a");
        assertThat(figures.eachText()).containsExactly("Có", "2", "2", "1", "2", "50.000", "–");
        for (var figure : figures) {
            var facts = manager.page(figure.attr("href"), 200);
            assertThat(facts.select("tbody tr").size())
                    .as(figure.attr("href"))
                    .isEqualTo(
                            figure.text().equals("–") ? 0 : figure.attr("href").contains("running") ? 1 : 2);
            assertThat(facts.text()).doesNotContain("Bích");
        }
        var month = YearMonth.from(fixture.today());
        assertThat(manager.page(at + "?month=" + month.minusMonths(1), 200)
                        .select("#figures dd > a")
                        .eachText())
                .containsExactly("Không", "0", "0", "0", "0", "0", "–");
        for (String bad : List.of("?month=" + month.plusMonths(1), "?month=x"))
            assertThat(stranger.open(at + bad).getStatus()).as(bad).isEqualTo(400);
        for (String bad : List.of(
                "?kind=", "?kind=indicators.stated", "?kind=market.running&to=x", "?kind=market.running&after=%27"))
            assertThat(stranger.open(at + "/facts" + bad).getStatus()).as(bad).isEqualTo(400);
    }
}
