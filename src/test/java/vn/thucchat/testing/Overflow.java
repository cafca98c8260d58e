package vn.thucchat.testing;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what leaves the screen of a page to the right, in each of the families of fonts that phones and desks show pages
 * in: letters of Noto and DejaVu are wider than those of Liberation.
 */
public final class Overflow {

    static final List<String> FAMILIES = List.of("Noto", "DejaVu", "Liberation");

    private static final String SHOW = """
            family => {
              const root = document.documentElement.style;
              root.setProperty('--text', `"${family} Sans"`);
              root.setProperty('--num', `"${family} Serif"`);
            }""";

    private static final String AS_BEFORE =
            "() => { for (const token of ['--text', '--num']) document.documentElement.style.removeProperty(token); }";

    /** Rows of doors, tabs and periods may be moved with a finger, and what is only for screen readers is nowhere. */
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('body *')]
              .filter(e => !e.closest('svg,.vh,thead,.nav,.skip,.tabs,.slide') && e.checkVisibility()
                && e.getBoundingClientRect().right > innerWidth + 1)
              .map(e => e.outerHTML.slice(0, 120))
              .concat(document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : [])""";

    private Overflow() {}

    /** One line for each part and font, such as {@code Noto at 320: <b>76.556.000.000</b>}; the page is left as it was. */
    @SuppressWarnings("unchecked") // Playwright gives an array of strings as a list
    public static List<String> of(Page page) {
        try {
            return FAMILIES.stream()
                    .flatMap(family -> {
                        page.evaluate(SHOW, family);
                        return ((List<String>) page.evaluate(OUTSIDE))
                                .stream().map(part -> family + " at " + page.viewportSize().width + ": " + part);
                    })
                    .toList();
        } finally {
            page.evaluate(AS_BEFORE);
        }
    }

    /** The same text in each family, to see that each is installed: its width in sans and serif. */
    static List<Object> widths(Page page) {
        page.setContent("<span id=text style=white-space:nowrap>Thực Chất 0123456789</span>");
        return FAMILIES.stream()
                .flatMap(family -> Stream.of(family + " Sans", family + " Serif"))
                .map(font -> page.evaluate(
                        "font => { text.style.font = `40px \"${font}\",monospace`; return text.getBoundingClientRect().width; }",
                        font))
                .toList();
    }
}
