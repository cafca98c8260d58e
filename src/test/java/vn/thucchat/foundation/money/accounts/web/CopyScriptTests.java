package vn.thucchat.foundation.money.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.Browser;

/** The button beside an address copies it and says so, and leaves it selected where the browser refuses. */
@NullMarked
class CopyScriptTests {

    private static final String ADDRESS = """
            <html lang="vi"><body><code id="address">https://thucchat.test/a</code>
            <button hidden data-copy="address" data-done="Đã sao chép" data-refused="Chép bằng tay">Sao chép</button>
            </body></html>
            """;

    @Test
    void what_is_copied_is_said_to_who_listens() throws IOException {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            Page page = page(visitor.newPage(), "text => { window.copied = text; return Promise.resolve(); }");
            page.click("button");
            page.waitForSelector("[role=status]:has-text('Đã sao chép')");
            assertThat(page.evaluate("window.copied")).isEqualTo("https://thucchat.test/a");
            assertThat(page.locator("button").textContent()).isEqualTo("Sao chép");
        }
    }

    @Test
    void what_may_not_be_copied_is_selected() throws IOException {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            Page page = page(visitor.newPage(), "() => Promise.reject(new Error('refused'))");
            var faults = new ArrayList<String>();
            page.onPageError(faults::add);
            page.click("button");
            page.waitForSelector("[role=status]:has-text('Chép bằng tay')");
            assertThat(page.evaluate("getSelection().toString()")).isEqualTo("https://thucchat.test/a");
            assertThat(faults).isEmpty();
        }
    }

    private Page page(Page page, String writing) throws IOException {
        page.setContent(ADDRESS);
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: { writeText: " + writing + " } })");
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/static/copy.js"))) {
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(new String(script.readAllBytes(), StandardCharsets.UTF_8)));
        }
        return page;
    }
}
