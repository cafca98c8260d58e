package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.thucchat.foundation.pages.ProblemPage;
import vn.thucchat.testing.Axe;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Look;
import vn.thucchat.testing.Rendering;

/** The pages of the steering floor, looked at by a real browser on a phone and a desk ({@link Look}). */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTests {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";
    private static final List<Locale> LANGUAGES = List.of(Rendering.VIETNAMESE, Locale.ENGLISH);
    /** What is too low for a thumb, but links within text. */
    private static final String LOW = """
            [...document.querySelectorAll('a,button,select,summary,input:not([type=hidden]):not([type=checkbox])')]
              .filter(e => e.checkVisibility()
                && !e.closest('p:not(.chips),blockquote,dd,.notice,small,.skip') && !e.matches('.skip')
                && e.getBoundingClientRect().height < 43.5)
              .map(e => e.outerHTML.slice(0, 120))""";

    private static final int FIRST_VISIT = 100 * 1024;

    private record Sample(String template, Object page, String path, List<String> roles) {
        Sample(String template, Object page, String path) {
            this(template, page, path, List.of());
        }
    }

    private static final Map<String, Sample> SAMPLES = samples();

    private final Map<String, byte[]> site = new LinkedHashMap<>();
    private final byte[] css = file("/static/look.css");
    private final byte[] mark = file("/static/mark.svg");
    private final byte[] search = file("/static/search.js");
    private final byte[] explorerLook = file("/static/explorer.css");
    private final byte[] printLook = file("/static/print.css");
    private final byte[] scoreLook = file("/static/score.css");
    private final byte[] deskLook = file("/static/desk.css");
    private final byte[] explorer = file("/static/explorer.js");
    private final byte[] unseen = file("/static/unseen.js");

    private Browser browser;

    private static Map<String, Sample> samples() {
        var samples = new LinkedHashMap<String, Sample>();
        String at = "steering/indicators/figures/";
        samples.put("stated", new Sample(at + "figure", Samples.stated(), "/figures/e/VN/2022S1"));
        samples.put("rich", new Sample(at + "figure", Samples.rich(), "/figures/v/19/2022S1", List.of("LEADER")));
        samples.put("extreme", new Sample(at + "figure", Samples.extreme(), "/figures/x/19/2022S1"));
        samples.put("missing", new Sample(at + "figure", Samples.missing(), "/figures/m/19/2022S1"));
        samples.put(
                "scorecard",
                new Sample(
                        at + "scorecard",
                        Samples.scorecard(),
                        "/scorecard",
                        List.of("STEERING_OFFICE", "REPORTER", "AUDITOR")));
        samples.put("scorecard-empty", new Sample(at + "scorecard", Samples.emptyScorecard(), "/scorecard"));
        samples.put("evidence", new Sample(at + "evidence", Samples.evidence(), "/figures/v/19/2022S1/evidence"));
        samples.put(
                "evidence-empty", new Sample(at + "evidence", Samples.noEvidence(), "/figures/v/19/2022S1/evidence"));
        samples.put(
                "indicators",
                new Sample("steering/indicators/definitions/indicators", Samples.indicators(), "/indicators"));
        samples.put(
                "indicator",
                new Sample(
                        "steering/indicators/definitions/indicator",
                        Samples.indicator(),
                        "/indicators/villages-covered"));
        samples.put(
                "error",
                new Sample(
                        "error",
                        new ProblemPage(
                                404, "Không tìm thấy", Samples.HOSTILE, "Hãy bắt đầu lại.", "a1b2c3d4", "/rounds"),
                        "/nowhere"));
        return samples;
    }

    @BeforeAll
    void open() {
        browser = new Browser();
        for (var locale : LANGUAGES)
            SAMPLES.forEach((name, sample) -> site.put(
                    "/" + locale.getLanguage() + "/" + name,
                    Rendering.html(
                                    sample.template(),
                                    sample.page(),
                                    locale,
                                    sample.path(),
                                    sample.roles().toArray(String[]::new))
                            .getBytes(StandardCharsets.UTF_8)));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void axe_finds_nothing_nothing_scrolls_sideways_and_every_door_can_be_hit_with_a_thumb() {
        var faults = new ArrayList<String>();
        for (Look look : Look.now())
            visit(look, (name, page) -> {
                String seen = "steering" + name + " " + look;
                // at a desk the longest invented numbers may be scrolled to
                if (!look.phone()) {
                    for (String violation : Axe.of(page)) faults.add(seen + ": " + violation);
                    return;
                }
                faults.addAll(Look.faults(page, seen));
                for (Object door : (List<?>) page.evaluate(LOW)) faults.add(name + " has a low door: " + door);
            });
        assertThat(faults).isEmpty();
    }

    @Test
    void paper_begins_on_its_first_page_and_keeps_tables_as_tables() throws Exception {
        try (var visitor = browser.visitor(1280, false)) {
            Browser.serve(visitor, this::answer);
            var page = visitor.newPage();
            for (String name : List.of("scorecard", "rich")) {
                page.navigate("http://thucchat.test/vi/" + name);
                byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
                try (var document = org.apache.pdfbox.Loader.loadPDF(paper)) {
                    var text = new org.apache.pdfbox.text.PDFTextStripper();
                    text.setEndPage(1);
                    assertThat(text.getText(document)).as(name).hasSizeGreaterThan(500);
                    assertThat(document.getNumberOfPages()).as(name).isLessThanOrEqualTo(2);
                }
            }
            page.navigate("http://thucchat.test/vi/scorecard");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            page.setViewportSize(688, 900);
            assertThat(page.evaluate("getComputedStyle(document.querySelector('table.fold tr td')).display"))
                    .isEqualTo("table-cell");
        }
    }

    @Test
    void hostile_text_stays_text() {
        site.forEach((path, html) -> {
            String text = new String(html, StandardCharsets.UTF_8);
            assertThat(org.jsoup.Jsoup.parse(text).select("script:not([src]),[style],[onerror],img"))
                    .as(path)
                    .isEmpty();
            assertThat(text).as(path).doesNotContain("javascript:");
        });
        assertThat(new String(site.get("/vi/extreme"), StandardCharsets.UTF_8)).contains("&lt;script>");
    }

    @Test
    void a_first_visit_weighs_little_and_the_look_is_small() {
        // one sheet for every page, the tables of desks included
        assertThat(css.length).isLessThanOrEqualTo(30 * 1024);
        site.forEach((path, html) -> assertThat(html.length + css.length + mark.length + search.length)
                .as(path)
                .isLessThanOrEqualTo(FIRST_VISIT));
    }

    @Test
    void every_page_says_in_a_sentence_what_it_is() {
        assertThat(site.keySet())
                .extracting(path -> org.jsoup.Jsoup.parse(new String(site.get(path), StandardCharsets.UTF_8))
                        .select("meta[name=description]")
                        .attr("content"))
                .allMatch(said -> said.contains("Thực Chất: ") && !said.startsWith("."));
    }

    @Test
    void the_big_number_is_written_as_the_reader_writes_numbers() {
        assertThat(text("/vi/stated")).contains("11,27").contains("Vượt 4,27").contains("161%");
        assertThat(text("/en/stated"))
                .contains("11.27")
                .contains("4.27 points ahead")
                .contains("161%");
    }

    private String text(String path) {
        return org.jsoup.Jsoup.parse(new String(site.get(path), StandardCharsets.UTF_8))
                .text();
    }

    private interface Visit {
        void at(String name, Page page);
    }

    /** The pages in the look's language; whatever the browser complains of on the way is a fault. */
    private void visit(Look look, Visit visit) {
        try (var visitor = browser.visitor(look.width(), look.dark())) {
            Browser.serve(visitor, this::answer);
            var page = visitor.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            for (String path : site.keySet()) {
                if (!path.startsWith("/" + look.language() + "/")) continue;
                page.navigate("http://thucchat.test" + path);
                assertThat(complaints).as(path).isEmpty();
                visit.at(path, page);
            }
        }
    }

    private Browser.@Nullable Answer answer(String path) {
        if (path.equals("/look.css")) return new Browser.Answer("text/css", css, POLICY);
        if (path.equals("/mark.svg")) return new Browser.Answer("image/svg+xml", mark, POLICY);
        if (path.equals("/explorer.css")) return new Browser.Answer("text/css", explorerLook, POLICY);
        if (path.equals("/score.css")) return new Browser.Answer("text/css", scoreLook, POLICY);
        if (path.equals("/print.css")) return new Browser.Answer("text/css", printLook, POLICY);
        if (path.equals("/desk.css")) return new Browser.Answer("text/css", deskLook, POLICY);
        if (path.equals("/explorer.js")) return new Browser.Answer("text/javascript", explorer, POLICY);
        if (path.equals("/unseen.js")) return new Browser.Answer("text/javascript", unseen, POLICY);
        if (path.equals("/search.js")) return new Browser.Answer("text/javascript", search, POLICY);
        byte[] html = site.get(path);
        return html == null ? null : new Browser.Answer("text/html;charset=UTF-8", html, POLICY);
    }

    private static byte[] file(String path) {
        try (var file = LookTests.class.getResourceAsStream(path)) {
            if (file == null) throw new IllegalStateException(path);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
