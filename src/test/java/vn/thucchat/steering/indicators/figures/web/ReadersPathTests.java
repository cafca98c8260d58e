package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** What a reader finds on the way from a list through a figure down to its facts. */
@DemonstrationTest
class ReadersPathTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    /** What was paid at markets in the last half-year of which it is published. */
    private String value() {
        return "/figures/market-4.0-value/19/"
                + jdbc.sql(
                                "SELECT max(period) FROM indicators.figure WHERE indicator = 'market-4.0-value' AND unit = '19'")
                        .query(String.class)
                        .single();
    }

    @Test
    void a_line_through_the_periods_tells_its_values_and_steps_along_its_plan() throws Exception {
        Document page = page("/figures/adult-smartphone/19/2022S1?view=time");
        Element trend = Objects.requireNonNull(page.selectFirst("svg.trend"));
        assertThat(trend.select("path.plan").attr("d")).contains("H").doesNotContain("L");
        assertThat(trend.select("a")).hasSizeGreaterThan(2).allSatisfy(dot -> {
            assertThat(dot.attr("href")).startsWith("/figures/adult-smartphone/19/");
            assertThat(dot.select("title").text()).matches("6T (đầu|cuối) 20\\d\\d: .*%.*");
        });
        assertThat(trend.select("a text").eachText()).hasSizeGreaterThan(2).allMatch(text -> text.endsWith("%"));
        assertThat(page.text()).doesNotContain("S1/2021");
        assertThat(page("/figures/adult-smartphone/19/2022S1?view=time&lang=en")
                        .select("svg.trend")
                        .text())
                .contains("H1 2021");
    }

    @Test
    void what_is_measured_daily_has_its_weeks_which_add_up_to_the_figure() throws Exception {
        Document page = page("/figures/demonstration-dossiers/19/2022S1?view=time");
        assertThat(page.select("svg.columns rect")).hasSizeBetween(20, 30);
        assertThat(page.select("svg.columns title").eachText())
                .allMatch(title -> title.matches("[\\d/]+ – [\\d/]+: [\\d.]+"));
        assertThat(sum(page)).isEqualTo(digits(page.select("p.big").text()));
        assertThat(sum(page)).isEqualTo(sum(page("/figures/demonstration-dossiers/19/2022S1/evidence")));
        assertThat(page(value() + "?view=time").select("svg.columns"))
                .as("all on one day")
                .isEmpty();
        assertThat(page("/figures/household-fibre/19/2022S1?view=time").select("svg.columns"))
                .as("what is stated has no days")
                .isEmpty();
    }

    @Test
    void facts_are_grouped_before_they_are_listed_and_a_group_opens_to_its_rows() throws Exception {
        String path = "/figures/demonstration-online-share/19/2022S1/evidence";
        Document page = page(path);
        assertThat(page.text()).contains("sự kiện").doesNotContain("channel", "online");
        assertThat(page.select("svg.columns rect")).isNotEmpty();
        Element unit = Objects.requireNonNull(page.selectFirst("a[href*='&of=']"));
        Document part = page(unit.attr("href"));
        assertThat(part.select(".notice").text()).contains(unit.text());
        assertThat(part.select("table.fold tbody tr"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.select("td.left").getFirst().text()).isEqualTo(unit.text()));
        Element week = Objects.requireNonNull(page.selectFirst("a[href*='&from=']"));
        assertThat(page(week.attr("href")).select("table.fold tbody tr")).isNotEmpty();
        long all = count(page.select("p.quiet").eachText());
        assertThat(page.select("a[href*='&of=']").stream()
                        .map(group -> Objects.requireNonNull(group.parent()).parent())
                        .mapToLong(
                                row -> digits(Objects.requireNonNull(row).text().replace(unit.text(), "")))
                        .count())
                .isGreaterThan(100);
        assertThat(all).isPositive();
        new Visitor(mvc, Actor.STRANGER).page(path + "?from=x", 400);
        new Visitor(mvc, Actor.STRANGER).page(path + "?of=x", 400);
    }

    @Test
    void days_of_restricted_facts_stay_days_of_enough_subjects_in_a_part_too() throws Exception {
        Document page = page(value() + "/evidence");
        Element unit = Objects.requireNonNull(page.selectFirst("a[href*='&of=']"));
        Document part = page(unit.attr("href"));
        assertThat(part.select("a[href*=/acts/]")).isEmpty();
        assertThat(part.select("table.fold tbody tr")).isNotEmpty();
    }

    @Test
    void units_on_the_strip_have_names_and_doors_and_the_readers_own_is_marked() throws Exception {
        String path = "/figures/adult-smartphone/19/2022S1?view=units&level=commune";
        Document page = page(path);
        var strip = page.select("svg.ranks");
        assertThat(strip.select("a")).hasSizeGreaterThan(150).allSatisfy(unit -> {
            assertThat(unit.attr("href")).startsWith("/figures/adult-smartphone/");
            assertThat(unit.select("title").text()).matches(".+: [\\d,.]+%");
        });
        assertThat(strip.select("line.half")).hasSize(1);
        assertThat(strip.select("line.whole")).hasSize(1);
        assertThat(strip.select(".own")).isEmpty();
        assertThat(page.select(".strips").text()).contains("Thấp nhất", "Ở giữa", "Cao nhất", "Tỉnh Thái Nguyên");
        Document own = new Visitor(mvc, Persons.a(SteeringRoles.REPORTER, "05443")).page(path, 200);
        assertThat(own.select("svg.ranks .own")).hasSize(1);
        assertThat(own.select(".strips").text()).contains("Phường Trưng Vương");
    }

    @Test
    void who_never_had_to_report_is_not_counted_among_those_who_should_have() throws Exception {
        Element then = progress("/figures/household-fibre/19/2022S1");
        Element later = progress("/figures/household-fibre/19/2022S1?boundaries=2025-07-01");
        assertThat(then.attr("aria-valuemax")).isEqualTo("178");
        assertThat(later.attr("aria-valuemax"))
                .as("not Bắc Kạn’s communes, which came later")
                .isEqualTo("178");
        assertThat(later.attr("aria-valuenow")).isEqualTo(then.attr("aria-valuenow"));
        assertThat(page("/figures/household-fibre/19/2022S1?boundaries=2025-07-01")
                        .select("a[href*=missing]")
                        .attr("href"))
                .as("in the boundaries of those who had to")
                .doesNotContain("boundaries");
    }

    @Test
    void an_administrators_list_names_the_units_of_roles() throws Exception {
        Document page = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19")).page("/admin/accounts", 200);
        assertThat(page.select(".chips li").eachText())
                .isNotEmpty()
                .anyMatch(role -> role.endsWith("· Tỉnh Thái Nguyên"))
                .noneMatch(role -> role.matches(".*· [0-9A-Z.]+"));
        Document account = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"))
                .page(page.select("tbody a").attr("href"), 200);
        assertThat(account.select("tbody td").text()).containsAnyOf("Tỉnh ", "Phường ", "Xã ", "Sở ");
    }

    private Element progress(String path) throws Exception {
        return Objects.requireNonNull(page(path).selectFirst("[role=progressbar]"));
    }

    /** Of all columns. */
    private static long sum(Document page) {
        return page.select("svg.columns title").eachText().stream()
                .mapToLong(title -> digits(title.substring(title.lastIndexOf(':'))))
                .sum();
    }

    private static long count(List<String> texts) {
        return texts.stream()
                .filter(text -> text.contains("sự kiện"))
                .mapToLong(ReadersPathTests::digits)
                .sum();
    }

    private static long digits(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private Document page(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, 200);
    }
}
