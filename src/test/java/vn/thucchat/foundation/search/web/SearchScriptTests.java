package vn.thucchat.foundation.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.testing.Axe;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Look;
import vn.thucchat.testing.Rendering;

/** The box and the words that explain themselves, in a real browser, by keys. */
@NullMarked
class SearchScriptTests {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";

    private static final String FOUND = """
            {"query":"dinh hoa","groups":[{"kind":"units","name":"Đơn vị","more":true,"items":[
            {"title":"Xã Định Hóa","detail":"Tỉnh Thái Nguyên","url":"/units/05569","match":"EXACT","ended":false},
            {"title":"<b>Huyện</b>","detail":"","url":"/units/167","match":"EXACT","ended":true}]}]}
            """;

    private static final SearchPage PAGE = new SearchPage(
            "dinh hoa",
            "",
            null,
            List.of("units", "glossary"),
            List.of(new SearchPage.Group(
                    "units",
                    List.of(new SearchHit(Match.EXACT, false, "Xã Định Hóa", "Tỉnh Thái Nguyên", "/units/05569")),
                    "/search?q=dinh+hoa&in=units")),
            null,
            null);

    private static final GlossaryPage WORDS =
            new GlossaryPage(List.of(new Glossary.Term("points", "Điểm", "Chênh lệch giữa hai tỷ lệ phần trăm.")));

    private static Browser.@Nullable Answer answer(String path) {
        return switch (path) {
            case "/look.css" -> file("text/css", path);
            case "/mark.svg" -> file("image/svg+xml", path);
            case "/search.js" -> file("text/javascript", path);
            case "/api/v1/search" -> text("application/json", FOUND);
            case "/search" -> text("text/html;charset=UTF-8", html("search", PAGE, path));
            case "/glossary" -> text("text/html;charset=UTF-8", html("glossary", WORDS, path));
            case "/word" ->
                text(
                        "text/html;charset=UTF-8",
                        "<!doctype html><html lang=vi><title>x</title><link rel=stylesheet href=/look.css><main><h1>x</h1><p>Tăng 4,2 "
                                + Rendering.tag("term", Map.of("c", Rendering.context(path), "word", "points"))
                                + ".</p></main>");
            case "/units/05569", "/units/167" -> text("text/html;charset=UTF-8", "<!doctype html><title>here</title>");
            default -> null;
        };
    }

    private static String html(String template, Object page, String path) {
        return Rendering.html("foundation/search/" + template, page, Rendering.VIETNAMESE, path);
    }

    private static Browser.Answer text(String type, String text) {
        return new Browser.Answer(type, text.getBytes(StandardCharsets.UTF_8), POLICY);
    }

    private static Browser.Answer file(String type, String path) {
        try (var file = Objects.requireNonNull(SearchScriptTests.class.getResourceAsStream("/static" + path))) {
            return new Browser.Answer(type, file.readAllBytes(), POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page open(BrowserContext visitor, String path) {
        Browser.serve(visitor, SearchScriptTests::answer);
        Page page = visitor.newPage();
        page.navigate("http://thucchat.test" + path);
        return page;
    }

    @Test
    void a_slash_leads_to_the_box_and_arrows_and_enter_to_what_is_found_while_typing() {
        try (var browser = new Browser();
                var visitor = browser.visitor(1280, false)) {
            Page page = open(visitor, "/glossary");
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
            page.keyboard().type("dinh/");
            assertThat(page.inputValue("header [name=q]"))
                    .as("a slash is a letter there")
                    .isEqualTo("dinh/");
            page.waitForSelector("[role=option]");
            assertThat(page.locator("[role=option]").allInnerTexts().getLast()).startsWith("<b>Huyện</b>");
            assertThat(Axe.of(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=option]").count()).isZero();
            page.keyboard().type(" hoa");
            page.waitForSelector("[role=option]");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            String active = page.getAttribute("header [name=q]", "aria-activedescendant");
            assertThat(page.locator("#" + active).getAttribute("aria-selected")).isEqualTo("true");
            page.keyboard().press("Enter");
            page.waitForURL("**/units/05569");
            page.goBack();
            page.fill("header [name=q]", "dinh");
            page.waitForSelector("[role=option]");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=dinh");
        }
    }

    @Test
    void the_key_can_be_switched_off_and_on_again() {
        try (var browser = new Browser();
                var visitor = browser.visitor(1280, false)) {
            Page page = open(visitor, "/search");
            page.click("p.keys button");
            assertThat(page.innerText("p.keys")).isEqualTo("Bật phím tắt");
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.name")).isNotEqualTo("q");
            page.click("p.keys button");
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
        }
    }

    @Test
    void on_a_phone_there_is_a_button_that_leads_to_the_box_and_nothing_leaves_a_narrow_screen() {
        try (var browser = new Browser()) {
            for (int width : new int[] {320, 390, 1280})
                try (var visitor = browser.visitor(width, width == 390)) {
                    Page page = open(visitor, "/glossary");
                    assertThat(Look.faults(page, "glossary")).isEmpty();
                    assertThat(page.isVisible("header [name=q]")).isEqualTo(width == 1280);
                    assertThat(page.locator("header .seek button").boundingBox().height)
                            .isGreaterThanOrEqualTo(44);
                    assertThat(page.locator(".top").boundingBox().height)
                            .as("one line")
                            .isLessThan(70);
                    page.click("header .seek button");
                    page.waitForURL("**/search?q=");
                    assertThat(Look.faults(page, "search")).isEmpty();
                    assertThat(page.isVisible("main [name=q]")).isTrue();
                }
        }
    }

    @Test
    void a_word_opens_its_explanation_by_keys_without_script() {
        try (var browser = new Browser();
                var visitor = browser.visitor(390, false)) {
            Page page = open(visitor, "/word");
            assertThat(page.isVisible(".why")).isFalse();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.isVisible(".why")).isTrue();
            assertThat(page.innerText(".why")).contains("lấy số nọ trừ số kia");
            var word = page.locator(".term").boundingBox();
            var why = page.locator(".why").boundingBox();
            assertThat(why.y).as("at the place").isBetween(word.y, word.y + 80);
            assertThat(why.x).isNotNegative();
            assertThat(why.x + why.width).isLessThanOrEqualTo(390);
            assertThat(Axe.of(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.isVisible(".why")).isFalse();
        }
    }
}
