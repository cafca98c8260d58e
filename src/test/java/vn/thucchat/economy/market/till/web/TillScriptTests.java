package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** What the trader's phone makes of what it is told, with a line that the test holds in its hand and a clock it moves. */
@MarketTest
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TillScriptTests {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'";
    private static final String LINE = """
            window.lines = [];
            window.said = [];
            window.EventSource = class extends EventTarget {
              static CLOSED = 2;
              constructor(url) { super(); this.url = url; this.readyState = 0; lines.push(this); }
              close() { this.readyState = 2; }
            };
            window.hear = (type, data, id) => lines.at(-1)
              .dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId: id ?? "" }));
            window.locks = 0;
            Object.defineProperty(navigator, "wakeLock", { value: { async request() {
              locks++;
              return Object.assign(new EventTarget(), { released: false });
            } } });""";

    @Autowired
    MockMvc mvc;

    @Autowired
    TillFixture fixture;

    private Browser browser;
    private @Nullable BrowserContext phone;
    /** What the server shows at the page's address. */
    private byte[] shown = {};

    @BeforeAll
    void start() {
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @AfterEach
    void put_down() {
        if (phone != null) phone.close();
    }

    @Test
    void a_line_on_which_nothing_is_heard_is_dead_and_is_called_again() {
        Page page = till();
        page.evaluate("lines[0].onopen()");
        page.locator(".state.on").waitFor();
        pass(page, 39);
        page.evaluate("hear('ping', {})");
        pass(page, 39);
        assertThat(page.locator(".state").textContent()).isEqualTo("● đang nghe");
        pass(page, 2);
        assertThat(page.locator(".state.off").textContent()).contains("mất kết nối");
        assertThat(page.evaluate("lines[0].readyState")).isEqualTo(2);
        pass(page, 3);
        assertThat(page.evaluate("lines.length")).isEqualTo(2);
        page.evaluate("hear('payment', %s, '7-12')".formatted(payment("35000", "{}")));
        page.locator(".state.on").waitFor();
        pass(page, 41);
        pass(page, 3);
        assertThat((String) page.evaluate("lines[2].url")).as("goes on").endsWith("after=7-12");
    }

    @Test
    void a_phone_without_a_network_says_so_at_once_and_calls_when_it_is_back() {
        Page page = till();
        page.evaluate("lines[0].onopen()");
        page.evaluate("dispatchEvent(new Event('offline'))");
        page.locator(".state.off").waitFor();
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.evaluate("lines.length")).isEqualTo(2);
        assertThat(page.locator(".state.off").count())
                .as("only the answer counts")
                .isEqualTo(1);
        page.evaluate("lines[1].onopen()");
        page.locator(".state.on").waitFor();
        page.evaluate("hear('again', {})");
        assertThat(page.evaluate("lines.length")).isEqualTo(3);
        assertThat(page.locator(".state.on").count())
                .as("the server asks to be called again: nothing is lost")
                .isEqualTo(1);
    }

    @Test
    void a_loss_that_lasts_is_said_aloud_and_its_end_too() {
        Page page = till();
        page.evaluate("thucchatVoice.on = true; thucchatVoice.say = (words) => said.push(words); 0");
        page.evaluate("lines[0].onopen()");
        page.evaluate("lines[0].onerror()");
        pass(page, 3);
        page.evaluate("lines.at(-1).onopen()");
        pass(page, 20);
        assertThat(page.evaluate("said")).as("a moment").isEqualTo(List.of());
        page.evaluate("lines.at(-1).onerror()");
        pass(page, 11);
        page.evaluate("lines.at(-1).onopen()");
        assertThat(page.evaluate("said")).isEqualTo(List.of("Mất kết nối", "Đã kết nối lại"));
        page.evaluate("thucchatVoice.on = false");
        page.evaluate("hear('payment', %s, '7-1')".formatted(payment("35000", "{}")));
        assertThat(page.evaluate("said.length")).as("turned off").isEqualTo(2);
    }

    @Test
    void a_line_that_comes_alive_has_what_the_page_has_when_it_is_loaded_again() throws Exception {
        var opened = fixture.open();
        Page page = till(opened);
        page.evaluate("hear('payment', %s, '7-1')".formatted(payment("35000", "{}")));
        fixture.pay(opened, 35_000, "");
        String loaded = new Visitor(mvc, opened.trader())
                .page(path(opened), 200)
                .select(".takings li")
                .text();
        assertThat(plain(page.locator(".takings li").innerText()))
                .isEqualTo(plain(loaded))
                .contains("Kháchquétmãởsạp", "Biênnhận");
        assertThat(page.locator(".now.paid .sum").textContent()).isEqualTo("35.000 đ");
    }

    @Test
    void money_of_yesterday_is_not_the_customer_s_in_front() {
        Page page = till();
        String yesterday = TestTime.today().minusDays(1).toString();
        page.evaluate("hear('payment', %s, '7-1')"
                .formatted(payment(
                        "35000",
                        "{ earlier: true, day: '%s', time: '%sT07:02:00Z' }".formatted(yesterday, yesterday))));
        assertThat(page.locator(".now").getAttribute("class"))
                .contains("earlier")
                .doesNotContain("paid");
        assertThat(page.locator(".now").innerText())
                .contains("Khoản cũ", yesterday.substring(8), "14:02", "Không phải khách vừa trả");
        assertThat(page.locator(".total").textContent()).isEqualTo("0 đ");
        assertThat(page.locator(".takings li b").textContent())
                .endsWith("14:02")
                .isNotEqualTo("14:02");
    }

    @Test
    void a_sale_shows_the_same_before_and_after_it_is_loaded_again() throws Exception {
        var opened = fixture.open();
        var trader = new Visitor(mvc, opened.trader());
        String sale = Visitor.next(trader.submit(path(opened) + "/sales", Map.of("amount", "200k")));
        String code = sale.substring(sale.lastIndexOf('/') + 1);
        Page page = page(trader.open(sale).getContentAsByteArray());
        assertThat(page.locator(".now.waiting").count()).as("the premise").isEqualTo(1);

        fixture.pay(opened, 150_000, code);
        shown = trader.open(sale).getContentAsByteArray();
        hearSale(page, code, 150_000, 150_000, "UNDERPAID");
        same(page, trader, sale, "short");
        page.locator("[role=img][aria-label*=' 50.000 ']").waitFor();
        assertThat(page.locator(".ask").count()).isEqualTo(1);

        fixture.pay(opened, 60_000, code);
        hearSale(page, code, 60_000, 210_000, "OVERPAID");
        same(page, trader, sale, "over");
        assertThat(page.locator(".now").innerText()).contains("ĐÃ ĐỦ", "200.000 đ", "Khách chuyển THỪA 10.000 đ");
        assertThat(page.locator(".ask").count())
                .as("nothing to pay until any hour")
                .isZero();
        assertThat(page.locator(".takings a").count()).isEqualTo(2);
    }

    @Test
    void amounts_are_typed_with_large_keys_and_said_in_words() {
        Page page = till();
        assertThat(page.locator("#amount").getAttribute("inputmode")).isEqualTo("numeric");
        assertThat(page.locator(".pad button").allInnerTexts())
                .endsWith("7", "8", "9", "4", "5", "6", "1", "2", "3", "000", "0", "⌫");
        for (String key : new String[] {"0", "3", "5", "000", "0"})
            page.locator(".pad [data-key='" + key + "']").click();
        assertThat(page.locator("#amount").inputValue()).isEqualTo("350.000");
        page.locator(".pad [data-key='']").click();
        assertThat(page.locator("#amount").inputValue()).isEqualTo("35.000");
        assertThat(page.locator("#amount-hint").innerText()).isEqualTo("ba mươi lăm nghìn đồng");
        page.locator("#amount").fill("35k");
        assertThat(page.locator("#amount-hint").innerText()).contains("35k");
    }

    @Test
    void the_screen_stays_on_and_the_stall_s_own_code_hears_what_comes() throws Exception {
        var opened = fixture.open();
        Page page = page(
                new Visitor(mvc, opened.trader()).open(path(opened) + "/code").getContentAsByteArray());
        page.locator(".awake").waitFor();
        assertThat(page.evaluate("locks")).isEqualTo(1);
        page.locator(".whole").waitFor();
        assertThat(page.locator(".now").isVisible()).as("nothing came yet").isFalse();
        page.evaluate("hear('payment', %s, '7-1')".formatted(payment("35000", "{}")));
        assertThat(page.locator(".now.paid .sum").innerText()).isEqualTo("35.000 đ");
        assertThat(page.locator(".takings li").count()).isEqualTo(1);
    }

    @Test
    void the_home_screen_is_offered_once_and_stays_in_the_menu() {
        Page page = till();
        assertThat(page.locator(".install").isVisible()).isFalse();
        page.evaluate("window.prompted = 0; 0");
        String offer = "dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }),"
                + " { prompt() { window.prompted++; } }))";
        assertThat(page.evaluate(offer)).as("the browser's own is held back").isEqualTo(false);
        page.locator(".install .install-not").click();
        assertThat(page.locator(".install").isVisible()).isFalse();
        page.reload();
        page.evaluate("window.prompted = 0; 0");
        page.evaluate(offer);
        assertThat(page.locator(".install").isVisible()).as("once").isFalse();
        page.locator(".rest summary").click();
        page.locator(".rest .install-now").click();
        assertThat(page.evaluate("prompted")).isEqualTo(1);
    }

    @Test
    void what_came_last_is_there_before_anything_comes_and_is_not_green() throws Exception {
        var opened = fixture.open();
        fixture.pay(opened, 35_000, "");
        Page page = till(opened);
        assertThat(page.locator(".now").innerText()).contains("Gần nhất", "35.000 đ");
        assertThat(page.locator(".now").getAttribute("class")).doesNotContain("paid");
        assertThat(page.locator(".now").getAttribute("data-words")).isEqualTo("Đã nhận ba mươi lăm nghìn đồng");
    }

    /** Without its time and its spaces. */
    private static String plain(String line) {
        return line.replaceAll("\\d\\d:\\d\\d|\\s", "");
    }

    private static void same(Page page, Visitor trader, String sale, String kind) throws Exception {
        var loaded = trader.page(sale, 200).select(".now");
        assertThat(loaded.attr("class")).contains(kind);
        assertThat(page.locator(".now").getAttribute("class")).contains(kind);
        assertThat(page.locator(".now").innerText().replaceAll("\\s+", " ").strip())
                .isEqualTo(loaded.text());
    }

    private static void hearSale(Page page, String code, long amount, long paid, String outcome) {
        page.evaluate("hear('payment', %s, '7-1')"
                .formatted(payment(
                        Long.toString(amount),
                        "{ code: '%s', due: 200000, paid: %d, owed: %d, outcome: '%s' }"
                                .formatted(code, paid, Math.max(0, 200_000 - paid), outcome))));
    }

    /** As the server tells it; {@code more} as a JavaScript object. */
    private static String payment(String amount, String more) {
        String today = TestTime.today().toString();
        return """
                { id: crypto.randomUUID?.() ?? String(Math.random()), amount: %s, time: new Date().toISOString(),
                  words: "Đã nhận", outcome: "OWNER", day: "%s", code: null, due: 0, paid: 0, owed: 0, receipt: "1-1-X",
                  earlier: false, news: true, ...%s }""".formatted(amount, today, more);
    }

    private static void pass(Page page, int seconds) {
        page.clock().runFor(seconds * 1_000L);
    }

    private static String path(TillFixture.Opened till) {
        return "/market/stalls/" + till.stall().id();
    }

    private Page till() {
        return till(fixture.open());
    }

    private Page till(TillFixture.Opened till) {
        try {
            return page(new Visitor(mvc, till.trader()).open(path(till)).getContentAsByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Page page(byte[] html) {
        shown = html;
        phone = browser.visitor(390, false);
        Browser.serve(phone, path -> answer(path, path.equals("/till") ? shown : null));
        Page page = phone.newPage();
        page.clock().install();
        page.addInitScript(LINE);
        page.navigate("http://till.test/till");
        return page;
    }

    /** Under the policy of our pages: this page, or a static file. */
    static Browser.@Nullable Answer answer(String path, byte @Nullable [] page) {
        if (page != null) return new Browser.Answer("text/html;charset=UTF-8", page, POLICY);
        // a static file's name carries its content's hash
        String file = path.replaceFirst("-[0-9a-f]{32}(?=\\.)", "");
        try (var found = TillScriptTests.class.getResourceAsStream("/static" + file)) {
            if (found == null) return null;
            String type =
                    file.endsWith(".css") ? "text/css" : file.endsWith(".js") ? "text/javascript" : "image/svg+xml";
            return new Browser.Answer(type, found.readAllBytes(), POLICY);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
