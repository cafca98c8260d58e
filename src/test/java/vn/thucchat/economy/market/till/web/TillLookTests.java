package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.testing.Visitor.next;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Look;
import vn.thucchat.testing.Overflow;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/**
 * The trader's pages in a real browser: on a phone, on the smallest phone with its letters made larger (320 pixels at
 * 164 %), on a desk; with {@code PICTURES=folder} for the eye.
 */
@MarketTest
@NullMarked
class TillLookTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TillFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    CashDesk desk;

    private final Map<String, byte[]> site = new LinkedHashMap<>();

    private void add(String name, MockHttpServletResponse page) {
        assertThat(page.getStatus()).as(name).isIn(200, 404, 422);
        site.put("/" + name, page.getContentAsByteArray());
    }

    private void visit() throws Exception {
        var till = fixture.charging();
        var trader = new Visitor(mvc, till.trader());
        String at = "/market/stalls/" + till.stall().id();
        add("till-empty", trader.open(at));
        String sale = next(trader.submit(at + "/sales", Map.of("amount", "120.500.000")));
        String code = sale.substring(sale.lastIndexOf('/') + 1);
        add("sale-waiting", trader.open(sale));
        fixture.pay(till, 100_000_000, code);
        add("sale-short", trader.open(sale));
        fixture.pay(till, 20_600_000, code);
        add("sale-over", trader.open(sale));
        fixture.pay(till, 35_000, "");
        add("till", trader.open(at));
        add("till-wrong", trader.submit(at + "/sales", Map.of("amount", "mười")));
        add("day", trader.open(at + "/days/" + till.today()));
        add("week", trader.open(at + "/history"));
        next(trader.submit(at + "/cash", Map.of("amount", "125.000", "key", UUID.randomUUID())));
        add("book", trader.open(at + "/book"));
        add("book-month", trader.open(at + "/book?month=" + TestTime.month()));
        add("cash-wrong", trader.submit(at + "/cash", Map.of("amount", "x", "key", UUID.randomUUID())));
        add("year", trader.open(at + "/history?by=YEAR"));
        String receipt = trader.page(at, 200).select(".takings a").attr("href");
        var stranger = new Visitor(mvc, Actor.STRANGER);
        add("receipt", stranger.open(receipt));
        add("receipts", stranger.open("/receipts"));
        add("receipts-none", stranger.open("/receipts/1-1-AAAAAAAA"));
        var month = TestTime.month();
        next(new Visitor(mvc, MarketFixture.MANAGER)
                .submit(
                        "/markets/" + till.market().code() + "/charges",
                        Map.of("month", month, "kind", "RENT", "due", month.atEndOfMonth())));
        var charge = charges.of(till.stall()).getFirst();
        desk.take(Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 100_000, UUID.randomUUID());
        add("own-charge", trader.open("/market/charges/" + charge.id()));
        var taken = (CashDesk.Taking.Taken) desk.take(
                Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 250_000, UUID.randomUUID());
        add("own-charge-paid", trader.open("/market/charges/" + charge.id()));
        add("own-charges", trader.open("/market/charges"));
        add("cash-receipt", trader.open("/money/receipts/" + taken.receipt().id()));
        site.put(
                "/offline",
                java.util.Objects.requireNonNull(getClass().getResourceAsStream("/static/till-offline.html"))
                        .readAllBytes());
    }

    /** A cheap phone's screen; and what must be whole on it, without scrolling. */
    @Test
    void the_code_with_amount_bank_and_holder_is_whole_on_the_smallest_phone() throws Exception {
        visit();
        var till = fixture.open();
        add(
                "code",
                new Visitor(mvc, till.trader())
                        .open("/market/stalls/" + till.stall().id() + "/code"));
        try (var browser = new Browser();
                var visitor = visitor(browser, 360, false)) {
            Page page = visitor.newPage();
            page.setViewportSize(360, 640);
            for (String path : List.of("/sale-waiting", "/sale-short", "/code", "/till")) {
                page.navigate("http://till.test" + path);
                List<String> whole = switch (path) {
                    case "/till" ->
                        List.of(".now", ".typed input", ".pad [data-key='000']", ".keyed [type=submit]", ".dock");
                    case "/code" -> List.of(".qr svg", ".payee b", ".payee span", ".scheme");
                    default -> List.of(".now .sum", ".qr svg", ".payee b", ".payee span", ".scheme");
                };
                for (String part : whole) {
                    var box = page.locator(part).first().boundingBox();
                    assertThat(box.y).as(path + " " + part).isNotNegative();
                    assertThat(box.y + box.height).as(path + " " + part).isLessThanOrEqualTo(640);
                }
                if (path.equals("/till")) {
                    // however many last amounts stand above them
                    page.evaluate("document.querySelector('.pad').prepend(document.createElement('button'))");
                    var rows = Stream.of("7", "8", "9", "4")
                            .map(key -> page.locator(".pad [data-key='" + key + "']")
                                    .boundingBox()
                                    .y)
                            .toList();
                    assertThat(rows.subList(0, 3).stream().distinct())
                            .as("7 8 9 in a row")
                            .hasSize(1);
                    assertThat(rows.getLast()).isGreaterThan(rows.getFirst());
                    continue;
                }
                assertThat(page.locator(".qr svg").boundingBox().width).isGreaterThanOrEqualTo(190);
                assertThat(page.locator("header.bar, footer, nav").count())
                        .as("nothing else until it is paid")
                        .isZero();
            }
            page.navigate("http://till.test/till");
            page.locator(".sounding.ready").waitFor();
            page.waitForTimeout(300);
            assertThat((Number) page.evaluate("""
                            () => new Promise((done) => new PerformanceObserver((list) =>
                              done(list.getEntries().reduce((sum, it) => sum + it.value, 0)))
                              .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 200))"""))
                    .as("the loudspeaker's row moves nothing")
                    .satisfies(shift -> assertThat(shift.doubleValue()).isLessThan(0.02));
        }
    }

    @Test
    void nothing_leaves_the_screen_however_small_and_axe_finds_nothing() throws Exception {
        visit();
        var faults = new ArrayList<String>();
        try (var browser = new Browser()) {
            for (Look look : Look.now()) look(browser, look.width(), look.dark(), faults);
            // the smallest phone with its letters made larger
            try (var visitor = visitor(browser, 195, false)) {
                Page page = visitor.newPage();
                for (String path : site.keySet()) {
                    page.navigate("http://till.test" + path);
                    for (String outside : Overflow.of(page)) faults.add(path + " leaves the screen, " + outside);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void look(Browser browser, int width, boolean dark, List<String> faults) {
        try (var visitor = visitor(browser, width, dark)) {
            Page page = visitor.newPage();
            for (String path : site.keySet()) {
                page.navigate("http://till.test" + path);
                faults.addAll(Look.faults(page, "till" + path));
            }
        }
    }

    private BrowserContext visitor(Browser browser, int width, boolean dark) {
        BrowserContext visitor = browser.visitor(width, dark);
        Browser.serve(visitor, path -> TillScriptTests.answer(path, site.get(path)));
        return visitor;
    }
}
