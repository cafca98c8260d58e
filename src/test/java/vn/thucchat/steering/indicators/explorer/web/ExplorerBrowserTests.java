package vn.thucchat.steering.indicators.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.DemonstrationTest;

/** With its script the explorer changes without loading the page anew; by thumb, by mouse and by keyboard alone. */
@DemonstrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullMarked
class ExplorerBrowserTests {

    private static final String FIGURE = "/figures/household-fibre/19/2022S1";

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void views_change_in_place_and_the_way_back_works() {
        try (BrowserContext visitor = browser.visitor(390, false)) {
            Page page = visitor.newPage();
            var errors = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) errors.add(message.text());
            });
            page.navigate(at(FIGURE));
            page.evaluate("window.same = true");
            page.locator(".tabs a").nth(1).click();
            page.locator("svg.trend").waitFor();
            assertThat(page.url()).contains("view=time");
            page.locator(".tabs a").nth(2).click();
            page.locator("svg.ranks").waitFor();
            page.goBack();
            page.locator("svg.trend").waitFor();
            assertThat(page.evaluate("window.same")).as("the same document").isEqualTo(true);
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void the_slider_moves_through_the_periods_and_the_whole_page_follows() {
        try (BrowserContext visitor = browser.visitor(1280, false)) {
            Page page = visitor.newPage();
            page.navigate(at(FIGURE));
            String before = page.locator("h1").innerText();
            Locator slider = page.locator(".slide input");
            slider.focus();
            page.keyboard().press("ArrowRight");
            page.waitForCondition(() -> !page.locator("h1").innerText().equals(before));
            assertThat(page.locator("h1").innerText()).contains("6 tháng cuối năm 2022");
            assertThat(page.url()).contains("/2022S2");
            assertThat(page.title()).contains("6 tháng cuối năm 2022");
            page.goBack();
            page.waitForCondition(() -> page.locator("h1").innerText().equals(before));
        }
    }

    @Test
    void a_cell_tells_its_name_and_value_and_arrows_walk_the_map() {
        try (BrowserContext visitor = browser.visitor(1280, false)) {
            Page page = visitor.newPage();
            page.navigate(at(FIGURE));
            assertThat(page.locator("svg.map a[tabindex='0']").count())
                    .as("one stop for the tab key")
                    .isEqualTo(1);
            page.locator("svg.map a[tabindex='0']").focus();
            String first = page.locator("#tip").innerText();
            assertThat(first).contains("%");
            var names = new ArrayList<String>();
            for (String key : List.of("ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft")) {
                page.keyboard().press(key);
                names.add(page.locator("#tip b").innerText());
            }
            assertThat(names).doesNotContain("").hasSizeGreaterThan(2);
            assertThat(names.stream().distinct().count()).isGreaterThan(2);
            page.keyboard().press("Enter");
            page.waitForURL("**/figures/household-fibre/0*/2022S1*");
            assertThat(page.locator("h1").innerText()).contains(names.getLast());
        }
    }

    @Test
    void other_units_are_added_to_the_figure_and_put_away_again() {
        try (BrowserContext visitor = browser.visitor(390, false)) {
            Page page = visitor.newPage();
            page.navigate(at(FIGURE + "?view=units"));
            page.locator(".plus").first().click();
            page.locator(".choices .chip").waitFor();
            page.locator(".tabs a").nth(1).click();
            page.locator("svg.trend path.other1").waitFor();
            page.locator(".choices .chip").click();
            page.waitForCondition(() -> page.locator("svg.trend path.other1").count() == 0);
            assertThat(page.url()).doesNotContain("compare");
        }
    }

    @Test
    void the_front_page_leads_into_the_figure_and_back() {
        try (BrowserContext visitor = browser.visitor(1280, false)) {
            Page page = visitor.newPage();
            page.navigate(at("/"));
            String before = page.locator("h1").innerText();
            page.locator(".tabs a").nth(2).click();
            page.waitForCondition(() -> !page.locator("h1").innerText().equals(before));
            assertThat(page.url()).contains("/figures/", "view=units");
            page.goBack();
            page.waitForCondition(() -> page.locator("h1").innerText().equals(before));
            assertThat(page.locator(".numbers").count()).isPositive();
        }
    }

    @Test
    void without_a_script_every_control_is_a_link_or_a_form() {
        try (BrowserContext visitor = browser.visitor(390, false)) {
            visitor.route("**/explorer*.js*", route -> route.abort());
            Page page = visitor.newPage();
            page.navigate(at(FIGURE));
            page.locator(".tabs a").nth(2).click();
            page.waitForURL("**view=units**");
            assertThat(page.locator("svg.ranks").count()).isEqualTo(1);
            page.locator("form.within:has(select) select")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("form.within:has(select) button").click();
            page.waitForURL("**within=**");
            assertThat(page.url()).contains("within=");
            assertThat(page.locator(".bars-of li").count()).isBetween(3, 40);
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
