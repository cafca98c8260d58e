package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.DemonstrationTest;

/**
 * Counts the taps that people's main errands take on a phone, and measures how far its pages scroll. A word that is typed
 * counts as the tap into its field.
 */
@DemonstrationTest
class TapsJourney {

    @LocalServerPort
    int port;

    private Browser browser;
    private BrowserContext phone;
    private Page page;
    private int taps;

    @BeforeEach
    void open() {
        browser = new Browser();
        phone = browser.visitor(390, false);
        page = phone.newPage();
    }

    @AfterEach
    void close() {
        phone.close();
        browser.close();
    }

    @Test
    void a_leader_asks_the_commune_that_is_furthest_behind_in_four_taps() {
        be("lanhdao");
        at("/");
        Locator places = page.locator(".said .place");
        assertThat(places.count()).as("premise: somebody is behind").isPositive();
        String furthest = places.first().locator("a").first().innerText();
        tap(places.first().locator(".do"));
        assertThat(page.locator("main").innerText()).contains(furthest);
        assertThat(page.locator("[name=question]").inputValue())
                .as("a question to begin with")
                .isNotEmpty();
        tap(page.locator("form[action='/explanations'] .go"));
        assertThat(page.url()).matches(".*/explanations/[0-9a-f-]{36}");
        within(4);
    }

    @Test
    void a_trader_shows_the_code_of_35_000_in_five_taps() {
        be("tieuthuong");
        // the icon on the phone's home screen
        at("/market/stalls");
        taps = 1;
        for (String key : new String[] {"3", "5", "000"}) tap(page.locator(".pad [data-key='" + key + "']"));
        tap(page.locator("form[action$='/sales'] .go"));
        page.locator("[role=img][aria-label*='35.000']").first().waitFor();
        within(5);
    }

    @Test
    void a_citizen_finds_the_figure_of_their_commune_in_three_taps() {
        at("/");
        tap(page.locator(".bar .seek button"));
        tap(page.locator("main .seek input"));
        page.keyboard().insertText("tan cuong");
        tap(page.locator("[role=option]", new Page.LocatorOptions().setHasText("Tân Cương"))
                .first());
        page.waitForURL("**/units/**");
        assertThat(page.locator("main").innerText()).contains("Tân Cương");
        assertThat(page.locator("main .val").count())
                .as("its figures are on its page")
                .isPositive();
        within(3);
    }

    @ParameterizedTest
    @CsvSource({
        "thamdinh, /review, 3000",
        "kiemtoan, /audit, 3000",
        "'', /open-data, 3000",
        "'', /, 4000",
    })
    void a_page_of_work_is_no_taller_than_a_few_screens(String who, String path, int mostPx) {
        if (!who.isEmpty()) be(who);
        at(path);
        assertThat(page.evaluate("() => document.documentElement.scrollHeight"))
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isLessThanOrEqualTo(mostPx);
    }

    @Test
    void a_reviewer_sees_each_number_that_a_button_accepts_and_the_box_beside_its_unit() {
        be("thamdinh");
        at("/review");
        Locator row = page.locator("tbody tr").first();
        List<Locator> numbers = row.locator("td.cell").all();
        assertThat(numbers).as("premise: the unit stated something").isNotEmpty();
        assertThat(numbers).allMatch(Locator::isVisible);
        BoundingBox box = row.locator(".pick input").boundingBox();
        BoundingBox unit = row.locator("th a").boundingBox();
        assertThat(box.x + box.width).as("the box stands before the unit").isLessThanOrEqualTo(unit.x);
        assertThat(box.y + box.height / 2).as("and on its line").isBetween(unit.y, unit.y + unit.height);
    }

    private void tap(Locator at) {
        at.click();
        taps++;
    }

    private void within(int most) {
        System.out.println("taps: " + taps + " of " + most);
        assertThat(taps).isLessThanOrEqualTo(most);
    }

    private void be(String who) {
        at("/sign-in");
        page.locator("button[name=as][value=" + who + "]").click();
        page.waitForLoadState();
    }

    private void at(String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
