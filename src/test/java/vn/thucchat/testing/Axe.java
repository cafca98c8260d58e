package vn.thucchat.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Finds what keeps people with disabilities from using a page, with all rules of axe-core. */
public final class Axe {

    private static final String SOURCE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /** Without the list of what is right, which is long, takes most of the time and is read by nobody. */
    private static final String RUN = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(rule =>
              `${rule.id} ${rule.nodes[0].html} ${rule.nodes[0].failureSummary}`))""";

    private Axe() {}

    /** One line for each rule that is broken, such as {@code image-alt <img src="a.png"> Fix any of the following…}. */
    @SuppressWarnings("unchecked") // Playwright gives an array of strings as a list
    public static List<String> of(Page page) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate(RUN);
    }
}
