package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** The bars of a page are on one scale: a longer bar is always more, and equal targets stand at one place. */
@DemonstrationTest
class PicturesTruthTests {

    private record Bar(double value, double width, String mark) {}

    @Autowired
    MockMvc mvc;

    @Autowired
    InstantSource clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/figures/adult-smartphone/19/2022S1?view=table",
                "/figures/adult-smartphone/19/2022S1?view=table&level=district",
                "/figures/community-teams/19/2022S1?view=table&level=district",
                "/figures/demonstration-online-share/19/2022S1?view=table"
            })
    void a_comparisons_bars_grow_with_their_values(String path) throws Exception {
        List<Bar> bars = bars(page(path), "td:has(a.val)");
        assertThat(bars).as("premise").hasSizeGreaterThan(3);
        grow(bars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scorecard?unit=19&period=2022S1", "/scorecard?unit=05443&period=2022S1"})
    void a_scorecards_bars_grow_with_what_is_reached_and_share_one_target_line(String path) throws Exception {
        Document page = page(path);
        var marks = page.select("svg.meter line.plan").eachAttr("x1");
        assertThat(marks).as("premise").hasSizeGreaterThan(3);
        assertThat(marks.stream().distinct()).as("every target at one place").hasSize(1);
        assertThat(page.select(".tally b.bad").eachText())
                .as("not everything is behind within the year")
                .doesNotContain(Integer.toString(page.select("svg.meter").size()));
        assertThat(page.select("svg.scale text")).isNotEmpty();
    }

    @Test
    void red_is_only_what_is_behind() throws Exception {
        Document page = page("/scorecard?unit=19&period=2022S1");
        for (Element bad : page.select("tbody b.bad"))
            assertThat(java.util.Objects.requireNonNull(bad.closest("tbody"))
                            .select("th[scope=rowgroup]")
                            .text())
                    .isEqualTo("Chậm");
    }

    @Test
    void what_is_measured_and_not_published_says_so_to_everybody() throws Exception {
        String half = Period.containing(BusinessTime.day(clock.instant()), Period.Grain.HALF)
                .code();
        Document province = page("/figures/market-4.0-stalls-with-qr/19/" + half);
        assertThat(province.text()).contains("Đang đo, chưa công bố");
        assertThat(province.select("p.big:not(.none)").text())
                .as("live, as its definition allows")
                .isNotEmpty();
        assertThat(province.select(".badge.measured")).isNotEmpty();
        Document commune = page("/figures/market-4.0-stalls-with-qr/05443/" + half);
        assertThat(commune.select("p.big.none").text()).isEqualTo("Đang đo, chưa công bố");
        assertThat(commune.text()).doesNotContain("chưa ghi sự việc nào");
    }

    @Test
    void a_stated_figure_shows_no_formula_as_if_it_were_computed_and_stands_beside_what_is_measured() throws Exception {
        Document page = page("/figures/market-4.0-traders/19/2022");
        assertThat(page.select("p.big").text()).contains("2.100");
        assertThat(page.text()).doesNotContain("last(market.trader-active)").contains("Do đơn vị tự báo cáo");
        assertThat(page.select("h1").text()).contains("Tỉnh Thái Nguyên", "Năm 2022");
    }

    @Test
    void a_computed_figure_tells_its_formula_in_words_and_its_code_behind_a_fold() throws Exception {
        Document page = page("/figures/demonstration-online-share/19/2022S1");
        assertThat(page.select(".pairs details code").text()).contains("count(");
        assertThat(page.select(".pairs dd").getFirst().ownText())
                .contains("trực tuyến")
                .doesNotContain("channel");
    }

    @Test
    void who_has_not_reported_is_listed_and_equal_names_are_told_apart() throws Exception {
        Document page = page("/figures/adult-smartphone/19/2022S1?view=table&level=commune");
        assertThat(page.select("tbody td .quiet:contains(chưa có số liệu)"))
                .as("no rows without a figure")
                .isEmpty();
        var names = page("/figures/adult-smartphone/19/2022S1?view=table&level=commune&name=trung")
                .select("tbody th a")
                .eachText();
        assertThat(names)
                .as("premise: two wards of one name")
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
        assertThat(page("/scorecard").select("h1").text()).contains("Thái Nguyên", "mới nhất");
    }

    private static void grow(List<Bar> bars) {
        var sorted = new ArrayList<>(bars);
        sorted.sort(Comparator.comparingDouble(Bar::value));
        for (int i = 1; i < sorted.size(); i++)
            assertThat(sorted.get(i).width())
                    .as("%s after %s", sorted.get(i), sorted.get(i - 1))
                    .isGreaterThanOrEqualTo(sorted.get(i - 1).width());
        assertThat(sorted.getLast().width()).isGreaterThan(sorted.getFirst().width());
    }

    private static List<Bar> bars(Document page, String value) {
        var bars = new ArrayList<Bar>();
        for (Element row : page.select("tr:has(svg.meter)"))
            bars.add(new Bar(
                    number(row.select(value).text()),
                    Double.parseDouble(
                            row.select("svg.meter rect.did").attr("width").replace("%", "")),
                    row.select("svg.meter line.plan").attr("x1")));
        return bars;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9,]", "").replace(',', '.'));
    }

    private Document page(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, 200);
    }
}
