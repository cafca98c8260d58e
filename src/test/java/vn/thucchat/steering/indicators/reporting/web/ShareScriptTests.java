package vn.thucchat.steering.indicators.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.Browser;

/** What two numbers come to is told while they are typed. */
@NullMarked
class ShareScriptTests {

    private static final String FORM = """
            <html lang="vi"><body>
            <div data-share="%" data-before="60.5" data-than="(# điểm so với kỳ trước)"><input id="a"><input id="b"></div>
            <p class="share" hidden></p></body></html>
            """;

    @Test
    void a_share_and_its_change_are_told_while_typing() throws IOException {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            Page page = visitor.newPage();
            page.setContent(FORM);
            try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/static/share.js"))) {
                page.addScriptTag(new Page.AddScriptTagOptions()
                        .setContent(new String(script.readAllBytes(), StandardCharsets.UTF_8)));
            }
            page.fill("#a", "1.300");
            assertThat(page.locator(".share").isVisible()).as("one of two").isFalse();
            page.fill("#b", "2000");
            assertThat(page.locator(".share").textContent()).isEqualTo("= 65% (+4,5 điểm so với kỳ trước)");
            page.fill("#b", "2 600");
            assertThat(page.locator(".share").textContent()).isEqualTo("= 50% (−10,5 điểm so với kỳ trước)");
            for (String odd : new String[] {"1.5", "100", "", "0", "hai"}) {
                page.fill("#b", odd);
                assertThat(page.locator(".share").isVisible()).as(odd).isFalse();
            }
        }
    }
}
