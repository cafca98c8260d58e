package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.DemonstrationTest;

/** A newcomer who is one person of the demonstration after another, on one phone. */
@DemonstrationTest
@NullMarked
class NewcomerJourney {

    private static final String BEFORE = "/market/stalls/00000000-0000-7000-8000-000000000001";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/demonstration/buyer?sent=true, 'form[action=\"/demonstration/sign-in\"] button'",
        "/demonstration/tour, button[value=DAY]"
    })
    void who_signs_in_next_finds_nothing_that_the_phone_kept_of_the_person_before(String next, String button) {
        try (var browser = new Browser();
                BrowserContext phone = browser.visitor(390, false)) {
            Page page = phone.newPage();
            page.navigate(at("/sign-in"));
            page.locator("button[value=tieuthuong]").click();
            page.locator("[data-stream]").waitFor();
            page.evaluate("navigator.serviceWorker.ready.then(() => 0)");
            page.navigate(at(next));
            page.evaluate(
                    "path => caches.open('till-pages').then(it => it.put(path, new Response('của người trước')))",
                    BEFORE);
            page.locator(button).first().click();
            page.waitForLoadState();
            assertThat(page.evaluate("path => caches.match(path).then(it => it === undefined)", BEFORE))
                    .isEqualTo(true);
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
