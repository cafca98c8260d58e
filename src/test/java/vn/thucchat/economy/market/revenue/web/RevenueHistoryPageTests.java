package vn.thucchat.economy.market.revenue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** The book is of all that was the trader's own, whatever ended since, and of nothing that was another's. */
@MarketTest
@NullMarked
class RevenueHistoryPageTests {

    /** The year before, which is over. */
    private static final int YEAR = TestTime.today().getYear() - 1;

    @Autowired
    TillFixture fixture;

    @Autowired
    Traders traders;

    @Autowired
    Contracts contracts;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Test
    void a_bank_changed_on_the_first_of_july_loses_nothing_of_the_year() throws Exception {
        var till = fixture.open();
        var after = fixture.another(till);
        fixture.pay(till, 100_000, "", day(3, 10).atTime(9, 0));
        fixture.pay(till, 1_000, "", day(8, 10).atTime(9, 0));
        fixture.pay(after, 2_000, "", day(4, 10).atTime(9, 0));
        fixture.pay(after, 70_000, "", day(9, 10).atTime(9, 0));
        accepted(till, day(1, 1), day(6, 30));
        accepted(after, day(7, 1), null);
        var trader = new Visitor(mvc, till.trader());
        var book = trader.page(at(till) + "/book?year=" + YEAR, 200);
        assertThat(book.select(".head .total").text()).isEqualTo("170.000 đ");
        assertThat(book.select("tbody tr")).hasSize(2);
        assertThat(trader.page(at(till) + "/history?by=YEAR&on=" + day(1, 1), 200)
                        .select(".head .total")
                        .text())
                .isEqualTo("170.000 đ");
        assertThat(paper(trader, till)).contains("170.000");
        assertThat(takings(trader, till, day(3, 10))).containsExactly("100.000 đ");
        assertThat(takings(trader, till, day(9, 10))).containsExactly("70.000 đ");
        assertThat(takings(trader, till, day(8, 10)))
                .as("no longer accepted then")
                .isEmpty();
        assertThat(file(trader, till, day(3, 1))).contains("100000");
    }

    @Test
    void an_account_that_goes_from_mother_to_daughter_shows_each_the_own_days() throws Exception {
        var mother = fixture.open();
        var daughter = fixture.open();
        fixture.pay(mother, 100_000, "", day(3, 10).atTime(9, 0));
        fixture.pay(mother, 70_000, "", day(9, 10).atTime(9, 0));
        accepted(mother, day(1, 1), day(6, 30));
        share(daughter, mother, day(7, 1));
        var later = new Visitor(mvc, daughter.trader());
        var book = later.page(at(daughter) + "/book?year=" + YEAR, 200);
        assertThat(book.select(".head .total").text()).isEqualTo("70.000 đ");
        assertThat(book.text()).doesNotContain("tiểu thương khác");
        assertThat(later.page(at(daughter) + "/book?month=" + YEAR + "-03", 200).select(".takings li"))
                .isEmpty();
        assertThat(later.page(at(daughter) + "/history?by=YEAR&on=" + day(1, 1), 200)
                        .select(".head .total")
                        .text())
                .isEqualTo("70.000 đ");
        assertThat(takings(later, daughter, day(3, 10))).isEmpty();
        assertThat(takings(later, daughter, day(9, 10))).containsExactly("70.000 đ");
        assertThat(file(later, daughter, day(3, 1))).doesNotContain("100000");
        assertThat(new Visitor(mvc, mother.trader())
                        .page(at(mother) + "/book?year=" + YEAR, 200)
                        .select(".head .total")
                        .text())
                .isEqualTo("100.000 đ");
    }

    @Test
    void an_account_that_two_have_at_once_is_told_on_the_page_and_on_paper() throws Exception {
        var one = fixture.open();
        var other = fixture.open();
        fixture.pay(one, 100_000, "", day(9, 10).atTime(9, 0));
        accepted(one, day(1, 1), null);
        share(other, one, day(7, 1));
        var trader = new Visitor(mvc, one.trader());
        String days = "1/7/" + YEAR + " – 31/12/" + YEAR;
        assertThat(trader.page(at(one) + "/book?year=" + YEAR, 200)
                        .select(".notice.warned")
                        .text())
                .contains(days, "tiểu thương khác");
        assertThat(trader.page(at(one) + "/book?month=" + YEAR + "-06", 200).text())
                .doesNotContain("tiểu thương khác");
        assertThat(paper(trader, one)).contains(days);
        String history = at(one) + "/history?by=YEAR&on=" + day(1, 1);
        assertThat(trader.page(history, 200).select(".notice.warned").text()).contains(days, "sạp khác");
        assertThat(trader.page(at(one) + "/days/" + day(7, 1), 200).text()).contains("sạp khác");
        assertThat(trader.page(at(one) + "/days/" + day(6, 30), 200).text()).doesNotContain("sạp khác");
    }

    @Test
    void who_left_still_reads_and_prints_the_book_and_sells_no_more() throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        fixture.pay(till, 100_000, "");
        Visitor.next(trader.submit(at(till) + "/cash", Map.of("amount", "35k", "key", UUID.randomUUID())));
        UUID left = contracts.of(till.stall()).getFirst().trader();
        MarketFixture.done(traders.leave(MarketFixture.MANAGER, till.market(), left));
        trader.page(at(till), 404);
        assertThat(trader.page("/market/stalls", 200).select("#main a.open").attr("href"))
                .isEqualTo(at(till) + "/book");
        var book = trader.page(at(till) + "/book", 200);
        assertThat(book.select(".head .total").text()).isEqualTo("135.000 đ");
        assertThat(book.text()).contains("không còn nhận tiền", "31/1/");
        assertThat(book.select(".dock")).as("no till to go to").isEmpty();
        assertThat(new String(
                        trader.open(at(till) + "/book.pdf").getContentAsByteArray(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        String month = at(till) + "/book?month=" + YearMonth.from(till.today());
        var entry = trader.page(month, 200).select("form[action*=cash]");
        Visitor.next(trader.submit(
                entry.attr("action"),
                Map.of("month", entry.select("[name=month]").val())));
        assertThat(trader.page(month, 200).select(".head .total").text()).isEqualTo("100.000 đ");
        assertThat(trader.submit(at(till) + "/cash", Map.of("amount", "35k", "key", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void every_entry_of_a_month_can_be_seen_and_taken_back() throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        jdbc.sql("""
                        INSERT INTO market.cash_sale (market, id, trader, stall, key, day, at, amount)
                        SELECT market, gen_random_uuid(), trader, stall, gen_random_uuid(), :day, :at, 1000 + n
                        FROM market.acceptance, generate_series(1, 53) AS n WHERE market = :market""")
                .param("day", till.today())
                .param("at", TestTime.now().atOffset(java.time.ZoneOffset.UTC))
                .param("market", till.market().id())
                .update();
        String month = at(till) + "/book?month=" + YearMonth.from(till.today());
        var latest = trader.page(month, 200).select("section:has(form[action*=cash])");
        assertThat(latest.select("form[action*=cash]")).hasSize(50);
        var rest = trader.page(latest.select(".pager [rel=next]").attr("href"), 200)
                .select("section:has(form[action*=cash])");
        assertThat(rest.select("form[action*=cash]")).hasSize(3);
        assertThat(rest.select(".pager a").eachAttr("href")).containsExactly(month);
        var seen = new HashSet<>(latest.select(".sum").eachText());
        seen.addAll(rest.select(".sum").eachText());
        assertThat(seen).hasSize(53);

        String back = rest.select("form[action*=cash]").getFirst().attr("action");
        assertThat(trader.submit(back, Map.of("month", "2026-13")).getStatus()).isEqualTo(404);
        assertThat(trader.page(month, 200).select(".head .total").text())
                .as("nothing was taken back by an address that is none")
                .isEqualTo("54.431 đ");
        Visitor.next(trader.submit(back, Map.of("month", YearMonth.from(till.today()))));
        assertThat(trader.page(latest.select(".pager [rel=next]").attr("href"), 200)
                        .select("s"))
                .hasSize(1);
    }

    @Test
    void a_month_in_which_the_bank_only_took_back_is_a_line_and_no_column() throws Exception {
        var till = fixture.open();
        accepted(till, day(1, 1), null);
        fixture.pay(till, 200_000, "mua rau", day(3, 10).atTime(9, 0));
        String reversal = """
                <Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>
                <Ntry><Amt Ccy="VND">200000</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><AddtlNtryInf>hoan tra mua rau</AddtlNtryInf></Ntry>
                </Stmt></BkToCstmrStmt></Document>""".formatted(till.account().account(), day(5, 10));
        assertThat(statements.take(
                        Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE),
                        till.account().number(),
                        "sao-ke.xml",
                        reversal.getBytes(StandardCharsets.UTF_8),
                        null))
                .isInstanceOf(Statements.Taking.Taken.class);
        var book = new Visitor(mvc, till.trader()).page(at(till) + "/book?year=" + YEAR, 200);
        assertThat(book.select(".head .total").text()).isEqualTo("0 đ");
        assertThat(book.select("tbody td:last-child").eachText()).containsExactly("−200.000 đ", "200.000 đ");
        assertThat(book.select("svg.columns rect").eachAttr("height"))
                .as("columns stand on zero")
                .filteredOn(height -> !height.equals("0%"))
                .hasSize(1);
        assertThat(book.text()).contains("không có cột");
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(YEAR, month, day);
    }

    private static String at(Opened till) {
        return "/market/stalls/" + till.stall().id();
    }

    private void accepted(Opened till, LocalDate from, @Nullable LocalDate to) {
        assertThat(jdbc.sql("UPDATE market.acceptance SET from_on = :from, to_on = :to WHERE account = :account")
                        .param("from", from)
                        .param("to", to)
                        .param("account", till.account().number())
                        .update())
                .isEqualTo(1);
    }

    /** From a day on a stall is paid on another trader's account. */
    private void share(Opened till, Opened of, LocalDate from) {
        jdbc.sql("UPDATE market.acceptance SET from_on = :from, account = :other WHERE account = :account")
                .param("from", from)
                .param("other", of.account().number())
                .param("account", till.account().number())
                .update();
    }

    private static List<String> takings(Visitor trader, Opened till, LocalDate day) throws Exception {
        return trader.page(at(till) + "/days/" + day, 200).select(".takings .sum").stream()
                .map(Element::ownText)
                .toList();
    }

    /** The payments of a month, as CSV. */
    private static String file(Visitor trader, Opened till, LocalDate from) throws Exception {
        return trader.open(at(till) + "/takings.csv?from=" + from + "&to=" + from.plusDays(30))
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String paper(Visitor trader, Opened till) throws Exception {
        var pdf = trader.open(at(till) + "/book.pdf?year=" + YEAR);
        try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
