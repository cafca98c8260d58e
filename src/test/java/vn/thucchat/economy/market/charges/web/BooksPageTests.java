package vn.thucchat.economy.market.charges.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A market's charges are compared with what its bank says. */
@MarketTest
@NullMarked
class BooksPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    CashDesk cash;

    @Autowired
    Connections connections;

    @Autowired
    ReceivingAccounts receiving;

    @Autowired
    Notifications notifications;

    private void hear(ReceivingAccount account, long amountVnd, String memo) {
        Teller teller = Teller.sepay(account.account()).amount(amountVnd).memo(memo);
        String body = teller.body();
        assertThat(notifications.take(
                        Objects.requireNonNull(account.connection()),
                        teller.headers(body),
                        body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Notifications.Receipt.Taken(1, 0));
    }

    private ReceivingAccount heard(Market market) {
        String id = "books-" + market.code();
        var unit = new UnitCode(MarketFixture.COMMUNE);
        connections.put(
                new Connection(id, Provider.SEPAY, unit, "Kết nối thử", false, TestTime.now(), null), Teller.SECRET);
        int number = Objects.requireNonNull(market.chargesAccount());
        assertThat(receiving.connect(Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE), number, id))
                .isEqualTo(new Result.Done(null));
        return receiving.find(number).orElseThrow();
    }

    @Test
    void what_was_asked_is_paid_by_transfer_or_cash_or_owed_and_the_rest_waits() throws Exception {
        var manager = new Visitor(mvc, MANAGER);
        Market market = fixture.charging();
        for (String number : List.of("A1", "A2", "A3")) fixture.equipped(market, number);
        ReceivingAccount account = heard(market);
        YearMonth month = YearMonth.from(fixture.today());
        String at = "/markets/" + market.code();
        next(manager.submit(at + "/charges", Map.of("month", month, "kind", "RENT", "due", month.atEndOfMonth())));
        List<Charge> asked = charges.of(market, month, Charge.Kind.RENT, "", 10);
        hear(account, 350_000, "nop " + asked.getFirst().code());
        hear(account, 12_345, "khong ro");
        var collector = Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE);
        assertThat(cash.take(collector, asked.get(1).code(), 350_000, UUID.randomUUID()))
                .isInstanceOf(CashDesk.Taking.Taken.class);

        var page = manager.page(at + "/reconciliation", 200);
        assertThat(page.select("tbody")
                        .get(0)
                        .select("tr")
                        .get(0)
                        .select("td.n")
                        .eachText())
                .containsExactly("1.050.0003 khoản", "350.0001 khoản", "350.0001 khoản", "350.0001 khoản");
        var days = page.select("tbody").get(1).select("tr");
        assertThat(days.get(days.size() - 1).select("td").eachText())
                .containsExactly("chưa có sao kê", "–", "362.345", "350.000", "12.3451 khoản", "350.000");
        assertThat(page.select("#waiting").text()).contains("12.345 đồng");
        assertThat(page.select("#waiting a, a[href^=/money]"))
                .as("a manager keeps no books")
                .isEmpty();
        assertThat(manager.page(at + "/day", 200).text()).contains("1 khoản tiền chưa rõ, 12.345 đồng");

        var accountant = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE));
        var linked = accountant.page(at + "/reconciliation", 200);
        for (var link : linked.select("a[href^=/money]")) accountant.page(link.attr("href"), 200);
        assertThat(linked.select("#waiting a")).hasSize(1);

        String csv = manager.open(at + "/reconciliation.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("chưa có sao kê,,362345,350000,12345,350000");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(
                manager.open(at + "/reconciliation.xlsx").getContentAsByteArray()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getRow(1).getCell(4).getNumericCellValue())
                    .isEqualTo(362_345);
            assertThat(book.getSheetAt(1).getRow(1).getCell(2).getNumericCellValue())
                    .isEqualTo(1_050_000);
        }
    }

    @Test
    void it_is_for_those_who_answer_for_the_market_and_asks_once_for_all_days() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        ReceivingAccount account = heard(market);
        String at = "/markets/" + market.code() + "/reconciliation";
        var manager = new Visitor(mvc, MANAGER);
        hear(account, 1_000, "");
        manager.page(at, 200);
        int few = Statements.during(() -> manager.page(at, 200));
        for (int i = 0; i < 5; i++) hear(account, 2_000 + i, "");
        assertThat(Statements.during(() -> manager.page(at, 200)))
                .isLessThanOrEqualTo(few + 1)
                .isLessThanOrEqualTo(18);
        new Visitor(mvc, STRANGE_MANAGER).page(at, 404);
        new Visitor(mvc, Persons.a(Roles.LEADER, "19")).page(at, 200);
        for (String bad : List.of("?month=x", "?month=2199-01", ".csv?month=x", ".xlsx?month=x"))
            assertThat(manager.open(at + bad).getStatus()).as(bad).isEqualTo(400);
        assertThat(manager.open(at + ".pdf").getStatus()).isEqualTo(404);
        String bare = "/markets/" + fixture.market().code() + "/reconciliation";
        assertThat(manager.page(bare, 200).text()).contains("chưa có tài khoản thu phí");
    }
}
