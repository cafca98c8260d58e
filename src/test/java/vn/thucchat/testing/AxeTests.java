package vn.thucchat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxeTests {

    @Test
    void a_fault_in_the_markup_and_one_in_the_colours_are_found_and_nothing_else() {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            var page = visitor.newPage();
            String right = "<!doctype html><html lang=vi><title>A</title><main><h1>A</h1><p>%s</p></main>";
            page.setContent(right.formatted("nothing"));
            assertThat(Axe.of(page)).isEmpty();
            page.setContent(right.formatted("<img src='data:,'><b style='color:#999;background:#fff'>pale</b>"));
            assertThat(Axe.of(page))
                    .hasSize(2)
                    .anyMatch(fault -> fault.startsWith("image-alt <img"))
                    .anyMatch(fault -> fault.startsWith("color-contrast <b"));
        }
    }
}
