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

/** A large number on the reviewer's desk is read on a phone in one line, beside what it is and how it changed. */
@NullMarked
class ReviewNumbersLookTests {

    private static final String ROW = """
            <!doctype html><html lang="vi"><head><meta name="viewport" content="width=device-width"></head>
            <body><main><div class="desk"><section class="card"><table class="fold"><tbody><tr>
            <td class="pick"><input type="checkbox"></td><th scope="row" class="wide"><a class="open" href="/">Xã La Bằng</a></th>
            <td class="n cell" data-label="Số hộ gia đình có internet cáp quang băng rộng"><b>12.345.678 hộ</b> <small class="quiet">+1.234.567 hộ</small></td>
            <td class="n cell" data-label="Tổ công nghệ số"><b>12</b><small class="quiet">+1</small></td>
            <td class="n waits">2 ngày</td></tr></tbody></table></section></div></main></body></html>
            """;

    @Test
    void a_number_of_millions_is_not_broken() throws IOException {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            Page page = visitor.newPage();
            page.setContent(ROW);
            for (String sheet : new String[] {"/static/look.css", "/static/desk.css"})
                page.addStyleTag(new Page.AddStyleTagOptions().setContent(text(sheet)));
            assertThat(page.evaluate("""
                            () => [...document.querySelectorAll('td.cell b')].map(number => {
                              const range = document.createRange();
                              range.selectNodeContents(number);
                              return range.getClientRects().length;
                            }).join()""")).isEqualTo("1,1");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .isEqualTo(true);
            assertThat(page.evaluate("""
                            () => [...document.querySelectorAll('td.cell')].every(cell => {
                              const [number, change] = [...cell.children].map(part => part.getBoundingClientRect());
                              return number.right <= change.left && change.right <= cell.getBoundingClientRect().right + 1
                                && number.left - cell.getBoundingClientRect().left >= 60;
                            })"""))
                    .as("the name has room, and nothing covers anything")
                    .isEqualTo(true);
        }
    }

    private static String text(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(ReviewNumbersLookTests.class.getResourceAsStream(path))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
