package vn.thucchat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverflowTests {

    @Test
    void what_is_too_wide_in_one_font_only_is_found_and_the_fonts_are_there() {
        try (var browser = new Browser();
                var visitor = browser.visitor(320, false)) {
            var page = visitor.newPage();
            assertThat(Overflow.widths(page))
                    .as("fonts-noto-core, fonts-dejavu-core and fonts-liberation are installed: six fonts, six widths")
                    .doesNotHaveDuplicates();
            page.setContent("""
                    <!doctype html><body style="margin:0"><main style="width:300px">
                    <p>nothing</p><b style="white-space:nowrap;font:28px var(--text)">Thực Chất 0123456789</b>""");
            assertThat(Overflow.of(page)).allMatch(fault -> fault.startsWith("DejaVu at 320: "));
            assertThat(Overflow.of(page))
                    .anyMatch(fault -> fault.contains("<b"))
                    .anyMatch(fault -> fault.contains("page"));
            page.setContent("<!doctype html><p>nothing");
            assertThat(Overflow.of(page)).isEmpty();
        }
    }
}
