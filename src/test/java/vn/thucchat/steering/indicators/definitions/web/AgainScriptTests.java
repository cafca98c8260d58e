package vn.thucchat.steering.indicators.definitions.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
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

/** The form of an indicator in a real browser: the lists of a formula follow what is chosen, and nothing typed is lost. */
@ApplicationTest
@NullMarked
class AgainScriptTests {

    private final Browser browser = new Browser();
    private final VisitedSite site;
    private final Page page;

    AgainScriptTests(@Autowired MockMvc mvc) {
        var context = browser.visitor(1280, false);
        site = VisitedSite.serve(context, new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19")));
        page = context.newPage();
    }

    @BeforeEach
    void open() {
        page.navigate(VisitedSite.ADDRESS + "/indicators/new");
        page.fill("#nameVi", "Tỷ lệ thử");
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void lists_follow_what_is_chosen_and_what_is_typed_stays() {
        assertThat(page.locator("[data-quiet]").isVisible())
                .as("no button is needed")
                .isFalse();
        page.focus("#shape");
        page.selectOption("#shape", "SHARE");
        page.locator("[id='bottom.0.kind']").waitFor();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("shape");
        page.selectOption("[id='top.0.kind']", "market.charge-paid");
        page.locator("[id='top.0.facet.channel']").waitFor();
        page.click("button[value='top-add']");
        page.locator("[id='top.1.kind']").waitFor();
        assertThat(page.inputValue("#nameVi")).isEqualTo("Tỷ lệ thử");
        assertThat(page.inputValue("[id='top.0.kind']")).isEqualTo("market.charge-paid");
        assertThat(page.url()).endsWith("/indicators/new");
        assertThat(page.locator("#builder[aria-busy], [role=alert]:visible").count())
                .isZero();
        assertThat(page.locator("[data-quiet]").isVisible()).isFalse();
    }

    @Test
    void without_a_network_it_says_so_shows_the_plain_button_and_goes_on_when_it_is_back() {
        site.cut(true);
        page.selectOption("#shape", "SHARE");
        page.locator("[role=alert]").waitFor();
        assertThat(page.innerText("[role=alert]")).contains("mất mạng", "vẫn còn");
        assertThat(page.locator("[data-quiet]").isVisible()).isTrue();
        assertThat(page.locator("#builder[aria-busy]").count()).isZero();
        site.cut(false);
        page.click("[data-quiet]");
        page.locator("[id='bottom.0.kind']").waitFor();
        assertThat(page.locator("[role=alert]").isVisible()).isFalse();
        assertThat(page.locator("[data-quiet]").isVisible()).isFalse();
        assertThat(page.inputValue("#nameVi")).isEqualTo("Tỷ lệ thử");
    }

    @Test
    void an_answer_that_is_another_page_is_said_too() {
        page.route(
                "**/indicators",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>Đăng nhập</title>")));
        page.selectOption("#shape", "SHARE");
        page.locator("[role=alert]").waitFor();
        assertThat(page.innerText("[role=alert]")).contains("hết phiên đăng nhập");
    }

    @Test
    void of_two_that_are_chosen_quickly_the_last_one_counts_whichever_is_answered_first() {
        var held = new ArrayList<Route>();
        page.route("**/indicators", route -> {
            if (held.isEmpty()) held.add(route);
            else route.fallback();
        });
        page.selectOption("#shape", "SHARE");
        page.selectOption("#shape", "CODE");
        page.locator("textarea#formula").waitFor();
        held.getFirst()
                .fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<fieldset id=builder>SHARE</fieldset>"));
        page.waitForTimeout(300);
        assertThat(page.locator("textarea#formula").isVisible()).isTrue();
        assertThat(page.inputValue("#shape")).isEqualTo("CODE");
        assertThat(page.locator("#builder[aria-busy], [role=alert]:visible").count())
                .isZero();
    }

    @Test
    void who_comes_back_finds_the_lists_of_what_was_chosen() {
        page.selectOption("#shape", "SHARE");
        page.locator("[id='bottom.0.kind']").waitFor();
        page.navigate(VisitedSite.ADDRESS + "/indicators");
        page.goBack();
        page.locator("#shape").waitFor();
        page.waitForTimeout(500);
        assertThat(page.locator("[id='bottom.0.kind']").count())
                .as("chosen: " + page.inputValue("#shape"))
                .isEqualTo(page.inputValue("#shape").equals("SHARE") ? 1 : 0);
        assertThat(page.inputValue("#shape")).isEqualTo("SHARE");
    }
}
