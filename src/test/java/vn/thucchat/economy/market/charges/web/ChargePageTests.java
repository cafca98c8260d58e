package vn.thucchat.economy.market.charges.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.money.cashdesk.CashVoiding;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A month's charges are asked once, paid by the bank's word, and counted. */
@MarketTest
@NullMarked
class ChargePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    Payables payables;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    CashVoiding voiding;

    @Autowired
    CashDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Visitor manager;

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
    }

    private List<String> facts(Market market) {
        return jdbc.sql("""
                        SELECT kind || ' ' || count || ' ' || amount || ' ' || coalesce(facets ->> 'channel', '')
                        FROM facts.fact
                        WHERE facets ->> 'market' = :code AND kind LIKE 'market.charge-%' ORDER BY id""")
                .param("code", market.code())
                .query((row, number) -> row.getString(1).strip())
                .list();
    }

    private void paid(Charge charge, long owed) {
        var payment = new Payment(
                Payment.Kind.ARRIVED,
                charge.account(),
                1,
                UUID.randomUUID(),
                TestTime.now(),
                fixture.today(),
                charge.amountVnd() - owed,
                owed == 0 ? MatchStatus.MATCHED : MatchStatus.UNDERPAID,
                Movement.Source.SEPAY,
                false,
                new Payment.Paid(charge.code(), Charges.ORIGIN, charge.id(), charge.amountVnd() - owed, owed));
        transactions.executeWithoutResult(_ -> events.publishEvent(new PaymentsReceived(List.of(payment))));
    }

    @Test
    void cash_counts_as_cash_and_a_void_takes_it_back() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        YearMonth month = YearMonth.from(fixture.today());
        next(manager.submit(
                "/markets/" + market.code() + "/charges",
                Map.of("month", month, "kind", "RENT", "due", month.atEndOfMonth())));
        Charge charge = charges.of(market, month, Charge.Kind.RENT, "", 10).getFirst();

        var taken = desk.take(
                Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 350_000, UUID.randomUUID());
        assertThat(taken).isInstanceOf(CashDesk.Taking.Taken.class);
        assertThat(charges.find(charge.id()).orElseThrow().open()).isFalse();
        assertThat(facts(market)).containsExactly("market.charge-due 1 350000", "market.charge-paid 1 350000 cash");

        var receipt = ((CashDesk.Taking.Taken) taken).receipt();
        assertThat(voiding.makeVoid(
                        Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE), receipt.id(), "Thu nhầm sạp"))
                .isEqualTo(new Result.Done(receipt.id()));
        assertThat(charges.find(charge.id()).orElseThrow().open()).isTrue();
        assertThat(facts(market)).last().isEqualTo("market.charge-paid 0 0 cash");
        paid(charge, 0);
        assertThat(facts(market)).last().isEqualTo("market.charge-paid 1 350000 cashless");
    }

    @Test
    void a_part_in_cash_makes_a_charge_no_cashless_one_until_its_receipt_is_void() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        YearMonth month = YearMonth.from(fixture.today());
        charges.rent(MANAGER, market, month, month.atEndOfMonth());
        Charge charge = charges.of(market, month, Charge.Kind.RENT, "", 10).getFirst();
        var taken = desk.take(
                Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 349_000, UUID.randomUUID());
        assertThat(facts(market)).as("premise: not paid yet").containsExactly("market.charge-due 1 350000");

        paid(charge, 0);

        assertThat(facts(market)).last().isEqualTo("market.charge-paid 1 350000 cash");
        var books = manager.page("/markets/" + market.code() + "/reconciliation", 200);
        assertThat(books.select("tbody")
                        .getFirst()
                        .select("tr")
                        .getFirst()
                        .select("td.n")
                        .eachText())
                .containsExactly("350.0001 khoản", "00 khoản", "350.0001 khoản", "00 khoản");
        assertThat(books.text()).contains("Khoản có một phần nộp tiền mặt");
        var receipt = ((CashDesk.Taking.Taken) taken).receipt();
        assertThat(voiding.makeVoid(
                        Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE), receipt.id(), "Thu nhầm sạp"))
                .isEqualTo(new Result.Done(receipt.id()));
        assertThat(facts(market)).last().isEqualTo("market.charge-paid 0 0 cash");
        paid(charge, 0);
        assertThat(facts(market)).last().isEqualTo("market.charge-paid 1 350000 cashless");
    }

    @Test
    void rent_is_asked_by_contract_paid_by_code_and_counted_once() throws Exception {
        Market market = fixture.charging();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        fixture.stall(market, stall.zone(), "A3");
        YearMonth month = YearMonth.from(fixture.today());
        String at = "/markets/" + market.code() + "/charges";
        var form = Map.of("month", month, "kind", "RENT", "due", month.atEndOfMonth());
        assertThat(next(manager.submit(at, form))).isEqualTo(at + "?month=" + month);
        next(manager.submit(at, form));

        var line = manager.page(at + "?month=" + month, 200).select("tbody tr").text();
        assertThat(line).contains("Giá dịch vụ sử dụng diện tích bán hàng tại chợ", "700.000 đồng");
        List<Charge> asked = charges.of(market, month, Charge.Kind.RENT, "", 10);
        assertThat(asked).hasSize(2);
        Charge charge = asked.getFirst();
        assertThat(charges.of(stall)).containsExactly(charge);
        assertThat(QrCode.read(charges.payload(charge))).isInstanceOfSatisfying(QrCode.VietQr.class, code -> {
            assertThat(code.dynamic()).isTrue();
            assertThat(code.amountVnd()).isEqualTo(350_000);
            assertThat(code.purpose()).isEqualTo(charge.code());
        });
        assertThat(payables.find(charge.code()).map(Payable::originId)).contains(charge.id());

        assertThat(payables.find(charge.code()).map(Payable::what).orElseThrow())
                .startsWith("Giá dịch vụ sử dụng diện tích bán hàng tại chợ tháng ")
                .endsWith(" · Sạp A1 · " + market.name());
        String list = at + "/" + month + "/RENT";
        var notices = manager.open(list + "/notices.pdf");
        try (var pdf = Loader.loadPDF(notices.getContentAsByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(pdf)).contains("350.000 đồng", charge.code(), "Sạp A1");
        }

        paid(charge, 100);
        assertThat(charges.find(charge.id()).orElseThrow().open())
                .as("paid short")
                .isTrue();
        paid(charge, 0);
        paid(charge, 0);
        next(manager.submit(at + "/" + asked.getLast().id() + "/cancelled", Map.of()));
        assertThat(manager.submit(at + "/" + charge.id() + "/cancelled", Map.of())
                        .getStatus())
                .isEqualTo(409);
        assertThat(facts(market))
                .containsExactly(
                        "market.charge-due 1 350000",
                        "market.charge-due 1 350000",
                        "market.charge-paid 1 350000 cashless",
                        "market.charge-due 0 0");
        assertThat(payables.find(asked.getLast().code()).map(Payable::state)).contains(Payable.State.CANCELLED);
        assertThat(manager.page(list, 200).text()).contains("đã nộp ngày", "không tiền mặt");
        assertThat(manager.open(list + "/notices.pdf").getStatus())
                .as("all paid or called off")
                .isEqualTo(404);
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .open("/market/acts/charges/" + charge.id())
                        .getStatus())
                .as("what a stall owes is not everybody's")
                .isEqualTo(302);
        assertThat(manager.page("/market/acts/charges/" + charge.id(), 200).text())
                .contains("350.000 đồng", "A1")
                .doesNotContain(charge.traderName());
        next(manager.submit(at, form));
        assertThat(charges.of(market, month, Charge.Kind.RENT, "A1", 10))
                .as("asked again after it was called off")
                .hasSize(1);
    }

    @Test
    void amounts_come_from_a_spreadsheet_or_are_the_same_for_all() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        YearMonth month = YearMonth.from(fixture.today()).minusMonths(2);
        String at = "/markets/" + market.code() + "/charges";
        LocalDate due = month.atDay(20);
        assertThat(manager.submit(at, Map.of("month", month, "kind", "SANITATION", "due", due, "amount", "30.000"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(charges.of(market, month, Charge.Kind.SANITATION, "", 10))
                .as("nobody rented a stall then")
                .isEmpty();
        YearMonth now = YearMonth.from(fixture.today());
        var fields = Map.of("month", now, "kind", "ELECTRICITY", "due", now.atDay(1));
        var wrong = parsed(manager.send(at, fields, sheet("Số sạp,Số tiền\nA1,85.500\nA9,1\nA2,-1\nA1,2\n")));
        assertThat(wrong.select(".errors li").eachText()).hasSize(3).anyMatch(text -> text.startsWith("B4: "));
        assertThat(parsed(manager.send(at, fields, sheet("A1,85.500\na2,40000\n")))
                        .select(".errors li")
                        .text())
                .as("a first row without titles is no title")
                .startsWith("A1: ");
        next(manager.send(at, fields, sheet("Amount for each stall,Stall number\n85.500,A1\n40000,a2\n")));
        assertThat(charges.of(market, now, Charge.Kind.ELECTRICITY, "", 10))
                .extracting(Charge::amountVnd)
                .containsExactly(85_500L, 40_000L);
        assertThat(parsed(manager.send(at, fields, sheet("\u0000PK"))).select(".errors"))
                .isNotEmpty();

        jdbc.sql("UPDATE market.charge SET due_on = :day WHERE market = :market")
                .param("day", fixture.today().minusDays(9))
                .param("market", market.id())
                .update();
        var arrears = manager.page("/markets/" + market.code() + "/arrears", 200);
        assertThat(arrears.select("tbody tr:first-child").text()).contains("A1", "85.500 đồng", "quá hạn 9 ngày");
        assertThat(arrears.select(".total").text()).contains("125.500 đồng", "2 sạp", "2 khoản");
        String list = "/markets/" + market.code() + "/arrears?";
        assertThat(manager.page(list + "sort=OWED", 200).select("tbody th").eachText())
                .containsExactly("A2", "A1");
        for (String sort : new String[] {"-NUMBER", "-TRADER", "-SINCE"})
            assertThat(manager.page(list + "sort=" + sort, 200).select("tbody tr"))
                    .as(sort)
                    .hasSize(2);
        var found = manager.page(list + "q=a2", 200);
        assertThat(found.select("tbody th").eachText()).containsExactly("A2");
        assertThat(found.select(".total").text()).contains("40.000 đồng", "1 sạp");
        assertThat(manager.page(list + "q=khong-co", 200).select("tbody")).isEmpty();

        var work = manager.page("/", 200).select("tbody tr");
        assertThat(work.eachText())
                .anyMatch(row -> row.contains("sạp nợ phí quá hạn"))
                .anyMatch(row -> row.contains("chưa kiểm tra biển QR"));
        assertThat(work.size())
                .as("an errand is one line, not one for each market")
                .isLessThan(10);
        var errand = manager.page("/market/errands/arrears", 200).select("li:contains(" + market.name() + ")");
        assertThat(errand.text()).contains("125.500 đồng");
        assertThat(errand.select("a").attr("href")).isEqualTo("/markets/" + market.code() + "/arrears");
        for (String other : new String[] {"bare", "inspect"}) manager.page("/market/errands/" + other, 200);
        manager.page("/market/errands/nothing", 404);
    }

    @Test
    void who_is_behind_is_reminded_once_on_paper_or_by_telephone_which_is_logged() throws Exception {
        Market market = fixture.charging();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        YearMonth now = YearMonth.from(fixture.today());
        charges.each(MANAGER, market, now, Charge.Kind.SANITATION, now.atEndOfMonth(), 60_000);
        jdbc.sql("UPDATE market.charge SET due_on = :day WHERE market = :market")
                .param("day", fixture.today().minusDays(9))
                .param("market", market.id())
                .update();
        String at = "/markets/" + market.code();
        var list = manager.page(at + "/arrears", 200);
        assertThat(list.select("#chosen button").attr("formaction")).isEqualTo(at + "/reminders/new");
        assertThat(list.select("tbody input[name=chosen]")).hasSize(2);
        String chosen = list.select("tbody input[value^=" + stall.id() + "]").val();
        var look = manager.page(at + "/reminders/new?chosen=" + chosen, 200);
        assertThat(look.select("h1").text()).contains("1 sạp", "60.000 đồng");
        Map<String, String> form =
                Map.of("chosen", chosen, "key", look.select("input[name=key]").val());
        String reminder = next(manager.submit(at + "/reminders", form));
        assertThat(next(manager.submit(at + "/reminders", form)))
                .as("sent twice")
                .isEqualTo(reminder);
        assertThat(jdbc.sql("SELECT count(*) FROM market.reminder WHERE market = :market")
                        .param("market", market.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(manager.page(at + "/arrears", 200)
                        .select("a[href=" + reminder + "]")
                        .text())
                .startsWith("nhắc");
        var paper = manager.open(reminder + "/notices.pdf");
        assertThat(paper.getStatus()).isEqualTo(200);
        assertThat(paper.getContentType()).startsWith("application/pdf");

        assertThat(manager.page(reminder, 200).select("a[href^=tel:]")).isEmpty();
        var called = parsed(manager.submit(reminder + "/phones", Map.of()));
        assertThat(called.select(".moneydesk").text()).contains("đã được ghi nhật ký");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = 'market.contact-read'"
                                + " AND object LIKE :object")
                        .param("object", at + "/traders/%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var collector = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE));
        assertThat(collector.page(reminder, 200).select("form[action$=/phones]"))
                .as("who may not read telephone numbers is not offered them")
                .isEmpty();
        assertThat(collector.submit(reminder + "/phones", Map.of()).getStatus()).isEqualTo(403);
        var strange = new Visitor(mvc, STRANGE_MANAGER);
        strange.page(reminder, 404);
        assertThat(strange.submit(at + "/reminders", form).getStatus()).isEqualTo(404);
        assertThat(manager.submit(at + "/reminders", Map.of("key", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void a_comma_between_thousands_never_makes_money_a_thousand_times_too_small() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        YearMonth now = YearMonth.from(fixture.today());
        String at = "/markets/" + market.code() + "/charges";
        var fields = Map.of("month", now, "kind", "ELECTRICITY", "due", now.atDay(1));
        var unclear = parsed(manager.send(at, fields, sheet("Số sạp,Số tiền\nA1,1.23\nA2,\"85,000\"\n")));
        assertThat(unclear.select(".errors").text())
                .contains("B2: “1.23” có thể là 1,23 hoặc 123")
                .doesNotContain("B3");
        next(manager.send(at, fields, sheet("\uFEFFSố sạp,Số tiền\nA1,\"120,000\"\nA2,\"85,000\"\n")));
        assertThat(charges.of(market, now, Charge.Kind.ELECTRICITY, "", 10))
                .extracting(Charge::amountVnd)
                .containsExactly(120_000L, 85_000L);
        next(manager.submit(at, Map.of("month", now, "kind", "SANITATION", "due", now.atDay(1), "amount", "30,000")));
        assertThat(charges.of(market, now, Charge.Kind.SANITATION, "", 10))
                .extracting(Charge::amountVnd)
                .containsOnly(30_000L);
    }

    private static MockMultipartFile sheet(String rows) {
        return new MockMultipartFile("sheet", "phi.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_cannot_be_asked_is_told() throws Exception {
        Market market = fixture.market();
        String at = "/markets/" + market.code() + "/charges";
        String month = YearMonth.from(fixture.today()).toString();
        assertThat(parsed(manager.submit(at, Map.of("month", month, "kind", "RENT", "due", month + "-20")))
                        .select(".errors")
                        .text())
                .contains("chưa có tài khoản thu phí");
        assertThat(parsed(manager.submit(at, Map.of("month", month, "kind", "OTHER", "due", "x", "amount", "1,5")))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#due", "#amount");
        for (String bad : List.of("?month=2026-13", "?month='", "/2026-11/NONE", "/x/RENT"))
            assertThat(manager.open(at + bad.replace("'", "%27")).getStatus())
                    .as(bad)
                    .isEqualTo(400);
        var strange = new Visitor(mvc, STRANGE_MANAGER);
        strange.page(at, 404);
        strange.page("/markets/" + market.code() + "/arrears", 404);
        assertThat(strange.submit(at, Map.of("month", month, "kind", "RENT")).getStatus())
                .isEqualTo(404);
        manager.page("/market/acts/charges/" + market.id(), 404);
        Market charging = fixture.charging();
        String path = "/markets/" + charging.code() + "/charges";
        assertThat(parsed(manager.submit(path, Map.of("month", month, "kind", "RENT", "due", "2030-01-01")))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#due");
        assertThat(parsed(manager.submit(
                                path, Map.of("month", month, "kind", "OTHER", "due", month + "-20", "amount", "0")))
                        .select("tbody tr"))
                .isEmpty();
    }
}
