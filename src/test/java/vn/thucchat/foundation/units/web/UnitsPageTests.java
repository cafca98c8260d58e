package vn.thucchat.foundation.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
@NullMarked
class UnitsPageTests {

    @Autowired
    WebApplicationContext application;

    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
    }

    private Document page(String address, int status) throws Exception {
        var response = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("text/html");
        return Jsoup.parse(response.getContentAsString());
    }

    @Test
    void the_ward_of_tuc_duyen_shows_what_became_of_it() throws Exception {
        Document page = page("/units/05437?on=2022-08-08", 200);
        assertThat(page.select("h1").text()).isEqualTo("Phường Túc Duyên");
        assertThat(page.select("nav a").eachText())
                .containsSequence("Việt Nam", "Tỉnh Thái Nguyên", "Thành phố Thái Nguyên");
        assertThat(page.select("#became").text())
                .contains("Từ 1/7/2025 toàn bộ thuộc Phường Phan Đình Phùng")
                .doesNotContain("Chia tách");
        assertThat(page.select("#became a").attr("href")).isEqualTo("/units/05443?on=2025-07-01");
        assertThat(page.select("#agencies").text()).contains("Ủy ban nhân dân phường Túc Duyên");
        // a button while nothing is published there, with the period where figures stand beside it
        assertThat(page.select("a[href^=/scorecard?unit=05437]")).hasSize(1);
        assertThat(page("/units/05437?on=2026-01-01", 200).text()).contains("Đơn vị không tồn tại vào ngày 1/1/2026");
    }

    @Test
    void a_split_ward_says_so_plainly() throws Exception {
        assertThat(page("/units/05461?on=2022-08-08", 200).select("#became").text())
                .contains("một phần thuộc Phường Phan Đình Phùng", "chưa ai quyết định cách chia số liệu");
        assertThat(page("/units/05461?on=2022-08-08&lang=en", 200)
                        .select("#became")
                        .text())
                .contains("part of it belongs to Phan Đình Phùng Ward", "nobody decided");
    }

    @Test
    void an_unknown_heir_and_a_tier_that_ended_are_told() throws Exception {
        assertThat(page("/units/05704?on=2022-08-08", 200).select("#became").text())
                .contains("Kết thúc ngày 31/12/2024", "chưa có ai ghi lại");
        assertThat(page("/units/164?on=2022-08-08", 200).select("#became").text())
                .contains("Kết thúc ngày 30/6/2025. Không có đơn vị cùng loại thay thế.");
    }

    @Test
    void a_ward_shows_what_it_was_made_of_and_its_earlier_name() throws Exception {
        Document page = page("/units/05443?on=2025-08-01", 200);
        assertThat(page.select("#came-from li").eachText())
                .contains("Phường Túc Duyên", "Phường Gia Sàng một phần", "Phường Trưng Vương toàn bộ, giữ nguyên mã");
        assertThat(page.select("#came-from .flow > b").text()).isEqualTo("1/7/2025");
        assertThat(page.select("#came-from li.part a").eachText()).containsExactly("Phường Gia Sàng");
        assertThat(page.select("#became")).as("it goes on, with its own code").isEmpty();
        assertThat(page.select("#versions tbody tr").eachText())
                .containsExactly(
                        "Phường Trưng Vương Phường trước khi có dữ liệu 30/6/2025",
                        "Phường Phan Đình Phùng Phường 1/7/2025 đang tồn tại");
    }

    @Test
    void a_page_leads_with_the_latest_figures_each_with_how_it_is_known_and_what_it_is_held_against() throws Exception {
        Document page = page("/units/19?on=2022-08-08", 200);
        assertThat(page.select("main section").getFirst().id()).isEqualTo("figures");
        var lines = page.select("#figures tbody tr");
        assertThat(lines).hasSizeBetween(2, 5);
        for (var line : lines) {
            assertThat(line.select("a.val").attr("href")).startsWith("/figures/");
            assertThat(line.select(".badge")).isNotEmpty();
            if (!line.select("b.good, b.bad").isEmpty())
                assertThat(line.select("small").text()).contains("chỉ tiêu");
        }
        assertThat(page.select("#figures .head a").attr("href")).startsWith("/scorecard?unit=19&period=2022S1");
    }

    @Test
    void a_commune_is_drawn_among_its_neighbours_each_of_which_opens() throws Exception {
        Document page = page("/units/05443?on=2025-08-01", 200);
        assertThat(page.select("#map path.own").attr("data-unit")).isEqualTo("05443");
        assertThat(page.select("#map a:has(.own)").hasAttr("href")).isFalse();
        var around = page.select("#map a[href]");
        assertThat(around).hasSizeBetween(3, 12);
        for (var neighbour : around) page(neighbour.attr("href"), 200);
        assertThat(page.select("#map").text()).contains("Phan Đình Phùng", "không phải địa giới pháp lý");
        assertThat(page("/units/19", 200).select("#map")).isEmpty();
        assertThat(page("/units/H55.05443", 200).select("#map")).isEmpty();
    }

    @Test
    void long_lists_are_folded_and_a_part_of_one_is_open() throws Exception {
        Document province = page("/units/19?on=2025-08-01", 200);
        assertThat(province.select("#children details:not([open]) li")).hasSize(50);
        assertThat(province.select("#children .head a").attr("href")).isEqualTo("/units?parent=19&on=2025-08-01");
        assertThat(page(province.select("#children a[rel=next]").attr("href"), 200)
                        .select("#children details[open] li"))
                .hasSize(42);
        assertThat(page("/units/05443?on=2025-08-01", 200).select("#agencies details"))
                .isEmpty();
    }

    @Test
    void one_walks_from_the_province_down_page_by_page() throws Exception {
        Document first = page("/units?on=2025-08-01", 200);
        assertThat(first.select(".lead a").text()).isEqualTo("Tỉnh Thái Nguyên");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select(".pager a")).hasSize(1);
        Document second = page(first.select("a[rel=next]").attr("href"), 200);
        assertThat(second.select("tbody tr")).hasSize(42);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(page(second.select(".pager a").attr("href"), 200)
                        .select("tbody a")
                        .eachText())
                .isEqualTo(first.select("tbody a").eachText());
        assertThat(page("/units?on=2022-08-08", 200).select("tbody a").eachText())
                .containsExactly("Tỉnh Bắc Kạn", "Tỉnh Thái Nguyên");
    }

    @Test
    void a_heading_sorts_the_whole_list_and_once_more_the_other_way() throws Exception {
        Document page = page("/units?on=2022-08-08", 200);
        for (String heading : List.of("Tên", "Loại", "Mã", "Đến")) {
            String link = page.select("thead a:contains(" + heading + ")").attr("href");
            Document up = page(link, 200);
            assertThat(up.select("thead th[aria-sort=ascending]").text()).startsWith(heading);
            Document down = page(up.select("th[aria-sort] a").attr("href"), 200);
            assertThat(down.select("thead th[aria-sort=descending]").text()).startsWith(heading);
            if (!heading.startsWith("Tên")) continue;
            assertThat(up.select("tbody a").eachText()).containsExactly("Tỉnh Bắc Kạn", "Tỉnh Thái Nguyên");
            assertThat(down.select("tbody a").eachText()).containsExactly("Tỉnh Thái Nguyên", "Tỉnh Bắc Kạn");
        }
    }

    @Test
    void names_are_found_without_diacritics_and_a_search_for_nothing_says_so() throws Exception {
        assertThat(page("/units?q=tuc duyen&on=2022-08-08", 200)
                        .select("tbody a")
                        .eachText())
                .containsExactly("Phường Túc Duyên", "Ủy ban nhân dân phường Túc Duyên");
        assertThat(page("/units?q=<b>x</b>", 200).text()).contains("Không có đơn vị nào", "<b>x</b>");
    }

    @Test
    void every_field_has_its_label() throws Exception {
        Document page = page("/units", 200);
        assertThat(page.select("main input:not([type=hidden])")).isNotEmpty();
        for (var field : page.select("main input:not([type=hidden])"))
            assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
    }

    @Test
    void what_is_not_there_is_a_page_that_says_so() throws Exception {
        assertThat(page("/units/99999", 404).text()).contains("Chưa từng có đơn vị 99999");
        assertThat(page("/units?on=x", 400).text()).contains("“x” không phải ngày");
        assertThat(page("/units?cursor=AA", 400).text()).contains("mở lại danh sách từ đầu");
        assertThat(page("/units?sort=x", 400).text()).contains("không sắp được như vậy");
        assertThat(page("/units?parent=164&on=2026-01-01", 404).text()).contains("không tồn tại vào ngày 1/1/2026");
    }
}
