package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Look;

/**
 * Once round the circle in a real browser: a leader asks about a red figure, the ward answers and reports, a reviewer
 * accepts and publishes, and everybody reads the new revision. Then every page, looked at by axe.
 */
@DemonstrationTest
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CircleJourney {

    private static final String FIGURE = "/figures/household-fibre/05443/2026S2";

    /** What stands further to the right than the card that it is in has room. */
    private static final String OUTSIDE = """
            [...document.querySelectorAll('main .card *')].filter(e => {
              if (e.closest('svg, .vh, thead, .slide') || !e.checkVisibility()) return false;
              const card = e.closest('.card');
              const room = card.getBoundingClientRect().right - parseFloat(getComputedStyle(card).paddingRight);
              return card !== e && e.getBoundingClientRect().right > room + 1.5;
            }).slice(0, 2).map(e => e.outerHTML.slice(0, 120))""";

    /**
     * A line of a room's {@code src/test/looks/<room>.txt}.
     *
     * @param who a username, or empty for a stranger
     * @param all whether it is seen in every look: the pages that most people see
     */
    private record Seen(String who, boolean all, String path) {

        static Seen parse(String line) {
            String[] words = line.split(" ", 3);
            assertThat(words[1]).as(line).isIn("all", "one");
            return new Seen(words[0].equals("-") ? "" : words[0], words[1].equals("all"), words[2]);
        }

        static List<Seen> ofRooms() throws IOException {
            var seen = new ArrayList<Seen>();
            try (var files = Files.list(Path.of("src/test/looks"))) {
                for (Path file : files.sorted().toList())
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith("#"))
                            .map(Seen::parse)
                            .forEach(seen::add);
            }
            return seen;
        }
    }

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeAll
    void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void a_figure_is_asked_about_reported_accepted_published_and_read() {
        try (BrowserContext leader = signedIn("lanhdao", 390);
                BrowserContext officer = signedIn("baocao", 390);
                BrowserContext reviewer = signedIn("thamdinh", 1280);
                BrowserContext stranger = browser.visitor(390, false)) {
            // premise: the ward has not reported, and nobody can read what is not there
            APIResponse before = stranger.request().get(at("/api/v1" + FIGURE));
            assertThat(before.status()).isEqualTo(404);

            Page asks = leader.newPage();
            asks.navigate(at("/figures/household-fibre/05443/2026S1"));
            asks.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Yêu cầu giải trình"))
                    .first()
                    .click();
            asks.locator("textarea[name=question]").fill("Vì sao tỷ lệ hộ có cáp quang của phường còn thấp?");
            asks.locator("form[action='/explanations'] button.go").first().click();
            assertThat(asks.url()).contains("/explanations/");
            String question = asks.url();

            Page answers = officer.newPage();
            answers.navigate(question);
            answers.locator("textarea[name=answer]").fill("Hai tổ dân phố chưa có hạ tầng; nhà mạng hẹn tháng 9.");
            answers.locator("form[action$='/answer'] button").click();
            assertThat(answers.content()).contains("nhà mạng hẹn tháng 9");

            answers.navigate(at("/reporting"));
            answers.locator("form:has(input[name=unit][value='05443']):has(input[name=period][value='2026S2']) button")
                    .first()
                    .click();
            assertThat(answers.url()).contains("/submissions/");
            String submission = answers.url();
            answers.locator("[name='numerator.household-fibre']").fill("1.500");
            answers.locator("[name='denominator.household-fibre']").fill("2.000");
            answers.locator("[name='numerator.adult-smartphone']").fill("9.000");
            answers.locator("[name='denominator.adult-smartphone']").fill("8.000");
            answers.locator("button[name=act][value=submit]").click();
            // nine thousand of eight thousand cannot be: told at the field, and nothing typed is lost
            assertThat(answers.locator(".errors").count()).isPositive();
            assertThat(answers.locator("[name='numerator.household-fibre']").inputValue())
                    .isEqualTo("1.500");
            answers.locator("[name='denominator.adult-smartphone']").fill("12.000");
            answers.locator("[name='title']").fill("Báo cáo chuyển đổi số 6 tháng cuối năm 2026");
            answers.locator("[name='note']").fill("Văn bản còn chờ ký.");
            answers.locator("button[name=act][value=submit]").click();
            assertThat(answers.locator(".errors").count()).isZero();

            Page decides = reviewer.newPage();
            decides.navigate(submission);
            decides.locator("form[action$='/accept'] button").click();
            decides.navigate(at("/figures/publish?unit=05443&period=2026S2"));
            decides.locator("form[action='/figures/publish'] button").click();

            JsonNode figure = json(stranger.request().get(at("/api/v1" + FIGURE)));
            assertThat(figure.get("value").asDouble()).isEqualTo(75);
            assertThat(figure.get("numerator").asInt()).isEqualTo(1500);
            assertThat(figure.get("revision").asInt()).isEqualTo(1);
            assertThat(figure.get("synthetic").asBoolean())
                    .as("what a demonstration account reports is demonstration data")
                    .isTrue();
            JsonNode facts = json(stranger.request().get(at("/api/v1" + FIGURE + "/evidence")));
            assertThat(facts.get("items").size()).isEqualTo(2);

            asks.navigate(at("/figures/household-fibre/05443/2026S1"));
            assertThat(asks.content()).contains("nhà mạng hẹn tháng 9");
            Page reads = stranger.newPage();
            reads.navigate(at(FIGURE));
            assertThat(reads.content()).contains("75").doesNotContain("Vì sao tỷ lệ hộ có cáp quang");
        }
    }

    @Test
    void axe_finds_nothing_on_any_page_and_none_scrolls_sideways() throws IOException {
        var faults = new ArrayList<String>();
        var byPerson = Seen.ofRooms().stream()
                .collect(Collectors.groupingBy(Seen::who, LinkedHashMap::new, Collectors.toList()));
        assertThat(byPerson).as("premise").containsKeys("", "lanhdao", "tieuthuong");
        byPerson.forEach((who, pages) -> look(who, pages, faults));
        assertThat(faults).isEmpty();
    }

    /** Some pages in every look; the others take turns, as looking costs a second each. */
    private void look(String who, List<Seen> pages, List<String> faults) {
        List<Look> looks = Look.now();
        for (Look look : looks) {
            List<String> now = IntStream.range(0, pages.size())
                    .filter(i -> Look.all()
                            || pages.get(i).all()
                            || looks.get(i % looks.size()).equals(look))
                    .mapToObj(i -> pages.get(i).path())
                    .toList();
            if (now.isEmpty()) continue;
            try (BrowserContext visitor = browser.visitor(look.width(), look.dark())) {
                if (!who.isEmpty()) signIn(visitor, who);
                Page page = visitor.newPage();
                for (String path : now) look(page, who, path, look, faults);
            }
        }
    }

    private void look(Page page, String who, String path, Look look, List<String> faults) {
        String seen = who + " " + path + " " + look;
        String address = address(page, path);
        page.navigate(at(address + (address.contains("?") ? "&" : "?") + "lang=" + look.language()));
        faults.addAll(Look.faults(page, seen));
        Object outside = page.evaluate(OUTSIDE);
        if (!List.of().equals(outside)) faults.add(seen + " leaves its card: " + outside);
    }

    /** {@code /rounds > tbody a}: where the first such link on that page leads. */
    private String address(Page page, String path) {
        String[] steps = path.split(" > ", 2);
        if (steps.length == 1) return path;
        page.navigate(at(steps[0]));
        return page.locator(steps[1]).first().getAttribute("href");
    }

    private BrowserContext signedIn(String who, int width) {
        BrowserContext visitor = browser.visitor(width, false);
        signIn(visitor, who);
        return visitor;
    }

    private void signIn(BrowserContext visitor, String who) {
        Page page = visitor.newPage();
        page.navigate(at("/sign-in"));
        page.locator("[name=username]").fill(who);
        page.locator("[name=password]").fill("thucchat-demo");
        page.locator("form[action='/sign-in'] button").click();
        assertThat(page.url()).doesNotContain("/sign-in");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static JsonNode json(APIResponse response) {
        assertThat(response.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.text());
    }
}
