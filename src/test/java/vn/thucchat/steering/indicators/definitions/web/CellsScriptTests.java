package vn.thucchat.steering.indicators.definitions.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.VisitedSite;
import vn.thucchat.testing.Visitor;

/** The grid of targets in a real browser: keys go from cell to cell, and what was changed is marked and counted. */
@ApplicationTest
@NullMarked
class CellsScriptTests {

    private static final String GRID = "/targets/grid?unit=164&indicator=household-fibre&level=commune&period=2011S1";

    private final Browser browser = new Browser();
    private final VisitedSite site;
    private final Page page;

    CellsScriptTests(@Autowired MockMvc mvc) {
        var context = browser.visitor(1280, false);
        site = VisitedSite.serve(context, new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19")));
        page = context.newPage();
    }

    @BeforeEach
    void open() {
        page.navigate(VisitedSite.ADDRESS + GRID);
        assertThat(page.locator("td.cell input[type=text]").count()).isGreaterThan(3);
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void enter_and_arrows_go_from_cell_to_cell_and_send_nothing() {
        focus(0);
        page.keyboard().type("61,5");
        page.keyboard().press("Enter");
        assertThat(at()).isEqualTo(1);
        page.keyboard().type("62");
        page.keyboard().press("ArrowDown");
        assertThat(at()).isEqualTo(2);
        page.keyboard().press("ArrowUp");
        assertThat(at()).isEqualTo(1);
        assertThat(page.evaluate("getSelection().toString()"))
                .as("typing replaces it")
                .isEqualTo("62");
        page.keyboard().press("Shift+Enter");
        assertThat(at()).isZero();
        page.keyboard().press("ArrowUp");
        assertThat(at()).as("there is none above the first").isZero();
        int last = page.locator("td.cell input[type=text]").count() - 1;
        focus(last);
        for (int i = 0; i < 2; i++) page.keyboard().press("Enter");
        assertThat(at()).as("nor below the last").isEqualTo(last);
        assertThat(site.posted()).isEmpty();
        assertThat(page.url()).endsWith(GRID);
    }

    @Test
    void what_was_changed_is_marked_and_counted_until_it_is_as_it_was() {
        assertThat(page.locator("main [role=status]:not(:empty)").count()).isZero();
        focus(0);
        page.keyboard().type("61,5");
        focus(2);
        page.keyboard().type("63");
        assertThat(page.locator(".changed").count()).isEqualTo(2);
        assertThat(page.locator("table.cells ~ [role=status]").textContent()).isEqualTo("2 ô đã đổi, chưa lưu");
        page.locator("td.cell input[type=text]").nth(2).fill("");
        assertThat(page.locator("table.cells ~ [role=status]").textContent()).startsWith("1 ô");
        page.locator("td.cell input[type=text]").nth(0).fill(" ");
        assertThat(page.locator(".changed").count()).isZero();
        assertThat(page.locator("table.cells ~ [role=status]").textContent()).isEmpty();
    }

    @Test
    void who_comes_back_finds_the_marks_of_what_stands_in_the_cells() {
        focus(1);
        page.keyboard().type("62");
        page.navigate(VisitedSite.ADDRESS + "/targets");
        page.goBack();
        page.locator("td.cell input[type=text]").first().waitFor();
        int typed = page.locator("td.cell input[type=text]").nth(1).inputValue().isEmpty() ? 0 : 1;
        assertThat(page.locator(".changed").count()).isEqualTo(typed);
    }

    private void focus(int cell) {
        page.locator("td.cell input[type=text]").nth(cell).focus();
    }

    /** Which cell the keys are in. */
    private int at() {
        return (int) page.evaluate(
                "[...document.querySelectorAll('td.cell input[type=text]')].indexOf(document.activeElement)");
    }
}
