package vn.thucchat.steering.indicators.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Browser;

/** Forty files before lunch, without a mouse. */
@ApplicationTest
class ReviewKeysTests {

    private static final String PASSWORD = "bốn mươi bản một buổi";

    @Autowired
    Submissions submissions;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    InstantSource clock;

    @LocalServerPort
    int port;

    private int keys;

    @Test
    void forty_submissions_take_fewer_than_ninety_keystrokes() {
        var waiting = new WaitingSubmissions(submissions);
        var handed = units.below(new UnitCode("19"), UnitKind.Level.COMMUNE, LocalDate.of(2013, 6, 30)).stream()
                .limit(41)
                .map(unit -> waiting.handIn(unit.code().value(), "2013S1", 40, "Bản ký số gửi sau."))
                .toList();
        accounts.ensure(
                "thamdinh-phim", "Phạm Thẩm Định", PASSWORD, false, new Actor.Grant(SteeringRoles.REVIEWER, "19"));
        try (var browser = new Browser();
                BrowserContext desk = browser.visitor(1280, false)) {
            Page page = desk.newPage();
            page.navigate(at("/sign-in"));
            page.locator("[name=username]").fill("thamdinh-phim");
            page.locator("[name=password]").fill(PASSWORD);
            page.locator("form[action='/sign-in'] button").click();
            page.waitForURL("**/id/codes");
            CodeDevice.setUp(page, clock);
            page.navigate(at("/review?group=2013S1.commune"));

            press(page, "j");
            press(page, "j");
            press(page, "k");
            assertThat(focused(page))
                    .isEqualTo("/submissions/" + handed.getFirst().id());
            for (int row = 1; row < 10; row++) page.keyboard().press("j");
            assertThat(focused(page)).isEqualTo("/submissions/" + handed.get(9).id());
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/review?*cursor=*");
            page.keyboard().press("j");
            assertThat(focused(page))
                    .as("the next part")
                    .isEqualTo("/submissions/" + handed.get(10).id());
            page.navigate(at("/review?group=2013S1.commune"));
            page.keyboard().press("j");
            for (int left = 41; left > 1; left--) {
                String row = focused(page);
                press(page, "a");
                // the next row is chosen
                page.waitForFunction(
                        "row => document.activeElement?.matches('a.open') && document.activeElement.getAttribute('href') !== row",
                        row);
            }
            System.out.println("keystrokes for 40 submissions: " + keys);
            assertThat(keys).isLessThanOrEqualTo(90);
            assertThat(handed.stream().filter(it -> waiting.now(it).state() == Submission.State.ACCEPTED))
                    .hasSize(40);

            // the last one is returned: the reason has the focus
            press(page, "r");
            page.waitForFunction("document.activeElement.id === 'reason'");
            page.keyboard().insertText("Thiếu số của hai tổ.");
            press(page, "Tab");
            press(page, "Enter");
            page.waitForURL("**/review?*");
            assertThat(waiting.now(handed.getLast()).state()).isEqualTo(Submission.State.RETURNED);
        }
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.getAttribute('href')"));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
