package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** From a figure of the report of 8 August 2022 to the paragraph that it stands in, and from lists to newest values. */
@ApplicationTest
class SourcesPageTests {

    @Autowired
    MockMvc mvc;

    @Test
    void a_quotation_is_shown_in_its_paragraph_with_who_said_it_and_the_document_opens() throws Exception {
        String source = page("/figures/digital-economy-revenue/19/2022S1")
                .select("a[href^=/statements/]")
                .attr("href");
        Document statement = page(source);
        assertThat(statement.select("blockquote mark").text()).contains("khoảng 10 tỷ USD");
        assertThat(statement.select("blockquote").text())
                .as("the sentences around it")
                .contains("toàn tỉnh đã thành lập 2.255 Tổ công nghệ số cộng đồng");
        String people =
                Objects.requireNonNull(statement.select("dl.pairs").last()).text();
        assertThat(people)
                .contains("Chủ tịch UBND tỉnh Thái Nguyên · 8/8/2022")
                .contains("Ghi lại từ văn bản Thực Chất");
        assertThat(people.indexOf("Chủ tịch UBND")).isLessThan(people.indexOf("Thực Chất"));
        assertThat(people).as("nobody reviewed what others published").doesNotContain("duyệt");
        assertThat(statement.select(".log a[href^=/statements/]")).isNotEmpty();
        var file = new Visitor(mvc, Actor.STRANGER)
                .open(statement.select("a.btn[href$=/document]").attr("href"));
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentAsString()).contains("Thành Chung");
    }

    @Test
    void every_quotation_of_the_report_is_found_in_it() throws Exception {
        int quoted = 0;
        for (String unit : new String[] {"VN", "19"})
            for (String figure : page("/scorecard?unit=" + unit + "&period=2022S1")
                    .select("a.val[href^=/figures/]:not(.none)")
                    .eachAttr("href")) {
                String source = page(figure).select("a[href^=/statements/]").attr("href");
                // what other tests published is not of the report
                if (source.isEmpty()) continue;
                quoted++;
                assertThat(page(source).select("blockquote mark").text())
                        .as(figure)
                        .isNotEmpty();
            }
        assertThat(quoted).as("figures of the report of 2022").isEqualTo(17);
    }

    @Test
    void what_a_unit_stated_is_said_without_codes() throws Exception {
        String rows = page("/figures/e-invoice-enterprises/VN/2022S1/evidence")
                .select("tbody th")
                .text();
        assertThat(rows)
                .contains("Chỉ số: Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử", "Kỳ: 6 tháng đầu năm 2022")
                .doesNotContain("e-invoice", "2022S1");
        assertThat(page("/figures/e-invoice-enterprises/VN/2022S1/evidence?lang=en")
                        .select("tbody th")
                        .text())
                .contains("Indicator: Enterprises using electronic invoices", "Period: First half of 2022");
    }

    @Test
    void a_picture_or_a_separator_never_stands_alone() throws Exception {
        Document nation = page("/scorecard?unit=VN&period=2022S1");
        assertThat(nation.select("a.val").text())
                .as("half-years with a gap between them")
                .contains("71,79");
        assertThat(nation.select("svg.spark")).as("no line to see").isEmpty();
        Document elsewhere = page("/figures/digital-economy-revenue/19/2022S1?boundaries=2025-07-01");
        assertThat(elsewhere.select(".badges .quiet").text())
                .startsWith("tính đến 30/6/2022")
                .doesNotEndWith("·");
    }

    @Test
    void the_dictionary_is_searched_and_tells_newest_values_without_codes() throws Exception {
        Document all = page("/indicators");
        assertThat(all.select("tbody tr:has(a[href=/indicators/community-teams]) a.val")
                        .attr("href"))
                .startsWith("/figures/community-teams/19/");
        assertThat(all.select("tbody tr:has(a[href=/indicators/household-fibre]) a.val")
                        .attr("href"))
                .as("of the nation where the province has none")
                .startsWith("/figures/household-fibre/VN/");
        assertThat(all.select("main").text()).doesNotContain("household-fibre", "nửa năm", "đếm");
        Document found = page("/indicators?q=cap%20QUANG");
        assertThat(found.select("tbody a.open").eachAttr("href")).containsExactly("/indicators/household-fibre");
        assertThat(found.select("main input[name=q]").val()).isEqualTo("cap QUANG");
        assertThat(page("/indicators?q=zzz").select("main").text()).contains("Không có chỉ số nào có những chữ này");
        new Visitor(mvc, Actor.STRANGER).page("/indicators?q=" + "x".repeat(101), 400);
    }

    @Test
    void a_formula_is_a_sentence_before_it_is_code() throws Exception {
        Document page = page("/indicators/market-4.0-charges-cashless");
        assertThat(page.select(".say").text()).contains("÷").doesNotContain("count(");
        assertThat(page.select("main code"))
                .allSatisfy(code -> assertThat(code.closest("details")).isNotNull());
    }

    @Test
    void a_unit_shows_its_figures_first_and_says_once_that_it_exists() throws Exception {
        Document province = page("/units/19?on=2022-08-08");
        assertThat(province.select("#figures a.val[href^=/figures/]")).hasSizeGreaterThan(1);
        assertThat(province.select("#figures h2").text()).contains("6 tháng đầu năm 2022");
        assertThat(Objects.requireNonNull(province.select("main section").first())
                        .id())
                .isEqualTo("figures");
        Document ward = page("/units/05488?on=2025-08-01");
        assertThat(ward.select("#figures")).as("nothing published of it").isEmpty();
        assertThat(ward.select("#became")).as("it exists: nothing became of it").isEmpty();
        assertThat(ward.select("h1 ~ p").text()).contains("Đang tồn tại");
        assertThat(ward.select("#came-from li").text()).contains("giữ nguyên mã");
        Document gone = page("/units/05437?on=2022-08-08");
        assertThat(gone.select("h1 ~ p").text()).contains("Đã kết thúc ngày 30/6/2025");
        assertThat(gone.select("#became a").eachText()).doesNotContain("Phường Túc Duyên");
        assertThat(page("/units/19?on=2025-08-01").select("#children ul").hasClass("many"))
                .isTrue();
    }

    @Test
    void english_is_plain() throws Exception {
        String figure =
                page("/figures/e-commerce-retail-share/VN/2022S1?lang=en").text();
        assertThat(figure)
                .contains("How it is calculated", "See what it is made of")
                .doesNotContain("reckoned", "the root", "On the year");
        assertThat(page("/figures/payment-account-15plus/VN/2022S1?lang=en").text())
                .contains("1 point ahead")
                .doesNotContain("1 points");
        assertThat(page("/scorecard?unit=19&period=2022S1&lang=en").select("h1").text())
                .doesNotContain(", First")
                .contains("· First half of 2022");
    }

    private Document page(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, 200);
    }
}
