package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.testing.Browser;

/** A stall where the network comes and goes: nothing is entered twice, and what the phone kept says so. */
@MarketTest
@NullMarked
class TillOfflineJourney {

    @Autowired
    TillFixture fixture;

    @LocalServerPort
    int port;

    private Opened till;
    private PhoneLine line;
    private Browser browser;
    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void the_till_is_open() throws IOException {
        till = fixture.open();
        fixture.pay(till, 12_000, "");
        line = new PhoneLine(port);
        browser = new Browser();
        phone = browser.visitor(390, false);
        page = phone.newPage();
        TillJourney.signIn(page, line.port(), till);
        page.navigate(at(""));
        TillJourney.kept(page, "/today", "12.000");
        TillJourney.kept(page, "", "12.000");
        // the worker serves this page from now on
        page.reload();
    }

    @AfterEach
    void the_day_ends() throws IOException {
        browser.close();
        line.close();
    }

    @Test
    void cash_whose_answer_was_lost_is_entered_once_however_often_it_is_sent() {
        line.losing(true);
        cash("35000");
        assertThat(page.locator("[role=alert]").innerText()).contains("Chưa biết đã ghi được hay chưa");
        assertThat(page.locator(".book").getAttribute("href")).endsWith("/book");
        assertThat(page.getByText("đang tự thử lại").isVisible()).isFalse();
        page.navigate(at(""));
        assertThat(page.locator(".kept").isVisible())
                .as("the premise: no answer yet")
                .isTrue();
        cash("20000");
        page.navigate(at(""));
        cash("35k");
        page.navigate(at(""));
        page.locator("#amount").fill("35.000");
        line.losing(false);
        press();
        assertThat(page.locator(".notice[role=status]").innerText()).contains("35.000");
        assertThat(entries()).isEqualTo(2);

        page.navigate(at(""));
        cash("35000");
        assertThat(entries()).as("the next buyer pays as much").isEqualTo(3);
    }

    @Test
    void cash_counts_each_time_however_its_amount_is_written() {
        for (String amount : new String[] {"1tr", "35 nghìn", "1tr2", "35.000đ"}) {
            cash(amount);
            page.locator(".notice[role=status]").waitFor();
            cash(amount);
            page.locator(".notice[role=status]").waitFor();
        }
        assertThat(entries()).as("each was meant").isEqualTo(8);

        page.navigate(at(""));
        line.losing(true);
        cash("1,5k");
        page.navigate(at(""));
        cash("15k");
        page.navigate(at(""));
        line.losing(false);
        page.locator("body:not([data-kept])").waitFor(); // it loads itself again
        cash("15000");
        assertThat(page.locator(".notice[role=status]").innerText()).contains("15.000");
        cash("1,5 k");
        assertThat(page.locator(".notice[role=status]").innerText()).contains("1.500");
        assertThat(entries()).as("each of the lost once").isEqualTo(10);
    }

    @Test
    void what_is_being_typed_is_left_alone_when_the_network_comes_back() {
        line.losing(true);
        page.navigate(at(""));
        page.locator(".kept").waitFor();
        page.locator("#amount").fill("35000");
        line.losing(false);
        page.locator(".state.on").waitFor();
        page.waitForTimeout(300); // a page that loaded itself again would have done so
        assertThat(page.locator("#amount").inputValue()).isEqualTo("35000");
        press();
        assertThat(page.locator(".notice[role=status]").innerText()).contains("35.000");
    }

    @Test
    void what_else_is_answered_says_nothing_of_cash_whose_answer_was_lost() {
        line.losing(true);
        cash("35000");
        page.navigate(at(""));
        line.losing(false);
        // as the answer to a suggestion does, which comes back to this page with a notice
        page.reload();
        page.evaluate("""
                const other = document.createElement("form");
                document.body.append(other);
                other.addEventListener("submit", (sent) => sent.preventDefault());
                other.requestSubmit();""");
        page.evaluate("""
                const notice = document.createElement("p");
                notice.className = "notice";
                notice.setAttribute("role", "status");
                document.body.prepend(notice);
                const again = document.createElement("script");
                again.src = document.querySelector("script[src*='/till-keys']").src;
                document.head.append(again);
                new Promise((done) => (again.onload = done));""");
        cash("35000");
        page.locator(".notice[role=status]").waitFor();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void each_month_of_the_book_is_kept_beside_the_year() {
        page.navigate(at("/book"));
        String year = page.locator("h2").first().innerText();
        page.locator("table a.open").click();
        String month = page.locator("h2").first().innerText();
        String address = page.url();
        assertThat(month).isNotEqualTo(year);
        assertThat(page.locator(".kept").isVisible()).isFalse();

        line.losing(true);
        page.navigate(at("/book"));
        assertThat(page.locator("h2").first().innerText()).isEqualTo(year);
        page.navigate(address + "&lang=vi");
        assertThat(page.locator("h2").first().innerText()).isEqualTo(month);
        assertThat(page.locator(".kept").innerText()).containsPattern("Không có mạng.* lúc .*[0-9]{1,2}:[0-9]{2}");
        page.navigate(at("/book?year=2025"));
        assertThat(page.locator("h1").innerText()).as("never read").isEqualTo("Mất kết nối");
    }

    @Test
    void a_page_that_was_kept_does_not_say_again_what_was_done_then() {
        cash("35000");
        assertThat(page.locator(".notice[role=status]").isVisible()).isTrue();
        line.losing(true);
        page.navigate(at(""));
        assertThat(page.locator(".kept").isVisible()).isTrue();
        assertThat(page.locator(".notice[role=status]").isVisible()).isFalse();
    }

    private void cash(String amount) {
        page.locator("#amount").fill(amount);
        press();
    }

    /** Returns when the next page is there: its notice is looked for, not that of the page before. */
    private void press() {
        page.evaluate("document.body.dataset.before = 'true'");
        page.locator("button[formaction$='/cash']").click();
        page.locator("body:not([data-before])").waitFor();
        page.waitForLoadState();
    }

    /** What the book has of cash. */
    private int entries() {
        page.navigate(at("/book"));
        page.locator("table a.open").click();
        return page.locator("form[action$='/taken-back']").count();
    }

    private String at(String end) {
        return "http://localhost:" + line.port() + "/market/stalls/"
                + till.stall().id() + end;
    }
}
