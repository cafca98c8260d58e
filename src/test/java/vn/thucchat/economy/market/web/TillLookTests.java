package vn.thucchat.economy.market.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.testing.Visitor.next;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.Charges;
import vn.thucchat.economy.market.MarketFixture;
import vn.thucchat.economy.market.MarketTest;
import vn.thucchat.economy.market.TillFixture;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.payments.CashDesk;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Overflow;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/**
 * The trader's pages in a real browser: on a phone, on the smallest phone with its letters made larger (320 pixels at
 * 164 %), on a desk; with {@code PICTURES=folder} for the eye.
 */
@MarketTest
@Import(TillFixture.class)
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
        String sale = next(trader.submit(at + "/sales", Map.of("amount", "120.500k")));
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
        desk.take(Persons.a(Role.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 100_000, UUID.randomUUID());
        add("own-charge", trader.open("/market/charges/" + charge.id()));
        var taken = (CashDesk.Taking.Taken)
                desk.take(Persons.a(Role.COLLECTOR, MarketFixture.COMMUNE), charge.code(), 250_000, UUID.randomUUID());
        add("own-charge-paid", trader.open("/market/charges/" + charge.id()));
        add("own-charges", trader.open("/market/charges"));
        add("cash-receipt", trader.open("/money/receipts/" + taken.receipt().id()));
        site.put(
                "/offline",
                java.util.Objects.requireNonNull(getClass().getResourceAsStream("/static/till-offline.html"))
                        .readAllBytes());
    }

    @Test
    void nothing_leaves_the_screen_however_small_and_axe_finds_nothing() throws Exception {
        visit();
        var faults = new ArrayList<String>();
        @Nullable String pictures = System.getenv("PICTURES");
        try (var browser = new Browser()) {
            for (int width : List.of(195, 320, 1280))
                try (var visitor = browser.visitor(width, false)) {
                    Browser.serve(visitor, path -> TillScriptTests.answer(path, site.get(path)));
                    Page page = visitor.newPage();
                    for (String path : site.keySet()) {
                        page.navigate("http://till.test" + path);
                        String seen = path + " at " + width;
                        for (var violation : new AxeBuilder(page)
                                .setLegacyMode(true)
                                .analyze()
                                .getViolations())
                            faults.add(seen + ": " + violation.getId() + " "
                                    + violation.getNodes().getFirst().getHtml());
                        for (String outside : Overflow.of(page)) faults.add(path + " leaves the screen, " + outside);
                        if (pictures != null)
                            page.screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(
                                            Path.of(pictures, "till" + path.replace('/', '-') + "-" + width + ".png")));
                    }
                }
        }
        assertThat(faults).isEmpty();
    }
}
