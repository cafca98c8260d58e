package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.testing.Visitor;

/** What a trader sees and hears of the money that comes. */
@MarketTest
@NullMarked
class TillTests {

    @Autowired
    TillFixture fixture;

    @Autowired
    StallReceipts takings;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    /** The address of a new sale for 200,000 đồng. */
    private static String sale(Visitor trader, String path) throws Exception {
        return Visitor.next(trader.submit(path + "/sales", java.util.Map.of("amount", "200k")));
    }

    @Test
    void a_payment_is_a_fact_about_the_stall_and_says_nothing_of_the_payer() throws Exception {
        Opened till = fixture.open();
        fixture.pay(till, 35_000, "NGUYEN VAN A mua rau");
        assertThat(jdbc.sql("""
                        SELECT kind || ' ' || unit || ' ' || count || ' ' || amount || ' ' || subject || ' ' || facets::text
                        FROM facts.fact WHERE subject = :stall AND kind = 'market.payment-received'""")
                        .param("stall", till.stall().id())
                        .query(String.class)
                        .list())
                .containsExactly("market.payment-received %s 1 35000 %s {\"market\": \"%s\", \"channel\": \"vietqr\"}"
                        .formatted(
                                MarketFixture.COMMUNE,
                                till.stall().id(),
                                till.market().code()));
    }

    @Test
    void the_page_shows_today_and_belongs_to_its_trader_alone() throws Exception {
        Opened till = fixture.open();
        fixture.pay(till, 35_000, "");
        fixture.pay(till, 20_000, "");
        String path = "/market/stalls/" + till.stall().id();

        var page = new Visitor(mvc, till.trader()).page(path, 200);
        assertThat(page.select(".total").text()).isEqualTo("55.000 đ");
        assertThat(page.select(".takings .sum").eachText()).hasSize(2);
        assertThat(new Visitor(mvc, till.trader()).open("/market/stalls").getRedirectedUrl())
                .isEqualTo(path);

        new Visitor(mvc, fixture.open().trader()).page(path, 404);
        new Visitor(mvc, Persons.a(MarketRoles.TRADER, MarketFixture.COMMUNE)).page("/market/stalls", 200);
        new Visitor(mvc, MarketFixture.MANAGER).page(path, 403);
    }

    @Test
    void a_sale_is_green_by_the_banks_word_alone_and_a_shortfall_is_said() throws Exception {
        Opened till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String path = "/market/stalls/" + till.stall().id();
        String sale = sale(trader, path);
        String code = sale.substring(sale.lastIndexOf('/') + 1);
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("waiting");

        fixture.pay(till, 200, "CT DEN " + code + " mua hang");
        var page = trader.page(sale, 200);
        assertThat(page.select(".now").attr("class")).contains("short");
        assertThat(page.select(".now .sum").text()).contains("199.800");
        var line = takings.day(till(till), takings.today(), null, 10).lines().getFirst();
        assertThat(line.outcome()).isEqualTo(MatchStatus.UNDERPAID);
        assertThat(line.words()).isEqualTo("Đã nhận hai trăm đồng, thiếu một trăm chín mươi chín nghìn tám trăm đồng");
        var receipt = trader.page(trader.page(sale, 200).select(".takings a").attr("href"), 200)
                .select(".now");
        assertThat(receipt.attr("class")).as("not the green of what is whole").contains("short");
        assertThat(receipt.text()).startsWith("Đã nhận 200 đ trên 200.000 đ, còn thiếu 199.800 đ");

        fixture.pay(till, 199_800, code);
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("paid");
        assertThat(trader.page(sale, 200).select(".now").text()).isEqualTo("ĐÃ ĐỦ 200.000 đ");
        assertThat(trader.page(sale, 200).select(".qr, .ask")).isEmpty();
        assertThat(trader.page(sale, 200).select(".takings a").eachAttr("href"))
                .as("a receipt for each part")
                .hasSize(2)
                .allMatch(address -> address.startsWith("/receipts/"));
        assertThat(new Visitor(mvc, fixture.open().trader()).open(sale).getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_came_too_much_for_a_sale_is_said_and_stays_said() throws Exception {
        Opened till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String path = "/market/stalls/" + till.stall().id();
        String sale = sale(trader, path);
        String code = sale.substring(sale.lastIndexOf('/') + 1);
        fixture.pay(till, 150_000, code);
        assertThat(trader.page(sale, 200).select(".now").text())
                .isEqualTo("Chưa đủ tiền, còn thiếu 50.000 đ Đã nhận 150.000 đ / 200.000 đ");
        assertThat(trader.page(sale, 200).select("[role=img]").attr("aria-label"))
                .as("who scans it pays no more than is missing")
                .contains(" 50.000 đồng");
        fixture.pay(till, 60_000, code);
        assertThat(trader.page(sale, 200).select(".now").text())
                .isEqualTo("ĐÃ ĐỦ 200.000 đ Khách chuyển THỪA 10.000 đ");
        fixture.pay(till, 200_000, code);
        assertThat(trader.page(sale, 200).select(".now.paid").text()).endsWith("THỪA 210.000 đ");
        assertThat(takings.day(till(till), takings.today(), null, 10).lines())
                .extracting(StallReceipts.Line::words)
                .as("the first part is no longer short")
                .containsExactly(
                        "Đã nhận đủ hai trăm nghìn đồng, khách chuyển thừa hai trăm mười nghìn đồng",
                        "Đã nhận đủ hai trăm nghìn đồng, khách chuyển thừa hai trăm mười nghìn đồng",
                        "Đã nhận một trăm năm mươi nghìn đồng");
    }

    @Test
    void a_week_a_month_and_a_year_are_the_sum_of_their_days_with_the_best_hour() throws Exception {
        Opened till = fixture.open();
        var today = takings.today();
        fixture.pay(till, 30_000, "", today.atTime(0, 10));
        fixture.pay(till, 20_000, "", today.atTime(0, 20));
        fixture.pay(till, 7_000, "", today.minusYears(1).withDayOfYear(200).atTime(9, 5));
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id() + "/history";
        for (String by : List.of("WEEK", "MONTH", "YEAR")) {
            var page = trader.page(at + "?by=" + by, 200);
            assertThat(page.select(".head .total").text()).as(by).isEqualTo("50.000 đ");
            assertThat(page.select(".tabs [aria-current]").attr("href")).contains(by);
            assertThat(page.text()).contains("Đông nhất 0–1 giờ: 50.000 đồng trong 2 lần");
            assertThat(page.select(".takings li:has(a) > .sum").eachText()).contains("50.000 đ");
            assertThat(page.select(".pager a")).as("the future is not offered").hasSize(1);
        }
        String before = at + "?by=YEAR&on=" + today.minusYears(1);
        assertThat(trader.page(before, 200).select(".head .total").text())
                .as("the account was not the trader's here then")
                .isEqualTo("0 đ");
        jdbc.sql("UPDATE market.acceptance SET from_on = from_on - 800 WHERE market = :market")
                .param("market", till.market().id())
                .update();
        assertThat(trader.page(before, 200).select(".head .total").text()).isEqualTo("7.000 đ");
        trader.page(at + "?on=" + today.plusDays(1), 404);
        trader.page(at + "?by=AGE", 400);
        new Visitor(mvc, fixture.open().trader()).page(at, 404);
    }

    @Test
    void a_line_says_why_it_came_and_shows_its_receipt() throws Exception {
        Opened till = fixture.open();
        fixture.pay(till, 35_000, "");
        assertThat(new Visitor(mvc, till.trader())
                        .page("/market/stalls/" + till.stall().id(), 200)
                        .select(".takings li")
                        .text())
                .contains("Khách quét mã ở sạp", "Biên nhận");
    }

    @Test
    void what_the_bank_takes_back_is_green_no_more_and_counts_no_more() throws Exception {
        Opened till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String path = "/market/stalls/" + till.stall().id();
        String sale = sale(trader, path);
        String code = sale.substring(sale.lastIndexOf('/') + 1);
        fixture.pay(till, 35_000, "mua rau");
        fixture.pay(till, 200_000, code);
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("paid");
        String reversal = """
                <Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>
                <Ntry><Amt Ccy="VND">200000</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><AddtlNtryInf>hoan tra %s</AddtlNtryInf></Ntry>
                </Stmt></BkToCstmrStmt></Document>""".formatted(till.account().account(), takings.today(), code);
        assertThat(statements.take(
                        Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE),
                        till.account().number(),
                        "sao-ke.xml",
                        reversal.getBytes(StandardCharsets.UTF_8),
                        null))
                .isInstanceOf(Statements.Taking.Taken.class);

        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("waiting");
        assertThat(trader.page(path, 200).select(".takings li").getFirst().text())
                .contains("Ngân hàng thu lại", "−200.000 đ");
        assertThat(trader.page(path, 200).select("p.bad").text()).contains("Ngân hàng thu lại 200.000 đ");
        assertThat(trader.submit(
                                path + "/guesses/" + till.account().number() + "/3",
                                java.util.Map.of("version", 1, "right", false))
                        .getStatus())
                .as("waits for who keeps the books, not for the trader's word")
                .isEqualTo(404);
        assertThat(jdbc.sql("""
                        SELECT coalesce(sum(f.amount), 0) FROM facts.fact f
                        WHERE f.subject = :stall AND f.kind = 'market.payment-received'
                            AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)""")
                        .param("stall", till.stall().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(35_000);
    }

    @Test
    void a_buyer_who_mistypes_the_code_is_asked_about_and_the_trader_s_word_makes_the_sale_paid() throws Exception {
        Opened till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String path = "/market/stalls/" + till.stall().id();
        String sale = sale(trader, path);
        String code = sale.substring(sale.lastIndexOf('/') + 1);
        char wrong = code.charAt(5) == 'X' ? 'Y' : 'X';
        String mistyped = code.substring(0, 5) + wrong + code.substring(6);

        fixture.pay(till, 150_000, mistyped + " khac so tien");
        fixture.pay(till, 200_000, "khong ma nao");
        assertThat(trader.page(path, 200).select("form[action*=guesses]")).isEmpty();
        fixture.pay(till, 200_000, "CT " + mistyped + " mua hang");
        fixture.pay(till, 200_000, "MBVCB.77.mua hang " + code.substring(0, 8));

        var asked = trader.page(path, 200).select("form[action*=guesses]");
        assertThat(asked).hasSize(2);
        assertThat(trader.page(path, 200).text()).contains("trả cho lần bán " + code);
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("waiting");
        String first = asked.getFirst().attr("action");
        var yes = java.util.Map.of("version", 1, "right", true);
        var other = fixture.open();
        assertThat(new Visitor(mvc, other.trader()).submit(first, yes).getStatus())
                .isEqualTo(404);
        String foreign =
                first.replace(till.stall().id().toString(), other.stall().id().toString());
        assertThat(new Visitor(mvc, other.trader()).submit(foreign, yes).getStatus())
                .isEqualTo(404);
        assertThat(Visitor.next(trader.submit(first, yes))).isEqualTo(path);
        assertThat(trader.submit(first, yes).getStatus()).isEqualTo(409);
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("paid");

        String second = asked.getLast().attr("action");
        assertThat(trader.submit(second, yes).getStatus())
                .as("the sale is paid")
                .isEqualTo(409);
        Visitor.next(trader.submit(second, java.util.Map.of("version", 1, "right", false)));
        assertThat(trader.page(path, 200).select("form[action*=guesses]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "abc", "0", "999", "500000000", "-5", "1.5", "1e9", "99999999999999999999"})
    void an_amount_that_cannot_be_sent_is_refused_with_what_was_typed(String typed) throws Exception {
        Opened till = fixture.open();
        var answer = new Visitor(mvc, till.trader())
                .submit("/market/stalls/" + till.stall().id() + "/sales", java.util.Map.of("amount", typed));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(answer).select("#amount").attr("value")).isEqualTo(typed);
        assertThat(Visitor.parsed(answer).select("#amount-fault").text())
                .containsAnyOf("1.000", "“" + typed + "” không phải là một con số", "“1.5” có thể là 1,5 hoặc 15");
    }

    @Test
    void a_day_is_paged_and_each_line_has_a_receipt_that_anyone_can_check() throws Exception {
        Opened till = fixture.open();
        for (int i = 1; i <= 103; i++) fixture.pay(till, i * 1_000L, "");
        var trader = new Visitor(mvc, till.trader());
        String path = "/market/stalls/" + till.stall().id() + "/days/" + takings.today();
        var first = trader.page(path, 200);
        assertThat(first.select(".takings li[data-id]")).hasSize(100);
        var second = trader.page(first.select("a[rel=next]").attr("href"), 200);
        assertThat(second.select(".takings li[data-id] .sum").eachText())
                .hasSize(3)
                .allMatch(text -> text.contains(".000 đ"));

        String receipt = second.select(".takings a").attr("href");
        var stranger = new Visitor(mvc, vn.thucchat.foundation.identity.access.Actor.STRANGER);
        assertThat(stranger.page(receipt, 200).text())
                .contains("3.000 đ")
                .contains(till.market().name());
        stranger.page(receipt.substring(0, receipt.length() - 1) + "0", 404);
        stranger.page("/receipts/x", 404);
        String id = second.select(".takings li").attr("data-id");
        trader.page("/market/acts/payments/" + id, 200);
        new Visitor(mvc, Persons.a(Roles.LEADER, MarketFixture.COMMUNE)).page("/market/acts/payments/" + id, 200);
        new Visitor(mvc, Persons.a(Roles.LEADER, "05467")).page("/market/acts/payments/" + id, 404);
    }

    @Test
    void a_day_and_a_week_have_their_sum_and_go_into_a_file() throws Exception {
        Opened till = fixture.open();
        for (int i = 1; i <= 501; i++) fixture.pay(till, 1_000L, "");
        fixture.pay(till, 25_000L, "");
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id();
        var page = trader.page(at + "/days/" + takings.today(), 200);
        assertThat(page.select(".head .sum").text()).isEqualTo("526.000 đ");
        var week = trader.page(at + "/history", 200);
        assertThat(week.select(".head .total").text()).isEqualTo("526.000 đ");
        var links =
                new java.util.ArrayList<>(page.select("a[href*=takings.csv]").eachAttr("href"));
        links.addAll(week.select("a[href*=takings.csv]").eachAttr("href"));
        assertThat(links).hasSize(2);
        for (String link : links) {
            var file = trader.open(link);
            assertThat(file.getContentType()).startsWith("text/csv");
            assertThat(file.getHeader("Content-Disposition")).contains("tien-vao-sap-");
            List<String> rows =
                    file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            assertThat(rows).hasSize(503);
            assertThat(rows.getFirst()).isEqualTo("\uFEFFNgày,Giờ,Số tiền (đồng),Kết quả,Mã");
            assertThat(rows.get(1)).startsWith(takings.today() + ",").contains(",25000,");
        }
        String file = at + "/takings.csv?from=%s&to=%s";
        var today = takings.today();
        for (String wrong : List.of(
                file.formatted(today, today.plusDays(1)),
                file.formatted(today, today.minusDays(1)),
                file.formatted(today.minusYears(1), today)))
            assertThat(trader.open(wrong).getStatus()).isEqualTo(404);
        assertThat(new Visitor(mvc, fixture.open().trader())
                        .open(file.formatted(today, today))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void how_far_somebody_has_read_is_written_and_read() {
        var seen = new StreamCursor(java.util.Map.of(12, 5L, 7, 900L));
        assertThat(seen).hasToString("7-900.12-5");
        assertThat(StreamCursor.read("7-900.12-5")).contains(seen);
        for (String broken : List.of("", "7", "7-", "-7", "7-900.", "a-b", "7-900,12-5", "9".repeat(500)))
            assertThat(StreamCursor.read(broken)).as(broken).isEmpty();
        assertThat(Payments.Cursor.parse("2026-11-23~5").number()).isEqualTo(5);
    }

    private Till till(Opened opened) {
        return takings.till(opened.trader(), opened.stall().id()).orElseThrow();
    }
}
