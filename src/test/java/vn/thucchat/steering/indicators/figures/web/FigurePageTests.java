package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** What pages say of the figures of the demonstration, where they said something else before. */
@DemonstrationTest
@NullMarked
class FigurePageTests {

    /** Added up from districts and communes. */
    private static final String ADDED = "/figures/household-fibre/19/2022S1";

    /** Stated by the province itself. */
    private static final String STATED = "/figures/market-4.0-traders/19/2022";

    @Autowired
    MockMvc mvc;

    @Test
    void a_units_own_statement_is_made_of_nobody_elses() throws Exception {
        String units = ".chain a[href*=view=table]";
        assertThat(stranger(ADDED).select(units)).as("premise").hasSize(1);
        assertThat(stranger(STATED).select(units)).isEmpty();
        assertThat(stranger(STATED).select(".tabs [href*=view=table]"))
                .as("the units below can be compared all the same")
                .hasSize(1);
    }

    @Test
    void what_is_no_share_of_anything_misses_no_denominator() throws Exception {
        Document added = stranger(ADDED);
        added.select("[popover]").remove();
        assertThat(added.select("dl.pairs").text()).contains("Tử số 261.008", "Mẫu số 362.490");
        assertThat(stranger(STATED).select("dl.pairs").text()).doesNotContain("Tử số", "Mẫu số");
    }

    @Test
    void a_bar_of_progress_is_full_when_all_is_done_and_not_before() throws Exception {
        Document page = stranger(ADDED);
        var bar = page.select("[role=progressbar]");
        double done = Double.parseDouble(bar.attr("aria-valuenow"));
        double all = Double.parseDouble(bar.attr("aria-valuemax"));
        assertThat(done).isPositive().isLessThan(all);
        assertThat(bar.select(".did").attr("width")).isEqualTo(Math.round(1000 * done / all) / 10.0 + "%");
    }

    @Test
    void downloads_say_that_they_hold_what_is_published() throws Exception {
        for (String path :
                new String[] {ADDED, "/scorecard?unit=19&period=2022S1", "/figures/household-fibre/19/2022S1?view=table"
                })
            assertThat(stranger(path).select(".chips:has([href*=.csv])").text()).contains("chỉ có số liệu đã công bố");
    }

    @Test
    void a_half_year_without_a_target_of_its_own_shows_the_years() throws Exception {
        Document page = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19"))
                .page("/targets?unit=19&period=2022S1", 200);
        var row = page.select("tr:has([href=/indicators/household-fibre])");
        assertThat(row.text()).contains("80%", "Năm 2022");
        assertThat(row.select("a[href='/targets?unit=19&period=2022']")).hasSize(1);
        assertThat(page.select(".lead").text()).contains("theo chỉ tiêu giao cả năm");
    }

    @Test
    void what_is_behind_plan_says_how_it_is_known() throws Exception {
        assertThat(stranger("/").select("tr:has(a.val)"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.select(".badge.measured, .badge.reported, .badge.surveyed"))
                        .hasSize(1));
    }

    @Test
    void a_share_is_written_one_way_everywhere() throws Exception {
        Document page = stranger(ADDED);
        assertThat(page.select("p.big").text()).matches("[\\d,]+%");
        assertThat(page.select("p.big small")).isEmpty();
    }

    @Test
    void a_pseudonym_is_short_explained_once_and_whole_for_who_asks() throws Exception {
        Document page = stranger("/figures/demonstration-dossiers/19/2022S1/evidence");
        var codes = page.select("tbody small button[popovertarget]");
        assertThat(codes).as("premise").isNotEmpty().allSatisfy(code -> {
            assertThat(code.text()).matches("mã ẩn danh \\w{6}…");
            var whole = page.select("[popover][id=" + code.attr("popovertarget") + "]");
            assertThat(whole).hasSize(1);
            assertThat(whole.text()).hasSize(37).startsWith(code.text().substring(0, 17));
        });
        assertThat(page.select("small[title]"))
                .as("out of reach without a pointer")
                .isEmpty();
        assertThat(page.select("p.quiet").eachText().stream().filter(text -> text.startsWith("Mã ẩn danh: ")))
                .hasSize(1);
        assertThat(page.text()).doesNotContain("chủ thể");
    }

    @Test
    void how_things_stood_at_the_end_is_called_so() throws Exception {
        assertThat(stranger("/figures/market-4.0-stalls-with-qr/19/2022S1/evidence")
                        .text())
                .contains("hiện trạng cuối kỳ của “");
    }

    @Test
    void one_value_beside_the_line_is_a_mark_with_its_value_and_no_row_of_dots() throws Exception {
        Document page = stranger(ADDED + "?view=time");
        assertThat(page.select("svg.trend circle.single:not(.due)")).isEmpty();
        var single = page.select("svg.trend svg.single");
        if (single.isEmpty()) assertThat(page.select("svg.trend path.before")).isNotEmpty();
        else assertThat(page.select(".legend").text()).contains("Cùng kỳ năm trước: ");
    }

    @Test
    void the_bar_names_the_person_and_not_the_role() throws Exception {
        Document page = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19")).page(ADDED, 200);
        assertThat(page.select(".who .full").text()).isNotEmpty().doesNotContain(",");
        assertThat(page.select(".who .full").attr("title"))
                .startsWith(page.select(".who .full").text());
    }

    @Test
    void on_a_phone_a_scorecards_row_keeps_name_value_and_standing() throws Exception {
        var row = stranger("/scorecard?unit=19&period=2022S1")
                .select("table.score tr:has(b.bad)")
                .getFirst();
        row.select(".rest, .head, small").remove();
        assertThat(row.select("th").text()).isNotEmpty();
        assertThat(row.select("td a.val").text()).isNotEmpty();
        assertThat(row.select("td b.bad").text()).contains("điểm");
        assertThat(row.select(".badge")).as("no number without how it is known").isNotEmpty();
    }

    private Document stranger(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, 200);
    }
}
