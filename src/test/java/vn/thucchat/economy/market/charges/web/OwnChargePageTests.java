package vn.thucchat.economy.market.charges.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.testing.Visitor.next;

import java.io.ByteArrayInputStream;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.testing.Scanner;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A trader sees what the market asks for, and pays from the same phone. */
@MarketTest
@NullMarked
class OwnChargePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TillFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    CashDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Charge asked(TillFixture.Opened till) throws Exception {
        YearMonth month = TestTime.month();
        next(new Visitor(mvc, MANAGER)
                .submit(
                        "/markets/" + till.market().code() + "/charges",
                        Map.of("month", month, "kind", "RENT", "due", month.atEndOfMonth())));
        return charges.of(till.stall()).getFirst();
    }

    @Test
    void a_charge_is_paid_from_the_phone_that_shows_it_and_then_is_paid() throws Exception {
        TillFixture.Opened till = fixture.charging();
        var trader = new Visitor(mvc, till.trader());
        assertThat(trader.page("/market/charges", 200).text()).contains("không còn khoản nào phải nộp");
        Charge charge = asked(till);
        String at = "/market/charges/" + charge.id();
        assertThat(trader.page("/market/stalls/" + till.stall().id(), 200)
                        .select("a[href=/market/charges]")
                        .text())
                .contains("1 khoản phải nộp");
        assertThat(trader.page("/market/charges", 200).text())
                .contains("Giá dịch vụ sử dụng diện tích bán hàng tại chợ", "350.000 đ", "hạn");
        assertThat(trader.page(at, 200).text()).contains(charge.code(), "BAN QUAN LY CHO");
        assertThat(trader.open("/").getRedirectedUrl())
                .as("a trader lands on the till")
                .startsWith("/market/stalls");

        fixture.payCharge(till, charge, 340_000);
        assertThat(trader.page(at, 200).text()).contains("Đã nhận 340.000 đ trong 350.000 đ");
        var picture = trader.open(at + "/qr.png");
        assertThat(picture.getHeader("Content-Disposition")).contains(charge.code() + ".png");
        assertThat(QrCode.read(Scanner.read(ImageIO.read(new ByteArrayInputStream(picture.getContentAsByteArray())))))
                .isInstanceOfSatisfying(QrCode.VietQr.class, code -> {
                    assertThat(code.amountVnd()).as("what is missing").isEqualTo(10_000);
                    assertThat(code.purpose()).isEqualTo(charge.code());
                });

        fixture.payCharge(till, charge, 10_000);
        assertThat(trader.page(at, 200).text()).contains("đã nộp ngày", "không tiền mặt");
        assertThat(trader.page(at, 200).select(".qr")).isEmpty();
        assertThat(trader.open(at + "/qr.png").getStatus()).isEqualTo(404);
        assertThat(trader.page("/market/charges", 200).select("section h2").eachText())
                .containsExactly("Đã nộp");
    }

    @Test
    void what_was_paid_in_cash_leads_to_its_receipt_whose_paper_names_who_paid() throws Exception {
        TillFixture.Opened till = fixture.charging();
        var trader = new Visitor(mvc, till.trader());
        Charge charge = asked(till);
        String at = "/market/charges/" + charge.id();
        assertThat(trader.page(at, 200).select("a[href^=/money/receipts/]"))
                .as("the premise")
                .isEmpty();
        var taken = (CashDesk.Taking.Taken) desk.take(
                Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 350_000, UUID.randomUUID());
        var links = trader.page(at, 200).select("a[href^=/money/receipts/]");
        assertThat(links.text()).contains(taken.receipt().printed());
        var paper = trader.open(links.attr("href") + ".pdf").getContentAsByteArray();
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " "))
                    .contains("Họ tên người nộp " + charge.traderName());
        }
        assertThat(trader.page(links.attr("href"), 200).select("main").text())
                .as("open to whoever has the address")
                .doesNotContain(charge.traderName());
    }

    @Test
    void what_others_owe_is_not_there() throws Exception {
        TillFixture.Opened till = fixture.charging();
        Charge charge = asked(till);
        var other = new Visitor(mvc, fixture.open().trader());
        assertThat(charge.open()).as("the premise").isTrue();
        assertThat(other.page("/market/charges", 200).text()).doesNotContain("350.000");
        other.page("/market/charges/" + charge.id(), 404);
        assertThat(other.open("/market/charges/" + charge.id() + "/qr.png").getStatus())
                .isEqualTo(404);
        assertThat(other.open("/market/charges/x").getStatus()).isEqualTo(400);
    }

    @Test
    void what_came_is_read_by_the_traders_own_program_and_by_no_other() throws Exception {
        TillFixture.Opened till = fixture.open();
        fixture.pay(till, 35_000, "RAU");
        String at = "/api/v1/payments?account=" + till.account().number() + "&from=2020-01-01&to=2020-12-31";
        String today = at.replaceAll("2020-[0-9-]+", till.today().toString());
        assertThat(new Visitor(mvc, till.trader()).open(today).getContentAsString())
                .contains("\"amount\":35000");
        String atBank = till.account().bin() + "-" + till.account().account();
        assertThat(new Visitor(mvc, till.trader())
                        .open(today.replaceFirst("account=[0-9]+", "account=" + atBank))
                        .getContentAsString())
                .contains("\"amount\":35000");
        assertThat(new Visitor(mvc, fixture.open().trader()).open(today).getStatus())
                .isEqualTo(404);
        jdbc.sql("UPDATE market.trader SET left_on = :today WHERE account = :id")
                .param("today", TestTime.today())
                .param("id", till.trader().account())
                .update();
        assertThat(new Visitor(mvc, till.trader()).open(today).getStatus())
                .as("who has left the market")
                .isEqualTo(404);
    }
}
