package vn.thucchat.foundation.money.cashdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Rendering;

/** The button that takes money for several charges, in a real browser: it says the sum of what is chosen. */
@NullMarked
class CollectScriptTests {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";

    private static String html() {
        Form<?> form = Form.blank(
                Rendering.texts(Rendering.VIETNAMESE), Map.of("key", "8a6f", "means", "CASH", "reference", ""));
        var lines = List.of(line("PA2222", 130_000), line("PA3333", 20_000));
        return Rendering.html(
                "foundation/money/cashdesk/total",
                new CashTotalPage(lines, form, "/market/owed"),
                Rendering.VIETNAMESE,
                "/money/cash/total");
    }

    private static CashTotalPage.Line line(String code, long amountVnd) {
        Instant day = Instant.parse("2026-11-20T05:00:00Z");
        return new CashTotalPage.Line(
                new Payable(
                        1,
                        code,
                        amountVnd,
                        0,
                        day,
                        day,
                        Payable.State.OPEN,
                        "x",
                        UUID.randomUUID(),
                        "Tiền quầy",
                        false),
                amountVnd);
    }

    private static Browser.Answer answer(String path) {
        String file = path.replaceFirst("-[0-9a-f]{32}(?=\\.)", "");
        if (!file.contains(".")) return new Browser.Answer("text/html;charset=UTF-8", bytes(html()), POLICY);
        try (var found = CollectScriptTests.class.getResourceAsStream("/static" + file)) {
            return new Browser.Answer(
                    file.endsWith(".js") ? "text/javascript" : file.endsWith(".css") ? "text/css" : "image/svg+xml",
                    found == null ? new byte[0] : found.readAllBytes(),
                    POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_sum_of_what_is_chosen_is_on_the_button_and_none_takes_nothing() {
        with(page -> {
            assertThat(page.innerText("button.go")).contains("150.000");
            page.uncheck("[value^=PA2222]");
            assertThat(page.innerText("button.go")).contains("20.000").doesNotContain("150.000");
            page.uncheck("[value^=PA3333]");
            assertThat(page.locator("button.go").isDisabled()).isTrue();
            page.check("[value^=PA2222]");
            assertThat(page.innerText("button.go")).contains("130.000");
            assertThat(page.locator("button.go").isEnabled()).isTrue();
        });
    }

    @Test
    void pressed_twice_it_sends_one_key_and_what_is_chosen_alone() {
        with(page -> {
            var sent = new ArrayList<String>();
            page.route("**/money/cash/total", route -> {
                if (!route.request().method().equals("POST")) {
                    route.fallback();
                    return;
                }
                sent.add(route.request().postData());
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<h1 id=taken>taken</h1>"));
            });
            page.uncheck("[value^=PA3333]");
            page.locator("button.go").dblclick();
            page.locator("#taken").waitFor();
            assertThat(sent)
                    .isNotEmpty()
                    .allSatisfy(body -> assertThat(body)
                            .contains("key=8a6f", "take=PA2222+130000")
                            .doesNotContain("PA3333"));
        });
    }

    @Test
    void who_comes_back_from_a_lost_network_finds_the_boxes_and_their_sum_as_they_were() {
        with(page -> {
            page.uncheck("[value^=PA2222]");
            page.route("**/lost", Route::abort);
            page.evaluate("setTimeout(() => { location.href = '/lost'; })");
            page.waitForURL("chrome-error://**");
            page.goBack();
            page.locator("button.go").waitFor();
            assertThat(page.isChecked("[value^=PA2222]")).as("the premise").isFalse();
            assertThat(page.innerText("button.go")).contains("20.000").doesNotContain("150.000");
        });
    }

    private static void with(java.util.function.Consumer<Page> errand) {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            Browser.serve(visitor, CollectScriptTests::answer);
            Page page = visitor.newPage();
            page.navigate("http://thucchat.test/money/cash/total");
            errand.accept(page);
        }
    }
}
