package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.testing.Browser;

/** A morning at the stall, on a phone: what comes is shown and said, and nothing but the bank makes it green. */
@MarketTest
@NullMarked
class TillJourney {

    @Autowired
    TillFixture fixture;

    @LocalServerPort
    int port;

    @Test
    void a_trader_hears_what_buyers_pay() {
        Opened till = fixture.open();
        try (var browser = new Browser();
                BrowserContext phone = browser.visitor(390, false)) {
            Page page = phone.newPage();
            page.addInitScript(
                    "window.said = []; addEventListener('thucchat-said', e => said.push(e.detail.text), true)");
            signIn(page, port, till);
            page.navigate(at("/market/stalls"));
            page.locator(".state.on").waitFor();
            assertThat(page.locator(".how").textContent()).isEqualTo("Bật loa");
            // the first touch anywhere is enough
            page.locator(".sounding summary").click();
            page.locator(".how.on").waitFor();
            page.locator(".try").click();
            assertThat(said(page)).isEqualTo(List.of("Nghe thử, một hai ba"));
            fixture.pay(till, 35_000, "mua rau");
            page.locator(".now.paid").waitFor();
            assertThat(page.locator(".now .sum").textContent()).isEqualTo("35.000 đ");
            assertThat(page.locator(".total").textContent()).isEqualTo("35.000 đ");
            assertThat(said(page)).isEqualTo(List.of("Đã nhận ba mươi lăm nghìn đồng"));

            page.locator(".repeat").click();
            assertThat(said(page)).isEqualTo(List.of("Nhắc lại, đã nhận ba mươi lăm nghìn đồng"));
            page.locator(".sounding summary").click();

            page.locator("#amount").fill("200k");
            page.locator("form[action$='/sales'] .go").click();
            page.locator(".now.waiting").waitFor();
            page.locator(".state.on").waitFor();
            // nothing was touched on this page, and the voice is still on
            page.locator(".how.on").waitFor();
            String code = page.url().substring(page.url().lastIndexOf('/') + 1);
            fixture.pay(till, 200, "CT DEN: " + code);
            page.locator(".now.short").waitFor();
            assertThat(page.locator(".now .sum").textContent()).isEqualTo("199.800 đ");
            assertThat(said(page))
                    .isEqualTo(List.of("Đã nhận hai trăm đồng, thiếu một trăm chín mươi chín nghìn tám trăm đồng"));
            // the phone loses the network, and the rest is paid meanwhile
            phone.setOffline(true);
            page.locator(".state.off").waitFor();
            fixture.pay(till, 199_800, code);
            phone.setOffline(false);
            page.locator(".now.paid").waitFor();
            assertThat(said(page)).isEqualTo(List.of("Đã nhận đủ hai trăm nghìn đồng"));

            page.navigate(at("/market/stalls"));
            page.locator(".sounding summary").click();
            page.locator(".sound").click();
            page.locator(".how.off").waitFor();
            page.reload();
            assertThat(page.locator(".how").textContent()).as("kept").isEqualTo("Loa tắt");
            assertThat(page.locator(".takings li").count()).isEqualTo(3);
            assertThat(page.locator(".total").textContent()).isEqualTo("235.000 đ");

            // without a network it opens all the same: with what it knew, saying so, and the stall's own code
            kept(page, "/code", "svg");
            kept(page, "/today", "235.000");
            phone.setOffline(true);
            page.navigate(page.url());
            assertThat(page.locator(".kept").innerText()).containsPattern("Không có mạng.* lúc .*[0-9]{1,2}:[0-9]{2}");
            assertThat(page.locator(".takings li").count()).isEqualTo(3);
            assertThat(page.locator(".till").evaluate("e => getComputedStyle(e).maxWidth"))
                    .as("it looks like the till")
                    .isNotEqualTo("none");
            assertThat(page.locator(".now").getAttribute("class"))
                    .as("nothing pretends to be paid just now")
                    .doesNotContain("paid");
            page.locator(".dock a[href$='/today']").click();
            assertThat(page.locator(".kept").innerText()).contains("Không có mạng");
            assertThat(page.locator(".takings li[data-id]").count()).isEqualTo(3);
            page.locator(".dock a[href$='/code']").click();
            page.locator(".qr svg").waitFor();
            assertThat(page.locator(".kept").innerText()).contains("chưa biết tiền đã về");
            assertThat(page.locator(".payee").innerText())
                    .contains(till.account().holder());
            // what this phone never had says what to do
            page.navigate(at("/market/charges"));
            assertThat(page.locator("main").innerText()).contains("Không mất tiền nào", "chụp màn hình", "Nên làm gì");
            page.navigate(at("/market/stalls"));
            assertThat(page.locator(".takings li").count()).isEqualTo(3);
            phone.setOffline(false);
            page.locator(".state.on").waitFor();
            page.locator("body:not([data-kept])").waitFor();
            assertThat(page.locator(".kept").isVisible()).isFalse();

            page.locator(".rest summary").click();
            page.locator("form[action='/sign-out'] button").click();
            assertThat(
                            page.evaluate(
                                    "caches.open('till-pages').then(it => it.keys()).then(all => all.some(it => it.url.includes('/market/stalls')))"))
                    .as("who signs out leaves nothing on the phone")
                    .isEqualTo(false);
        }
    }

    /** What was said since it was asked last: the policy forbids the waiting that is done by evaluating text. */
    private static Object said(Page page) {
        for (int i = 0; i < 200 && page.evaluate("said.length").equals(0); i++) page.waitForTimeout(50);
        return page.evaluate("said.splice(0)");
    }

    /** With the trader's own password. */
    static void signIn(Page page, int port, Opened till) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("[name=username]").fill(till.trader().username());
        page.locator("[name=password]").fill(TillFixture.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
    }

    /** Until the phone keeps a page of the stall with these words in it. */
    static void kept(Page page, String end, String words) {
        String has = "([end, words]) => caches.open('till-pages')"
                + ".then(it => it.match(location.origin + location.pathname + end))"
                + ".then(it => it?.text()).then(it => Boolean(it?.includes(words)))";
        for (int i = 0; i < 200 && !page.evaluate(has, List.of(end, words)).equals(true); i++) page.waitForTimeout(50);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
