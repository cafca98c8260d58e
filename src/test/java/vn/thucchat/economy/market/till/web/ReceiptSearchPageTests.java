package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.testing.Visitor;

/** A receipt's code, read from paper and typed by anyone. */
@MarketTest
@NullMarked
class ReceiptSearchPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TillFixture fixture;

    @Test
    void a_code_is_typed_as_people_type_and_leads_to_its_receipt() throws Exception {
        var till = fixture.open();
        fixture.pay(till, 35_000, "");
        String receipt = new Visitor(mvc, till.trader())
                .page("/market/stalls/" + till.stall().id(), 200)
                .select(".takings a")
                .attr("href");
        String code = receipt.substring("/receipts/".length());
        var stranger = new Visitor(mvc, Actor.STRANGER);
        assertThat(stranger.page("/scorecard", 200).select("footer a").eachAttr("href"))
                .contains("/receipts");
        assertThat(stranger.page("/receipts", 200).select("form[action=/receipts] input[name=code]"))
                .hasSize(1);
        for (String typed : new String[] {
            code.toLowerCase(java.util.Locale.ROOT),
            "%20" + code.replace("-", "%20"),
            "https://thucchat.example/receipts/" + code
        })
            assertThat(stranger.open("/receipts?code=" + typed).getRedirectedUrl())
                    .isEqualTo(receipt);
        assertThat(stranger.page(receipt, 200).select("dd[lang=vi]").text()).endsWith(" đồng");
        var cash = stranger.page("/receipts?code=TM-2026-000123", 200);
        assertThat(cash.select(".notice").text())
                .as("a cash voucher's number, which anyone can guess")
                .contains("phiếu thu tiền mặt", "mã QR");
        assertThat(cash.select(".errors")).as("nothing to mend").isEmpty();
        String voucher = "/money/receipts/01a229fe-6566-74b1-98c7-e85f75c48670";
        assertThat(stranger.open("/receipts?code=https://thucchat.example" + voucher)
                        .getRedirectedUrl())
                .as("what the code on a voucher says")
                .isEqualTo(voucher);
    }

    @Test
    void a_code_that_is_none_is_given_back_with_what_to_do() throws Exception {
        var stranger = new Visitor(mvc, Actor.STRANGER);
        for (String path : new String[] {"/receipts?code=1-1-AAAAAAAA", "/receipts/1-1-AAAAAAAA"}) {
            var page = stranger.page(path, 404);
            assertThat(page.select("input[name=code]").val()).isEqualTo("1-1-AAAAAAAA");
            assertThat(page.select("main").text())
                    .contains("Không có biên nhận này", "Nên làm gì", "đợi ngân hàng báo");
        }
        var program = mvc.perform(get(URI.create("/receipts/1-1-AAAAAAAA")).header("Accept", "application/json"))
                .andReturn()
                .getResponse();
        assertThat(program.getStatus()).isEqualTo(404);
        assertThat(program.getContentType()).startsWith("application/problem+json");
    }
}
