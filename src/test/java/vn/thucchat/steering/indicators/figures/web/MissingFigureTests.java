package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** What the page of a figure says where there is no value, no target of these boundaries, or not every unit gave one. */
@DemonstrationTest
@NullMarked
class MissingFigureTests {

    private static final String FIGURE = "/figures/household-fibre/19/2022S1";
    private static final String NEVER = "/figures/household-fibre/19/1999";

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"map", "time", "units", "table"})
    void of_nothing_there_is_no_map_picture_citation_frame_or_file(String view) throws Exception {
        Document page = page(NEVER + "?view=" + view);
        assertThat(page.select("p.big").text()).isEqualTo("Chưa có số liệu");
        assertThat(page.select("svg.map, svg.trend, svg.ranks, .bars-of, .rank tbody tr"))
                .isEmpty();
        assertThat(page.select(".tools, textarea, a[href*=.csv], a[href*=.png], .chain, .hero .badge"))
                .isEmpty();
        assertThat(page.select("main").text()).doesNotContain("(chưa có số liệu)");
    }

    @Test
    void of_nothing_there_is_no_picture_for_others_either() throws Exception {
        assertThat(new Visitor(mvc, Actor.STRANGER).open(NEVER + "/map.svg").getStatus())
                .isEqualTo(404);
        assertThat(page("/embed" + NEVER).select("svg.map")).isEmpty();
    }

    @Test
    void a_missing_figure_says_why_and_what_there_is_instead() throws Exception {
        assertThat(page(NEVER).select(".hero .lead").text()).contains("Chưa đơn vị nào báo cáo");
        assertThat(page("/figures/household-fibre/19/2099")
                        .select(".hero .lead")
                        .text())
                .contains("chưa bắt đầu", "1/1/2099");
        assertThat(page("/figures/market-4.0-stalls-with-qr/19/1999")
                        .select(".hero .lead")
                        .text())
                .contains("Nền tảng chưa ghi")
                .doesNotContain("báo cáo");
        var nearest = page(NEVER).select(".hero a[href^=/figures/household-fibre/19/]");
        assertThat(nearest).hasSize(1);
        String value = page(nearest.attr("href")).select("p.big").text().replace(" ", "");
        assertThat(value).isNotEqualTo("Chưacósốliệu");
        assertThat(nearest.text()).contains(value);
    }

    @Test
    void what_stands_today_is_no_figure_of_a_period_to_come() throws Exception {
        assertThat(page("/figures/market-4.0-traders/19/2026S2").select("p.big").text())
                .as("premise: it stands at something")
                .isNotEqualTo("Chưa có số liệu");
        Document page = page("/figures/market-4.0-traders/19/2099");
        assertThat(page.select("p.big").text()).isEqualTo("Chưa có số liệu");
        assertThat(page.select(".hero .lead").text()).contains("chưa bắt đầu", "1/1/2099");
        assertThat(page.select(".hero a[href^=/figures/market-4.0-traders/19/]"))
                .hasSize(1);
    }

    @Test
    void where_other_units_have_values_they_stay_on_the_map() throws Exception {
        String without = page(FIGURE + "?view=table").select("#missing a").attr("href");
        assertThat(without).as("premise: a commune without a value").isNotEmpty();
        Document page = page(without);
        assertThat(page.select("p.big").text()).isEqualTo("Chưa có số liệu");
        assertThat(page.select("svg.map [data-unit]")).isNotEmpty();
        assertThat(page.select(".tools a[href*=.csv]")).hasSize(1);
        assertThat(page.select(".tools").text()).doesNotContain("chưa có số liệu");
    }

    @Test
    void a_target_of_other_boundaries_is_not_called_missing() throws Exception {
        assertThat(page(FIGURE).select(".verdict").text()).as("premise").contains("chỉ tiêu giao");
        var verdict = page(FIGURE + "?boundaries=2025-07-01").select(".verdict");
        assertThat(verdict.text()).contains("địa giới của kỳ", "30/6/2022").doesNotContain("chưa giao chỉ tiêu");
        assertThat(verdict.select("a[href='" + FIGURE + "']")).hasSize(1);
    }

    @Test
    void only_units_that_gave_a_value_are_counted_among_those_that_did() throws Exception {
        String in = FIGURE + "?level=commune&boundaries=2025-07-01&view=";
        Document table = page(in + "table");
        int without = table.select("#missing li").size();
        int all = page(in + "map").select("svg.map [data-unit]").size();
        assertThat(without).as("premise").isPositive();
        assertThat(table.select(".chain a[href*=view=table]").text())
                .contains((all - without) + " đơn vị", without + " chưa có số liệu");
        assertThat(page(FIGURE).select(".chain a[href*=view=table]").text())
                .as("each of the nine districts")
                .contains("9 đơn vị")
                .doesNotContain("chưa có");
    }

    private Document page(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, 200);
    }
}
