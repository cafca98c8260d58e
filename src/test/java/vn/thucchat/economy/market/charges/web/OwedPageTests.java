package vn.thucchat.economy.market.charges.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.testing.OwnForm.ownForm;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.testing.Visitor;

/** A collector finds what a stall owes by its number or its trader's name, and takes the cash for it. */
@MarketTest
@NullMarked
class OwedPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    CashReceipts receipts;

    @Autowired
    Markets markets;

    private Visitor collector;
    private Market market;
    private YearMonth month;
    private String search;

    @BeforeEach
    void people() {
        collector = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE));
        market = fixture.charging();
        month = YearMonth.from(fixture.today());
        search = "/market/owed?market=" + market.code() + "&q=";
    }

    private void ask(Charge.Kind kind) {
        assertThat(charges.each(MANAGER, market, month, kind, month.atEndOfMonth(), 90_000))
                .isInstanceOf(Charges.Asked.Done.class);
    }

    @Test
    void who_does_not_search_sees_the_markets_with_what_is_overdue() throws Exception {
        fixture.equipped(market, "K7");
        ask(Charge.Kind.SANITATION);
        // other tests have markets here too
        var page = collector.page("/market/owed", 200);
        var row = page.select("main li:contains(" + market.name() + ")");
        while (row.isEmpty()) {
            page = collector.page(page.select("a[rel=next]").attr("href"), 200);
            row = page.select("main li:contains(" + market.name() + ")");
        }
        assertThat(row.select("a").attr("href")).isEqualTo("/market/owed?market=" + market.code());
        assertThat(row.text()).contains("Không sạp nào nợ quá hạn");
        assertThat(collector.page(row.select("a").attr("href"), 200).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void each_market_is_on_a_page_however_many_there_are() throws Exception {
        String unit = "05488";
        var manager = Persons.a(MarketRoles.MARKET_MANAGER, unit);
        var account = new AccountsOfMarket.Draft("970436", MarketFixture.account(), "BAN QUAN LY CHO");
        for (int i = 0; i < 51; i++)
            MarketFixture.done(markets.open(
                    manager,
                    new Markets.Draft(
                            "cho-nhieu-" + i, "Chợ nhiều " + i, unit, 2, "Tổ 1", fixture.today(), null, account)));
        var there = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, unit));
        String each = "main li a[href^='/market/owed?market=cho-nhieu-']";
        var first = there.page("/market/owed", 200);
        var second = there.page(first.select(".pager a[rel=next]").attr("href"), 200);
        assertThat(first.select(each).size() + second.select(each).size()).isEqualTo(51);
        assertThat(second.select(".pager a[rel=next]")).isEmpty();
    }

    @Test
    void a_stall_is_found_and_the_cash_is_taken_without_the_notice() throws Exception {
        Stall stall = fixture.equipped(market, "K 7");
        fixture.equipped(market, "K8");
        ask(Charge.Kind.SANITATION);
        Charge charge = charges.of(stall).getFirst();

        var found = collector.page("/market/owed?q=k%207", 200);
        var row = found.select("tbody tr:contains(" + market.name() + ")");
        assertThat(row).hasSize(1);
        assertThat(row.text()).contains("K-7", charge.traderName(), "Vệ sinh", "Thu 90.000 đồng");
        assertThat(found.select("main input[name=q]").val()).isEqualTo("k 7");
        assertThat(collector.page("/market/owed?q=k7", 200).select("tbody tr:contains(" + market.name() + ")"))
                .as("without the sign in it")
                .hasSize(1);

        String cash = row.select("form.collect > a").attr("href");
        assertThat(cash).isEqualTo("/money/cash?code=" + charge.code());
        var desk = collector.page(cash, 200);
        assertThat(desk.select("input[name=code]").val()).as("filled in").isEqualTo(charge.code());
        take(charge, 60_000);
        assertThat(collector.page(search + "k-7", 200).select("tbody tr td.n").text())
                .as("a part was paid")
                .isEqualTo("30.000 đồng");
        take(charge, 30_000);
        assertThat(collector.page(search + "K-7", 200).select("tbody")).isEmpty();
        assertThat(collector.page(search, 200).select("tbody th b").eachText()).containsExactly("K8");
        var one = collector.page(search + "k%209", 200);
        assertThat(one.select("h1 ~ *, nav").text()).contains(market.name(), "Không còn khoản phí nào");
        assertThat(one.select("a[href^='/market/owed?q=']").text()).isEqualTo("Tìm ở mọi chợ bạn thu");
    }

    @Test
    void all_that_a_stall_owes_is_taken_in_one_go_or_not_at_all() throws Exception {
        Stall stall = fixture.equipped(market, "A1");
        ask(Charge.Kind.SANITATION);
        ask(Charge.Kind.ELECTRICITY);
        var row = collector.page(search + "A1", 200).select("tbody tr");
        assertThat(row).hasSize(1);
        assertThat(row.select("td.n").text()).isEqualTo("180.000 đồng");
        assertThat(row.select("summary").text()).startsWith("Thu 180.000 đồng");
        var form = row.select("form[action=/money/cash/total]");
        var fields = new LinkedMultiValueMap<String, String>();
        fill(fields, form);
        assertThat(fields.get("take")).hasSize(2);
        assertThat(form.select(".only-mobile input[name=reference]"))
                .as("what only Mobile Money needs is shown for it alone")
                .hasSize(1);

        // meanwhile a part of one is paid: the total is another one, and nothing is taken
        take(charges.of(stall).getFirst(), 30_000);
        assertThat(total(fields)).isEqualTo(409);
        assertThat(collector.page(search + "A1", 200).select("td.n").text()).isEqualTo("150.000 đồng");

        fields.clear();
        fill(fields, collector.page(search + "A1", 200).select("form[action=/money/cash/total]"));
        assertThat(total(fields)).isEqualTo(303);
        assertThat(total(fields)).as("sent twice").isEqualTo(303);
        var old = new LinkedMultiValueMap<String, String>(fields);
        assertThat(collector.page(search + "A1", 200).select("tbody")).isEmpty();
        for (Charge charge : charges.of(stall))
            assertThat(receipts.receipts(charge.code()).stream()
                            .mapToLong(CashReceipt::amountVnd)
                            .sum())
                    .isEqualTo(90_000);
        fields.set("key", UUID.randomUUID().toString());
        assertThat(total(fields)).as("paid already").isEqualTo(409);
        fields.set("take", "XXAAAA2222X 1000");
        assertThat(total(fields)).isEqualTo(404);
        fields.remove("take");
        assertThat(total(fields)).isEqualTo(400);

        UUID last =
                receipts.receipts(charges.of(stall).getFirst().code()).getLast().id();
        Visitor.next(new Visitor(
                        mvc, Persons.a(PaymentRoles.ACCOUNTANT, market.unit().value()))
                .submit("/money/receipts/" + last + "/voided", Map.of("reason", "nhầm sạp")));
        assertThat(total(old)).as("an old page after its receipt was made void").isEqualTo(409);
        assertThat(collector.page(search + "A1", 200).select("tbody tr")).hasSize(1);
    }

    @Test
    void some_of_what_a_stall_owes_is_taken_by_one_transaction_of_mobile_money() throws Exception {
        Stall stall = fixture.equipped(market, "A1");
        for (Charge.Kind kind : List.of(Charge.Kind.SANITATION, Charge.Kind.ELECTRICITY, Charge.Kind.OTHER)) ask(kind);
        var fields = new LinkedMultiValueMap<String, String>();
        fill(fields, collector.page(search + "A1", 200).select("form[action=/money/cash/total]"));
        fields.put("take", Objects.requireNonNull(fields.get("take")).subList(0, 2));
        fields.set("means", "MOBILE_MONEY");
        assertThat(total(fields)).as("without the operator's number").isEqualTo(422);
        fields.set("reference", "MM" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT));
        assertThat(total(fields)).isEqualTo(303);
        assertThat(total(fields)).as("sent twice").isEqualTo(303);
        var rest = collector.page(search + "A1", 200).select("form[action=/money/cash/total]");
        assertThat(rest.select("input[name=take]")).hasSize(1);
        assertThat(charges.of(stall).stream()
                        .flatMap(charge -> receipts.receipts(charge.code()).stream())
                        .map(receipt -> receipt.received().means()))
                .containsExactly(CashReceipt.Means.MOBILE_MONEY, CashReceipt.Means.MOBILE_MONEY);
        var again = new LinkedMultiValueMap<String, String>();
        fill(again, rest);
        again.set("means", "MOBILE_MONEY");
        again.set("reference", Objects.requireNonNull(fields.getFirst("reference")));
        assertThat(total(again)).as("the transaction is on other receipts").isEqualTo(409);
        assertThat(collector.page(search + "A1", 200).select("td.n").text()).isEqualTo("90.000 đồng");
    }

    @Test
    void a_fault_in_the_number_of_mobile_money_keeps_what_was_chosen() throws Exception {
        fixture.equipped(market, "A1");
        for (Charge.Kind kind : List.of(Charge.Kind.SANITATION, Charge.Kind.ELECTRICITY, Charge.Kind.OTHER)) ask(kind);
        var shown = collector.page(search + "A1", 200).select("form[action=/money/cash/total]");
        assertThat(shown.select("a[href^='/money/cash?code=']"))
                .as("a part of each can be taken")
                .hasSize(3);
        var fields = new LinkedMultiValueMap<String, String>();
        fill(fields, shown);
        fields.put("take", Objects.requireNonNull(fields.get("take")).subList(1, 3));
        fields.set("means", "MOBILE_MONEY");
        fields.set("reference", "12");
        var answer = send(fields, search + "A1");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = parsed(answer);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#reference");
        var again = new LinkedMultiValueMap<String, String>();
        fill(again, page.select("form[action=/money/cash/total]"));
        for (String kept : List.of("take", "means", "reference", "key"))
            assertThat(again.get(kept)).as(kept).isEqualTo(fields.get(kept));
        again.set("reference", "MM" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT));
        var done = send(again, "/money/cash/total");
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(done.getRedirectedUrl()).as("back to the list").isEqualTo(search + "A1");
        assertThat(collector.page(search + "A1", 200).select("td.n").text()).isEqualTo("90.000 đồng");

        String reference = Objects.requireNonNull(again.getFirst("reference"));
        again.clear();
        fill(again, collector.page(search + "A1", 200).select("form[action=/money/cash/total]"));
        again.set("means", "MOBILE_MONEY");
        again.set("reference", reference);
        again.set("back", "//evil.example/");
        var used = send(again, search + "A1");
        assertThat(used.getStatus()).isEqualTo(409);
        assertThat(parsed(used).select(".errors a").eachAttr("href")).containsExactly("#reference");
        again.set("means", "CASH");
        assertThat(send(again, search + "A1").getRedirectedUrl()).isEqualTo(search + "A1");
    }

    /** As a browser sends it: what is chosen of boxes and buttons alone. */
    private static void fill(LinkedMultiValueMap<String, String> fields, org.jsoup.select.Elements form) {
        form.select("input")
                .not("[type=radio]:not([checked])")
                .forEach(input -> fields.add(input.attr("name"), input.val()));
    }

    private int total(LinkedMultiValueMap<String, String> fields) throws Exception {
        return send(fields, "/market/owed").getStatus();
    }

    private MockHttpServletResponse send(LinkedMultiValueMap<String, String> fields, String from) throws Exception {
        return mvc.perform(post("/money/cash/total")
                        .params(fields)
                        .header("Referer", "http://localhost" + from)
                        .with(ownForm())
                        .with(Persons.as(Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE))))
                .andReturn()
                .getResponse();
    }

    private void take(Charge charge, long amountVnd) throws Exception {
        next(collector.submit(
                "/money/cash", Map.of("code", charge.code(), "amount", amountVnd, "key", UUID.randomUUID())));
    }

    @Test
    void a_trader_is_found_by_a_part_of_the_name() throws Exception {
        Stall stall = fixture.stall(market, fixture.zone(market, "Khu A"), "A1");
        fixture.contract(market, stall, fixture.trader(market, "Đặng Thị Ngọc Ánh"));
        ask(Charge.Kind.OTHER);
        for (String typed : new String[] {"ngoc%20anh", "%C4%91%E1%BA%B7ng", "a"})
            assertThat(collector.page(search + typed, 200).select("tbody tr"))
                    .as(typed)
                    .hasSize(1);
        for (String typed : new String[] {"ngoc%20em", "A2", "%27%3B--", "%00"})
            assertThat(collector.page(search + typed, 200).select("tbody tr"))
                    .as(typed)
                    .hasSizeLessThanOrEqualTo(typed.equals("%00") ? 1 : 0);
        assertThat(collector.page("/market/owed", 200).select("tbody, .empty"))
                .as("nothing asked yet")
                .isEmpty();
    }

    @Test
    void much_is_told_in_pages() throws Exception {
        for (int i = 1; i <= 4; i++) fixture.equipped(market, "A" + i);
        for (Charge.Kind kind : Charge.Kind.values()) ask(kind);

        var first = collector.page(search, 200);
        assertThat(first.select("tbody tr"))
                .as("a stall is one row, whole on its page")
                .hasSize(3);
        assertThat(first.select("tbody tr:first-child li")).hasSize(4);
        assertThat(first.select("tbody th b").eachText()).startsWith("A1", "A2");
        String rest =
                Objects.requireNonNull(first.selectFirst(".pager a[rel=next]")).attr("href");
        var second = collector.page(rest, 200);
        assertThat(second.select("tbody th b").eachText()).containsExactly("A4");
        assertThat(second.select("tbody tr li")).hasSize(4);
        assertThat(second.select(".pager a[rel=next]")).isEmpty();
    }

    private void ask(int months) {
        for (int i = 0; i < months; i++) {
            YearMonth later = month.plusMonths(i);
            for (Charge.Kind kind : Charge.Kind.values())
                assertThat(charges.each(MANAGER, market, later, kind, later.atEndOfMonth(), 1_000))
                        .isInstanceOf(Charges.Asked.Done.class);
        }
    }

    @Test
    void a_stall_that_owes_more_than_a_page_holds_is_shown_whole() throws Exception {
        for (int i = 1; i <= 2; i++) fixture.equipped(market, "A" + i);
        ask(4);
        var first = collector.page(search, 200);
        assertThat(first.select("tbody th b").eachText()).containsExactly("A1");
        assertThat(first.select("tbody td.n").text()).isEqualTo("16.000 đồng");
        assertThat(first.select("form[action=/money/cash/total] input[name=take]"))
                .hasSize(16);
        assertThat(first.text()).doesNotContain("phần còn lại");
        var second = collector.page(first.select(".pager a[rel=next]").attr("href"), 200);
        assertThat(second.select("tbody td.n").text()).isEqualTo("16.000 đồng");
        assertThat(second.select(".pager a[rel=next]")).isEmpty();
    }

    @Test
    void a_stall_that_owes_more_than_is_taken_at_once_says_that_this_is_a_part() throws Exception {
        fixture.equipped(market, "A1");
        ask(13);
        var first = collector.page(search, 200);
        assertThat(first.select("tbody td.n").text()).isEqualTo("50.000 đồng");
        assertThat(first.select("tbody").text()).contains("phần còn lại");
        var second = collector.page(first.select(".pager a[rel=next]").attr("href"), 200);
        assertThat(second.select("tbody td.n").text()).isEqualTo("2.000 đồng");
        assertThat(second.select("tbody").text()).contains("phần còn lại");
    }

    @Test
    void what_is_owed_to_another_place_s_account_is_taken_there_and_the_page_says_so() throws Exception {
        String elsewhere = "05467";
        var both = new Actor(
                UUID.randomUUID(),
                "hai-noi",
                "Quản lý hai nơi",
                false,
                List.of(
                        new Actor.Grant(MarketRoles.MARKET_MANAGER, elsewhere),
                        new Actor.Grant(MarketRoles.MARKET_MANAGER, MarketFixture.COMMUNE)));
        var account = new AccountsOfMarket.Draft("970436", MarketFixture.account(), "BAN QUAN LY CHO");
        for (String unit : List.of(elsewhere, MarketFixture.COMMUNE)) {
            String code = "cho-chung-" + unit;
            MarketFixture.done(markets.open(
                    both,
                    new Markets.Draft(code, "Chợ chung " + unit, unit, 2, "Tổ 1", fixture.today(), null, account)));
            market = markets.find(code).orElseThrow();
        }
        Stall stall = fixture.equipped(market, "A1");
        ask(Charge.Kind.OTHER);
        String cash = "/money/cash?code=" + charges.of(stall).getFirst().code();
        collector.page(cash, 404);
        var there = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, elsewhere));
        assertThat(there.page(cash, 200).select("input[name=code]"))
                .as("premise: it is taken there")
                .isNotEmpty();

        var row =
                collector.page("/market/owed?q=A1&market=" + market.code(), 200).select("tbody tr");
        assertThat(row).hasSize(1);
        assertThat(row.select(".go")).isEmpty();
        assertThat(row.text()).contains("90.000 đồng", "Tiền mặt do người thu của Phường Gia Sàng nhận");
    }

    @Test
    void what_is_elsewhere_is_not_found_and_only_who_takes_cash_is_led_here() throws Exception {
        fixture.equipped(market, "A1");
        ask(Charge.Kind.OTHER);
        var elsewhere = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, "05467"));
        assertThat(collector.page(search + "A1", 200).select("tbody tr"))
                .as("premise: there is something")
                .hasSize(1);
        elsewhere.page(search + "A1", 404);
        collector.page("/market/owed?market=khong-co", 404);
        assertThat(elsewhere.page("/market/owed?q=A1", 200).html()).doesNotContain(market.name());

        String at = "/markets/" + market.code();
        String door = "main a[href^=/market/owed]";
        assertThat(collector.page(at, 200).select(door)).hasSize(1);
        assertThat(collector.page("/markets?mine=true", 200).select("form[action=/market/owed]"))
                .hasSize(1);
        var manager = new Visitor(mvc, MANAGER);
        assertThat(manager.page(at, 200).select(door)).isEmpty();
        assertThat(manager.open("/market/owed").getStatus()).isEqualTo(403);
    }
}
