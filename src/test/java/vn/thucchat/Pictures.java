package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.FewColors;
import vn.thucchat.testing.PlatformProcess;
import vn.thucchat.testing.TestTime;

/** Takes the pictures of the README from a demonstration loaded into an empty folder: {@code scripts/pictures.sh}. */
@Tag("pictures")
class Pictures {

    private static final Path DOCS = Path.of("docs/pictures");

    private static final int MOST_BYTES = 400 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** @param who a username of the demonstration, or empty for a stranger; {@code from} what is at the top of it */
    private record Shot(String name, String who, int width, int height, String path, String from) {}

    @Test
    void of_the_running_product(@TempDir Path folder) throws Exception {
        int port = freePort();
        var platform = PlatformProcess.start(
                List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), ThucChat.class.getName()),
                port,
                Map.of("DATA_DIR", folder.toString(), "DEMO", "true"),
                ProcessBuilder.Redirect.DISCARD);
        try {
            awaitLoaded(PlatformProcess.database(folder));
            Files.createDirectories(DOCS);
            for (Shot shot : shots()) take("http://localhost:" + port, shot);
        } finally {
            platform.stop();
        }
        long bytes = 0;
        for (Shot shot : shots()) bytes += Files.size(DOCS.resolve(shot.name() + ".png"));
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static List<Shot> shots() {
        Period half = Period.containing(BusinessTime.day(TestTime.now()), Period.Grain.HALF);
        Period last = Period.containing(half.from().minusDays(1), Period.Grain.HALF);
        return List.of(
                new Shot("till", "tieuthuong", 390, 844, "/market/stalls", "body"),
                new Shot("brief", "lanhdao", 390, 844, "/brief", "body"),
                new Shot(
                        "explorer",
                        "",
                        1280,
                        860,
                        "/figures/adult-smartphone/19/" + last + "?view=map&level=commune",
                        "#explorer"),
                new Shot("desk", "thamdinh", 1280, 860, "/review", "h1"));
    }

    private static void take(String base, Shot shot) throws IOException {
        try (var browser = new Browser();
                BrowserContext visitor = browser.visitor(new NewContextOptions()
                        .setViewportSize(shot.width(), shot.height())
                        .setDeviceScaleFactor(shot.width() < 600 ? 1.5 : 1))) {
            Page page = visitor.newPage();
            if (!shot.who().isEmpty()) {
                page.navigate(base + "/sign-in");
                page.locator("button[name=as][value=" + shot.who() + "]").click();
            }
            page.navigate(base + shot.path());
            page.locator(shot.from()).first().evaluate("it => scrollTo(0, it.getBoundingClientRect().top - 16)");
            page.waitForTimeout(1_000);
            Files.write(DOCS.resolve(shot.name() + ".png"), FewColors.png(page.screenshot()));
        }
    }

    private static void awaitLoaded(JdbcClient database) throws InterruptedException {
        Instant until = TestTime.now().plus(PATIENCE);
        while (!database.sql("SELECT EXISTS (SELECT FROM demonstration.step WHERE name = 'complete-with-markets')")
                .query(Boolean.class)
                .single()) {
            assertThat(TestTime.now()).as("the demonstration is loaded").isBefore(until);
            Thread.sleep(1_000);
        }
        // what was loaded last is counted, and a few buyers have paid
        Thread.sleep(20_000);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
