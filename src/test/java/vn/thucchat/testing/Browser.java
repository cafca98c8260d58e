package vn.thucchat.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real browser: the machine's Chromium ({@code CHROMIUM}, or Debian's), driven by Playwright. The test process starts
 * one, which its test classes share; one with arguments of its own, or for another thread, is started for its test.
 */
public final class Browser implements AutoCloseable {

    private static final Started SHARED = new Started();

    private final Started started;
    private final List<BrowserContext> visitors = new ArrayList<>();

    /** Playwright and the Chromium it drives: of the thread that started them. */
    private static final class Started {
        private final Thread owner = Thread.currentThread();
        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final com.microsoft.playwright.Browser browser;

        Started(String... more) {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(java.nio.file.Path.of(
                                    Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium")))
                            .setArgs(Stream.concat(
                                            Stream.of(
                                                    "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
                                            Stream.of(more))
                                    .toList()));
        }
    }

    /** @param more arguments of the browser's command line */
    public Browser(String... more) {
        started = more.length == 0 && SHARED.owner == Thread.currentThread() ? SHARED : new Started(more);
    }

    /** A fresh visitor with a screen of this width, far away: what pages show is Vietnamese time nonetheless. */
    public BrowserContext visitor(int width, boolean dark) {
        return visitor(screen(width).setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    /** A fresh visitor whose browser runs no script. */
    public BrowserContext visitorWithoutScript(int width) {
        return visitor(screen(width).setJavaScriptEnabled(false));
    }

    private static NewContextOptions screen(int width) {
        return new NewContextOptions().setViewportSize(width, 900).setTimezoneId("America/Los_Angeles");
    }

    /** A fresh visitor with a screen of its own. */
    public BrowserContext visitor(NewContextOptions options) {
        BrowserContext visitor = started.browser.newContext(options);
        visitors.add(visitor);
        return visitor;
    }

    /** Lets the browser see a site that exists only in the test: from a path to its answer, or null for 404. */
    public static void serve(BrowserContext context, Function<String, @Nullable Answer> site) {
        context.route("**/*", route -> {
            var answer = site.apply(java.net.URI.create(route.request().url()).getPath());
            route.fulfill(
                    answer == null
                            ? new Route.FulfillOptions().setStatus(404)
                            : new Route.FulfillOptions()
                                    .setContentType(answer.type())
                                    .setHeaders(Map.of("Content-Security-Policy", answer.policy()))
                                    .setBodyBytes(answer.body()));
        });
    }

    /** @param policy the Content-Security-Policy that comes with it */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    public record Answer(String type, byte[] body, String policy) {}

    /** Its visitors leave; the shared one stays until the test process ends, which ends it. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
        if (started == SHARED) return;
        started.browser.close();
        started.playwright.close();
    }
}
