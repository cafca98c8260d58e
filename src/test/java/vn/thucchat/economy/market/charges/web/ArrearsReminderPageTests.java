package vn.thucchat.economy.market.charges.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.testing.Visitor;

/** Exactly those who were chosen are reminded, of exactly what they still owe, on all the papers that it takes. */
@MarketTest
@NullMarked
class ArrearsReminderPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    CashDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Visitor manager;
    private Market market;
    private String at;

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
        market = fixture.charging();
        at = "/markets/" + market.code();
    }

    private void ask(int months, List<Charge.Kind> kinds, long amountVnd) {
        YearMonth month = YearMonth.from(fixture.today());
        for (int i = 0; i < months; i++)
            for (Charge.Kind kind : kinds)
                assertThat(charges.each(
                                MANAGER,
                                market,
                                month.plusMonths(i),
                                kind,
                                month.plusMonths(i).atEndOfMonth(),
                                amountVnd))
                        .isInstanceOf(Charges.Asked.Done.class);
        jdbc.sql("UPDATE market.charge SET due_on = :day WHERE market = :market")
                .param("day", fixture.today().minusDays(9))
                .param("market", market.id())
                .update();
    }

    private void take(Charge charge, long amountVnd) {
        assertThat(desk.take(
                        Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE),
                        charge.code(),
                        amountVnd,
                        UUID.randomUUID()))
                .isInstanceOf(CashDesk.Taking.Taken.class);
    }

    /** Ticks rows of the list and looks at them, as a browser sends it. */
    private Document look(String rows) throws Exception {
        List<String> chosen = manager.page(at + "/arrears", 200)
                .select("tbody tr" + rows + " input[name=chosen]")
                .eachAttr("value");
        return manager.page(at + "/reminders/new?chosen=" + String.join("&chosen=", chosen), 200);
    }

    private String remind(Document look) throws Exception {
        return next(manager.submit(
                at + "/reminders",
                Map.of(
                        "chosen",
                        look.select("input[name=chosen]").val(),
                        "key",
                        look.select("input[name=key]").val())));
    }

    private List<Long> reminded() {
        return jdbc.sql("SELECT owed_vnd FROM market.reminder WHERE market = :market")
                .param("market", market.id())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Test
    void more_papers_than_one_part_holds_are_printed_in_parts() throws Exception {
        for (int i = 1; i <= 4; i++) fixture.equipped(market, "A" + i);
        ask(7, List.of(Charge.Kind.values()), 10_000);
        String reminder = remind(look(""));
        var parts = manager.page(reminder, 200).select("a[href*=notices.pdf]");
        assertThat(parts.eachText()).containsExactly("In giấy nhắc (PDF), phần 1/2", "In giấy nhắc (PDF), phần 2/2");
        var last = manager.open(parts.get(1).attr("href"));
        try (var pdf = Loader.loadPDF(last.getContentAsByteArray())) {
            assertThat(pdf.getNumberOfPages()).as("of 4 × 4 × 7").isEqualTo(12);
        }
        assertThat(manager.open(reminder + "/notices.pdf?after=" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void who_rented_the_stall_before_is_reminded_alone() throws Exception {
        Stall stall = fixture.equipped(market, "A1");
        ask(1, List.of(Charge.Kind.SANITATION, Charge.Kind.OTHER), 60_000);
        var later = fixture.trader(market, "Lò Thị Đến Sau");
        jdbc.sql("UPDATE market.charge SET trader = :trader, amount_vnd = 70000 WHERE market = :market AND kind ="
                        + " 'OTHER'")
                .param("trader", later.id())
                .param("market", market.id())
                .update();
        String former = charges.of(stall).stream()
                .filter(it -> it.kind() == Charge.Kind.SANITATION)
                .map(Charge::traderName)
                .findFirst()
                .orElseThrow();
        assertThat(manager.page(at + "/arrears", 200).select("tbody tr"))
                .as("premise: one stall, two debtors")
                .hasSize(2);

        var look = look(":contains(" + former + ")");
        assertThat(look.select("h1").text()).contains("60.000 đồng");
        assertThat(look.select("main").text()).contains(former).doesNotContain("Lò Thị Đến Sau");
        String reminder = remind(look);
        assertThat(reminded()).containsExactly(60_000L);
        try (var pdf = Loader.loadPDF(manager.open(reminder + "/notices.pdf").getContentAsByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf)).contains("60.000 đồng");
        }
        assertThat(manager.open(at + "/reminders/new?chosen=" + stall.id()).getStatus())
                .as("a stall alone says not who")
                .isEqualTo(400);
    }

    @Test
    void the_telephone_number_of_who_has_paid_is_not_opened() throws Exception {
        Stall paid = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        ask(1, List.of(Charge.Kind.OTHER), 60_000);
        String reminder = remind(look(""));
        take(charges.of(paid).getFirst(), 60_000);
        var called = parsed(manager.submit(reminder + "/phones", Map.of()));
        assertThat(called.select("tbody th").eachText()).containsExactly("A2");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = 'market.contact-read'"
                                + " AND object LIKE :object")
                        .param("object", at + "/traders/%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_paid_in_part_is_not_asked_for_again() throws Exception {
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        ask(1, List.of(Charge.Kind.OTHER), 1_000_000);
        take(charges.of(stall).getFirst(), 900_000);
        var list = manager.page(at + "/arrears?sort=OWED", 200);
        assertThat(list.select("tbody th").eachText()).containsExactly("A1", "A2");
        assertThat(list.select("tbody tr:first-child td.n").text()).startsWith("100.000 đồng");
        assertThat(list.select(".total").text()).startsWith("1.100.000 đồng").contains("đã trừ phần đã nộp");
        assertThat(manager.page("/market/errands/arrears", 200)
                        .select("li:contains(" + market.name() + ")")
                        .text())
                .contains("1.100.000 đồng");
        var look = look(":contains(A1)");
        assertThat(look.select("h1").text()).contains("100.000 đồng").doesNotContain("1.000.000");
        String reminder = remind(look);
        assertThat(reminded()).containsExactly(100_000L);
        assertThat(manager.page(reminder, 200).select("td.n").text()).isEqualTo("100.000 đồng");
    }
}
