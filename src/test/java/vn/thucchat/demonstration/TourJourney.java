package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Look;

/** The guided tour on a phone: five steps, from the front page to the act of the payment just made. */
@DemonstrationTest
class TourJourney {

    private static final int STEPS = 5;

    @Autowired
    RollUps rollUps;

    @Autowired
    BankDoor door;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstantSource clock;

    /** What fewer than four stalls were paid is not told of: others take money too. */
    @BeforeEach
    void others_are_paid_too() throws Exception {
        List<String> accounts = jdbc.sql(
                        "SELECT account FROM payments.account WHERE connection = :bank ORDER BY account LIMIT 6")
                .param("bank", DemoMarket.Teller.SEPAY.id)
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(accounts).hasSize(6);
        Instant now = clock.instant();
        long number = now.toEpochMilli() << 11;
        door.send(
                accounts,
                account -> BankMessage.of(
                        DemoMarket.Teller.SEPAY,
                        account,
                        12_000,
                        "KHACH MUA HANG",
                        now,
                        number + accounts.indexOf(account),
                        now));
    }

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"true, vi, Bước", "false, en, Step"})
    void from_a_payment_to_the_province_and_back_to_the_payment(boolean script, String language, String step) {
        var faults = new ArrayList<String>();
        try (var browser = new Browser();
                BrowserContext phone = script ? browser.visitor(390, false) : browser.visitorWithoutScript(390)) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + "/?lang=" + language);
            assertThat(page.locator(".tour").count()).as("no tour runs").isZero();
            page.locator("main a[href='/demonstration/tour']").click();
            if (script) faults.addAll(Look.faults(page, "tour"));
            page.locator("li[aria-current=step] button").click();
            assertThat(page.locator(".tour").innerText()).contains(step + " 1");
            assertThat(page.locator(".tour .go").count())
                    .as("the page has the button itself")
                    .isZero();
            page.locator("button[value=EXACT]").click();
            for (int next = 2; next <= STEPS; next++) {
                assertThat(page.locator(".tour").innerText()).contains(step + " " + next);
                if (script) faults.addAll(Look.faults(page, "tour step " + next));
                page.locator(".tour .go").click();
            }
            assertThat(page.url()).contains("/figures/market-4.0-value/19/", "/evidence");
            counted(page);
            page.locator("tbody td a.open").first().click();
            assertThat(page.locator("main").innerText()).contains(language.equals("vi") ? "35.000" : "35,000");
            assertThat(page.locator(".tour b").innerText()).startsWith("✓");
            page.locator(".tour button[value=END]").click();
            assertThat(page.locator(".tour").count()).isZero();
            assertThat(page.locator("li.done").count()).isZero();
        }
        assertThat(faults).isEmpty();
    }

    /** Until the payment is recorded as a fact, which follows it, and is part of the figure. */
    private void counted(Page page) {
        Locator first = page.locator("tbody td a.open");
        for (int tries = 0; tries < 40 && first.count() == 0; tries++) {
            rollUps.catchUp();
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(first.count()).as(() -> page.locator("body").innerText()).isPositive();
    }
}
