package vn.thucchat.economy.market.revenue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.testing.OwnForm;
import vn.thucchat.testing.Visitor;

/** A trader types in cash and sees the year beside what banks told. */
@MarketTest
@NullMarked
class RevenuePageTests {

    @Autowired
    TillFixture fixture;

    @Autowired
    MockMvc mvc;

    @Test
    void cash_is_one_touch_counts_once_and_stands_in_a_column_of_its_own() throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id();
        fixture.pay(till, 100_000, "");
        var page = trader.page(at, 200);
        assertThat(page.select(".keyed [formaction]").attr("formaction")).isEqualTo(at + "/cash");
        String key = page.select(".keyed [name=key]").val();

        var cash = Map.of("amount", "35.000", "key", key);
        assertThat(Visitor.next(trader.submit(at + "/cash", cash))).isEqualTo(at);
        assertThat(told(trader, at, cash)).isEqualTo("revenue.cash.before");
        assertThat(trader.submit(at + "/cash", Map.of("amount", "36.000", "key", key))
                        .getStatus())
                .as("the same sale cannot be of two amounts")
                .isEqualTo(409);
        Visitor.next(trader.submit(at + "/cash", Map.of("amount", "20k", "key", UUID.randomUUID())));

        var book = trader.page(at + "/book", 200);
        assertThat(book.select(".head .total").text()).isEqualTo("155.000 đ");
        assertThat(book.select("tbody td").eachText()).containsExactly("100.000 đ", "55.000 đ", "155.000 đ");
        assertThat(book.select("dl").text()).contains("Đo được", "tiểu thương ghi", "2 lần ghi");
        assertThat(trader.page(at, 200).select(".total").text())
                .as("what banks told is not mixed with it")
                .isEqualTo("100.000 đ");

        String month = book.select("tbody th a").attr("href");
        var entries = trader.page(month, 200);
        assertThat(entries.select("form[action*=cash]")).hasSize(2);
        var form = entries.select("form[action*=cash]").getLast();
        var back = Map.of("month", form.select("[name=month]").val());
        assertThat(Visitor.next(trader.submit(form.attr("action"), back))).isEqualTo(month);
        Visitor.next(trader.submit(form.attr("action"), back));
        var after = trader.page(month, 200);
        assertThat(after.select(".head .total").text()).isEqualTo("120.000 đ");
        assertThat(after.select("s").text()).as("it can still be read").isEqualTo("35.000 đ");
        assertThat(after.select("form[action*=cash]")).hasSize(1);
        assertThat(told(trader, at, cash))
                .as("who types the right amount again is told")
                .isEqualTo("revenue.cash.before-taken-back");
        assertThat(trader.page(month, 200).select(".head .total").text()).isEqualTo("120.000 đ");
    }

    /** The notice that the next page shows. */
    private @Nullable Object told(Visitor trader, String at, Map<String, ?> cash) throws Exception {
        var form = post(at + "/cash").with(OwnForm.ownForm()).with(Persons.as(trader.actor()));
        cash.forEach((name, value) -> form.param(name, value.toString()));
        return mvc.perform(form).andReturn().getFlashMap().get(Pages.NOTICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0", "1000000000", "-5", "1.5", "99999999999999999999"})
    void cash_that_cannot_be_read_is_asked_for_again_with_what_was_typed(String typed) throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id();
        var answer = trader.submit(at + "/cash", Map.of("amount", typed, "key", UUID.randomUUID()));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(answer).select("#amount").val()).isEqualTo(typed);
        assertThat(Visitor.parsed(answer).select("#amount-fault").text()).isNotEmpty();
        assertThat(trader.page(at + "/book", 200).select(".head .total").text()).isEqualTo("0 đ");
    }

    @Test
    void the_book_says_how_far_the_threshold_is_and_by_which_document_and_is_printed() throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id();
        fixture.pay(till, 400_000_000, "");
        var book = trader.page(at + "/book", 200);
        assertThat(book.select("[role=progressbar]").attr("aria-valuenow")).isEqualTo("400000000");
        assertThat(book.text()).contains("Nghị định 68/2026/NĐ-CP", "31/1/");
        for (int i = 0; i < 2; i++)
            Visitor.next(trader.submit(at + "/cash", Map.of("amount", "400.000.000", "key", UUID.randomUUID())));
        assertThat(trader.page(at + "/book", 200).select("b.bad").text()).contains("Đã vượt");

        var pdf = trader.open(at + "/book.pdf");
        assertThat(pdf.getContentType()).startsWith("application/pdf");
        try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("SỔ DOANH THU", till.trader().name(), "1.200.000.000", "Một tỷ hai trăm triệu đồng")
                    .contains("Nghị định 68/2026/NĐ-CP");
        }
        trader.page(at + "/book?year=1999", 404);
        trader.page(at + "/book?year=2x", 404);
        trader.page(at + "/book?month=" + YearMonth.from(till.today()).plusMonths(1), 404);
        trader.page(at + "/book?month=2026-13", 404);
        new Visitor(mvc, fixture.open().trader()).page(at + "/book", 404);
    }

    @Test
    void an_entry_is_its_trader_s_alone() throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id();
        Visitor.next(trader.submit(at + "/cash", Map.of("amount", "35k", "key", UUID.randomUUID())));
        String month = YearMonth.from(till.today()).toString();
        String back = trader.page(at + "/book?month=" + month, 200)
                .select("form[action*=cash]")
                .attr("action");
        var other = fixture.open();
        var stranger = new Visitor(mvc, other.trader());
        assertThat(stranger.submit(back, Map.of("month", month)).getStatus()).isEqualTo(404);
        String through =
                back.replace(till.stall().id().toString(), other.stall().id().toString());
        assertThat(stranger.submit(through, Map.of("month", month)).getStatus()).isEqualTo(404);
        assertThat(stranger.submit(at + "/cash", Map.of("amount", "35k", "key", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_threshold_is_stated_by_an_administrator_of_the_province_alone() throws Exception {
        var administrator = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"));
        String at = RevenueRuleController.PATH;
        var stated = Map.<String, Object>of(
                "from", "2018-01-01",
                "threshold", "100.000.000",
                "noticeDay", "31",
                "noticeMonth", "1",
                "document", "Nghị định thử 1/2018",
                "source", "Bài thử");
        assertThat(Visitor.next(administrator.submit(at, stated))).isEqualTo(at);
        assertThat(administrator.page(at, 200).select("tbody tr").text())
                .contains("Nghị định thử 1/2018", "100.000.000");
        var never = new java.util.HashMap<>(stated);
        never.put("noticeMonth", "2");
        assertThat(administrator.submit(at, never).getStatus()).isEqualTo(422);
        var elsewhere = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"));
        assertThat(elsewhere.page(at, 200).select("form.card")).isEmpty();
        assertThat(elsewhere.submit(at, stated).getStatus()).isEqualTo(403);
    }
}
