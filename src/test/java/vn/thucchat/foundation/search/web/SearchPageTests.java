package vn.thucchat.foundation.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** The box that searches everywhere, and the words that explain themselves. */
@ApplicationTest
@NullMarked
class SearchPageTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Visitor stranger() {
        return new Visitor(mvc, Actor.STRANGER);
    }

    private Visitor leader() {
        return new Visitor(mvc, Persons.a(Roles.LEADER, "19"));
    }

    private static String at(String typed) {
        return "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> titles(Document page, String kind) {
        return page.select("section[aria-labelledby=kind-" + kind + "] li a").eachText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dinh hoa", "Định Hoá", "ĐỊNH  HÓA"})
    void a_unit_is_found_without_marks_and_what_is_stands_before_what_was(String typed) throws Exception {
        Document page = stranger().page(at(typed), 200);
        assertThat(titles(page, "units"))
                .startsWith("Xã Định Hóa", "Huyện Định Hóa")
                .contains("Ủy ban nhân dân xã Định Hóa");
        assertThat(page.select("a[href='/units/05569'] + p").text())
                .isEqualTo("Tỉnh Thái Nguyên · trước thuộc Huyện Định Hóa");
        assertThat(page.select("a[href='/units/167?on=2025-06-30'] + p").text())
                .isEqualTo("Tỉnh Thái Nguyên · đến hết ngày 30/6/2025");
        assertThat(page.select("main input[name=q]").val()).isEqualTo(typed.strip());
        assertThat(page.select("header input[name=q]")).as("one box a page").isEmpty();
    }

    /** What an office imported in time: the name from a day that is to come. */
    @Test
    void a_unit_has_todays_name_though_another_is_decided() throws Exception {
        jdbc.sql("""
                        INSERT INTO units.collection (name, hash, shipped, loaded_at, loaded_by)
                        VALUES ('to-be-renamed', repeat('0', 64), false, '2026-11-29Z', 'test')""").update();
        jdbc.sql("""
                        INSERT INTO units.version (code, ordinal, collection, name, kind, parent, valid_from, valid_to,
                            source, checked)
                        VALUES ('H98.97', 1, 'to-be-renamed', 'TT Khuyến', 'agency', '19', NULL, '2999-12-30', 't', 'R'),
                            ('H98.97', 2, 'to-be-renamed', 'Trung tâm Khuyến công và tư vấn Đồi Chè', 'agency', '19',
                                '2999-12-31', NULL, 't', 'R')""").update();
        Document page = stranger().page(at("doi che"), 200);
        for (int i = 0; i < 40 && titles(page, "units").isEmpty(); i++) {
            Thread.sleep(250);
            page = stranger().page(at("doi che"), 200);
        }
        assertThat(titles(page, "units")).containsExactly("TT Khuyến");
        assertThat(page.select("a[href='/units/H98.97'] + p").text()).startsWith("Tỉnh Thái Nguyên");
    }

    @Test
    void units_of_one_name_are_told_apart_and_found_with_what_they_belonged_to() throws Exception {
        Document page = stranger().page(at("trung thanh"), 200);
        assertThat(titles(page, "units")).startsWith("Phường Trung Thành", "Phường Trung Thành");
        assertThat(page.select("a[href='/units/05899'] + p").text())
                .isEqualTo("Tỉnh Thái Nguyên · trước thuộc Thành phố Phổ Yên");
        assertThat(page.select("a[href='/units/05476?on=2025-06-30'] + p").text())
                .isEqualTo("Thành phố Thái Nguyên · Tỉnh Thái Nguyên · đến hết ngày 30/6/2025");
        assertThat(titles(stranger().page(at("trung thành phổ yên"), 200), "units")
                        .getFirst())
                .isEqualTo("Phường Trung Thành");
        assertThat(titles(stranger().page(at("05437"), 200), "units")).containsExactly("Phường Túc Duyên");
        assertThat(titles(stranger().page(at("thai nguyen"), 200), "units"))
                .as("not all that is in the province")
                .startsWith("Tỉnh Thái Nguyên", "Thành phố Thái Nguyên")
                .doesNotContain("Xã Định Hóa");
    }

    @Test
    void indicators_pages_and_words_are_found_in_either_language() throws Exception {
        Document page = stranger().page(at("cap quang"), 200);
        assertThat(page.select("a[href^='/indicators/']").eachAttr("href")).contains("/indicators/household-fibre");
        assertThat(page.select("h2").eachText()).startsWith("Chỉ số");
        assertThat(titles(stranger().page(at("bang chi so"), 200), "pages")).containsExactly("Bảng chỉ số");
        assertThat(titles(stranger().page(at("ngay hen tra"), 200), "pages")).contains("Tính ngày hẹn trả");
        Document word = stranger().page(at("ranh giới"), 200);
        assertThat(word.select("a[href='/glossary#boundaries'] + p").text()).contains("địa giới");
        Document english = stranger().page("/search?q=boundaries&lang=en", 200);
        assertThat(titles(english, "glossary")).containsExactly("Boundaries");
        assertThat(titles(stranger().page("/search?q=ward%20trung%20thanh&lang=en", 200), "units")
                        .getFirst())
                .isEqualTo("Trung Thành Ward");
    }

    @Test
    void pages_are_found_by_those_who_are_led_to_them() throws Exception {
        assertThat(titles(stranger().page(at("nhat ky"), 200), "pages")).isEmpty();
        assertThat(titles(leader().page(at("nhat ky"), 200), "pages")).isEmpty();
        var auditor = new Visitor(mvc, Persons.a(Roles.AUDITOR, "19"));
        assertThat(titles(auditor.page(at("nhat ky"), 200), "pages")).containsExactly("Nhật ký");
    }

    @Test
    void an_empty_box_tells_what_can_be_found_and_nothing_found_what_to_do() throws Exception {
        Document hint = stranger().page("/search", 200);
        assertThat(hint.select("main dt").eachText())
                .contains("Đơn vị", "Chỉ số", "Chợ", "Báo cáo", "Trang", "Giải nghĩa từ")
                .doesNotContain("Tiểu thương", "Sạp");
        assertThat(leader().page("/search", 200).select("main dt").eachText()).contains("Tiểu thương", "Sạp");
        for (String kind : List.of("units", "traders", "stalls", "reports"))
            assertThat(leader().page("/search?in=" + kind, 200).select("main li"))
                    .isEmpty();
        for (String nothing : List.of("zzzz", "%", "_", "…")) {
            Document none = stranger().page(at(nothing), 200);
            assertThat(none.select("main .empty b").text()).isEqualTo("Không tìm thấy “" + nothing + "”");
            assertThat(none.select("main .empty a[href=/sign-in]")).hasSize(1);
            assertThat(leader().page(at(nothing), 200).select("main .empty a")).isEmpty();
        }
    }

    @Test
    void more_of_a_kind_is_a_page_further() throws Exception {
        Document page = stranger().page(at("phuong"), 200);
        assertThat(titles(page, "units")).hasSize(10);
        String more = page.select("section[aria-labelledby=kind-units] a.line").attr("href");
        Document first = stranger().page(more, 200);
        assertThat(titles(first, "units"))
                .hasSize(50)
                .startsWith(titles(page, "units").toArray(String[]::new));
        assertThat(first.select("section[aria-labelledby]")).hasSize(1);
        assertThat(first.select("main form input[name=in]").val()).isEqualTo("units");
        Document second = stranger().page(first.select(".pager a[rel=next]").attr("href"), 200);
        assertThat(titles(second, "units"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(titles(first, "units").subList(0, 1));
        stranger().page(at("phuong") + "&in=nothing", 400);
        stranger().page(at("phuong") + "&in=traders", 400);
        stranger().page(at("phuong") + "&in=units&cursor=nonsense", 400);
    }

    @Test
    void what_is_no_search_is_refused_and_text_stays_text() throws Exception {
        assertThat(stranger().page(at("a".repeat(101)), 400).text()).contains("Lời tìm dài nhất là 100");
        stranger().page("/search?q=a%00b", 400);
        for (String hostile : List.of("<script>alert(1)</script>", "\" onfocus=\"x", "' OR 1=1 --", "%_%", "${7*7}"))
            assertThat(stranger().page(at(hostile), 200).select("main script, [onfocus]"))
                    .as(hostile)
                    .isEmpty();
        for (String bad :
                List.of("", "?q=" + "a".repeat(101), "?q=a%00b", "?q=a&limit=0", "?q=a&limit=51", "?q=a&limit=x")) {
            var answer = stranger().open("/api/v1/search" + bad);
            assertThat(answer.getStatus()).as(bad).isEqualTo(400);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void programs_find_the_same() throws Exception {
        JsonNode found = json("/api/v1/search?q=dinh%20hoa&limit=2");
        assertThat(found.get("query").asString()).isEqualTo("dinh hoa");
        JsonNode units = found.get("groups").get(0);
        assertThat(units.get("kind").asString()).isEqualTo("units");
        assertThat(units.get("name").asString()).isEqualTo("Đơn vị");
        assertThat(units.get("more").asBoolean()).isTrue();
        assertThat(units.get("items").toString()).isEqualTo("""
                        [{"title":"Xã Định Hóa","detail":"Tỉnh Thái Nguyên · trước thuộc Huyện Định Hóa",\
                        "url":"/units/05569","match":"EXACT",\
                        "ended":false},{"title":"Huyện Định Hóa","detail":"Tỉnh Thái Nguyên · đến hết ngày 30/6/2025",\
                        "url":"/units/167?on=2025-06-30","match":"EXACT","ended":true}]""");
        assertThat(json("/api/v1/search?q=%20").get("groups")).isEmpty();
        assertThat(json("/api/v1/search?q=zzzz").get("groups")).isEmpty();
    }

    private JsonNode json(String path) throws Exception {
        var answer = stranger().open(path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void every_page_has_the_box() throws Exception {
        Document page = stranger().page("/units", 200);
        assertThat(page.select("header form[role=search][action=/search] input[type=search][name=q][aria-label]"))
                .hasSize(1);
        assertThat(page.select("header form[role=search] button[aria-label]")).hasSize(1);
        assertThat(page.select("script[src][defer]").eachAttr("src")).anyMatch(src -> src.startsWith("/search"));
    }

    @Test
    void a_word_explains_itself_at_the_place_and_in_the_glossary() throws Exception {
        Document page = stranger().page("/indicators/household-fibre", 200);
        var word = page.select("button.term[popovertarget=term-direction-1]");
        assertThat(word.text()).isEqualTo("Tốt hơn khi");
        assertThat(page.select("#term-direction-1[popover]").text()).startsWith("Tốt hơn khi Chỉ số tăng là tốt lên");
        assertThat(page.select("[popover]").eachAttr("id")).as("each once").doesNotHaveDuplicates();
        Document glossary = stranger().page("/glossary", 200);
        assertThat(glossary.select("#direction dt").text()).isEqualTo("Tốt hơn khi");
        assertThat(glossary.select("dt").eachText()).hasSizeGreaterThan(25).contains("Điểm", "Ranh giới");
        assertThat(stranger()
                        .page("/glossary?lang=en", 200)
                        .select("#direction dt")
                        .text())
                .isEqualTo("Better when");
    }
}
