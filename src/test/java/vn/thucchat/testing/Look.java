package vn.thucchat.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a page is looked at by a browser: a screen, a language, day or night. On every commit pages are looked
 * at on a phone and on a desk, in the other language and light; with {@code -Dlooks=all} in all eight combinations.
 */
public record Look(int width, String language, boolean dark) {

    private static final int PHONE = 320;
    private static final int DESK = 1280;

    private static final List<Look> ALL = List.of(
            new Look(PHONE, "vi", false),
            new Look(DESK, "en", true),
            new Look(PHONE, "en", true),
            new Look(DESK, "vi", false),
            new Look(PHONE, "vi", true),
            new Look(DESK, "en", false),
            new Look(PHONE, "en", false),
            new Look(DESK, "vi", true));

    /** Whether every page is looked at in every look. */
    public static boolean all() {
        return "all".equals(System.getProperty("looks"));
    }

    public static List<Look> now() {
        return all() ? ALL : ALL.subList(0, 2);
    }

    public boolean phone() {
        return width == PHONE;
    }

    /**
     * One line for each fault of the page that is open: what axe finds, and what leaves the screen. With
     * {@code PICTURES=folder} it is photographed too, for the eye.
     *
     * @param name of the page, in faults and in names of pictures
     */
    public static List<String> faults(Page page, String name) {
        var faults = new ArrayList<String>();
        String seen = name + " at " + page.viewportSize().width;
        for (String violation : Axe.of(page)) faults.add(seen + ": " + violation);
        for (String outside : Overflow.of(page)) faults.add(name + " leaves the screen, " + outside);
        @Nullable String pictures = System.getenv("PICTURES");
        if (pictures != null)
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, seen.replaceAll("[^a-zA-Z0-9]+", "-") + ".png")));
        return faults;
    }
}
