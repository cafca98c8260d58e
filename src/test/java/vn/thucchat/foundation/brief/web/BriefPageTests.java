package vn.thucchat.foundation.brief.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** A leader learns in one screen what moved, who is behind, what was asked and what will be late; each line opens. */
@DemonstrationTest
class BriefPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Test
    void the_brief_has_its_four_parts_and_every_line_opens() throws Exception {
        Document page = leader().page("/brief", 200);
        assertThat(page.select(".brief h2").eachText())
                .hasSize(4)
                .anyMatch(title -> title.startsWith("Chậm tiến độ"))
                .contains("Biến động từ lần xem trước", "Đã hỏi, chưa trả lời", "Việc trễ hạn trong tuần này");
        assertThat(page.select(".said > li")).hasSizeGreaterThan(5);
        for (Element link : page.select(".brief a"))
            leader().page(link.attr("href").replaceFirst("#.*", ""), 200);
    }

    @Test
    void the_commune_furthest_behind_is_asked_from_its_row() throws Exception {
        Document page = leader().page("/brief", 200);
        var places = page.select(".said .place");
        assertThat(places).isNotEmpty();
        Element ask = places.getFirst().select("a.do").getFirst();
        assertThat(ask.attr("href")).startsWith("/explanations/new?indicator=");
        Document form = leader().page(ask.attr("href"), 200);
        assertThat(form.text())
                .contains(places.getFirst().select("a").getFirst().text());
    }

    @Test
    void a_figure_that_is_not_behind_is_not_in_the_list_of_those_that_are() throws Exception {
        Document page = leader().page("/brief", 200);
        assertThat(page.select(".said small.bad").eachText())
                .isNotEmpty()
                .allMatch(note -> note.contains("Chậm") || note.contains("Còn thiếu") || note.contains("quá hạn"));
    }

    @Test
    void it_prints_as_one_paper() throws Exception {
        MockHttpServletResponse paper = leader().open("/brief.pdf");
        assertThat(paper.getStatus()).isEqualTo(200);
        assertThat(paper.getContentType()).startsWith("application/pdf");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(paper.getContentAsByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf))
                    .contains("Bản tin lãnh đạo", "Tỉnh Thái Nguyên", "Chậm tiến độ");
        }
    }

    @Test
    void another_period_is_one_step_away_and_stays_in_the_address() throws Exception {
        Document usual = leader().page("/brief", 200);
        String now = usual.select("nav.steps b").text();
        String before = usual.select("nav.steps a[rel=prev]").attr("href");
        assertThat(before).startsWith("/brief?period=");
        Document earlier = leader().page(before, 200);
        assertThat(earlier.select("nav.steps b").text()).isNotEqualTo(now);
        assertThat(behind(earlier)).isNotEqualTo(behind(usual));
        assertThat(earlier.select("a[href^=/brief.pdf]").attr("href"))
                .isEqualTo(before.replace("/brief", "/brief.pdf"));
        assertThat(leader().open(before.replace("/brief", "/brief.pdf")).getContentType())
                .startsWith("application/pdf");
        String after = earlier.select("nav.steps a[rel=next]").attr("href");
        assertThat(leader().page(after, 200).select("nav.steps b").text()).isEqualTo(now);
        leader().page("/brief?period=2022S9", 400);
    }

    @Test
    void a_period_without_figures_of_the_unit_is_refused_and_not_said_to_be_on_schedule() throws Exception {
        for (String period : new String[] {"2050S1", "202206", "2022Q2", "2022"})
            for (String path : new String[] {"/brief", "/brief.pdf"})
                assertThat(leader().open(path + "?period=" + period).getStatus())
                        .as(path + " " + period)
                        .isEqualTo(400);
        assertThat(leader().page("/brief?period=2050S1", 400).text()).contains("“2050S1” không phải là một nửa năm");
        String before =
                leader().page("/brief", 200).select("nav.steps a[rel=prev]").attr("href");
        leader().page(before, 200);
    }

    private static String behind(Document brief) {
        return brief.select(".brief h2:contains(Chậm tiến độ)").text();
    }

    private Visitor leader() {
        return new Visitor(mvc, accounts.actor("lanhdao").orElseThrow());
    }
}
