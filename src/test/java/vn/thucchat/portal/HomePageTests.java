package vn.thucchat.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

@ApplicationTest
class HomePageTests {

    @Autowired
    MockMvc mvc;

    private Visitor a(String role, String unit) {
        return new Visitor(mvc, Persons.a(role, unit));
    }

    private Visitor stranger() {
        return new Visitor(mvc, Actor.STRANGER);
    }

    @Test
    void a_stranger_sees_nation_and_province_in_numbers_that_open() throws Exception {
        Document page = stranger().page("/", 200);
        assertThat(page.select("section:has(.numbers) h2").eachText())
                .as("the province in at most five numbers, the nation a tap away")
                .containsExactly("Tỉnh Thái Nguyên · 6 tháng đầu năm 2022");
        assertThat(page.select(".numbers li")).hasSizeBetween(1, 5);
        Document nation = stranger()
                .page(
                        page.select("a[href^=/scorecard]:contains(Việt Nam · 6 tháng đầu năm 2022)")
                                .attr("href"),
                        200);
        assertThat(nation.select("h1").text()).contains("Việt Nam");
        for (var place : page.select("section:has(.numbers)"))
            assertThat(place.select("a[href^=/figures/]").eachAttr("href"))
                    .as("each figure once")
                    .doesNotHaveDuplicates();
        for (var number : page.select(".numbers li")) {
            assertThat(number.select("a").attr("href")).startsWith("/figures/");
            assertThat(number.select(".badge")).isNotEmpty();
        }
        stranger().page(page.select(".numbers a").getFirst().attr("href"), 200);
        assertThat(page.select(".doors a").eachAttr("href")).containsExactly("/scorecard", "/units", "/markets");
        for (String other : new String[] {"/indicators", "/open-data", "/sign-in"})
            assertThat(page.select(".card:has(.doors) .chips a[href=" + other + "]"))
                    .as(other)
                    .hasSize(1);
        assertThat(stranger().page("/?lang=en", 200).text()).contains("Ways in");
    }

    @Test
    void each_role_sees_its_own_work_the_most_overdue_first() throws Exception {
        open("Việc gấp", "2025S1", TestTime.today().plusDays(30));
        open("Việc sau", "2028S2", TestTime.today().plusDays(300));
        Document reporter = a(SteeringRoles.REPORTER, "05443").page("/", 200);
        var rows = reporter.select("tbody tr");
        assertThat(rows.eachText().toString()).containsSubsequence("Việc gấp", "Việc sau");
        var first = rows.getFirst().select("form[action=/reporting]");
        assertThat(first.select("input[name=unit]").val()).isEqualTo("05443");
        String form = Visitor.next(a(SteeringRoles.REPORTER, "05443")
                .submit(
                        "/reporting",
                        Map.of(
                                "unit",
                                "05443",
                                "period",
                                first.select("input[name=period]").val())));
        assertThat(a(SteeringRoles.REPORTER, "05443").page(form, 200).select("form#write"))
                .as("one tap from the row to the form")
                .hasSize(1);
        Document office = a(SteeringRoles.STEERING_OFFICE, "19").page("/", 200);
        assertThat(office.text()).contains("Việc gấp: còn");
        assertThat(office.select(".doors a[href=/targets]")).hasSize(1);
        assertThat(Visitor.next(a(Roles.AUDITOR, "19").open("/")))
                .as("an auditor’s first page")
                .isEqualTo("/audit");
        assertThat(a(Roles.AUDITOR, "19").page("/audit", 200).select("nav a[href=/work]"))
                .isNotEmpty();
        assertThat(a(Roles.ADMINISTRATOR, "19")
                        .page("/", 200)
                        .select(".doors a")
                        .eachAttr("href"))
                .contains("/admin/accounts");
        // a ward of Bắc Kạn, where no other test reports
        Document reviewer = a(SteeringRoles.REVIEWER, "01834").page("/", 200);
        assertThat(reviewer.select(".empty")).as("nothing waits for them").hasSize(1);
    }

    @Test
    void whoever_works_here_finds_the_public_page_markets_and_open_data_at_the_foot() throws Exception {
        var reporter = a(SteeringRoles.REPORTER, "05443");
        for (String path : new String[] {"/front", "/markets", "/open-data", "/receipts", "/glossary"})
            assertThat(reporter.page("/", 200).select("footer a[href=" + path + "]"))
                    .as(path)
                    .hasSize(1);
        Document front = reporter.page("/front", 200);
        assertThat(front.select(".numbers li"))
                .hasSize(stranger().page("/", 200).select(".numbers li").size());
        assertThat(front.select("main a[href=/sign-in]")).isEmpty();
        assertThat(stranger().page("/", 200).select("footer a[href=/front]")).isEmpty();
    }

    @Test
    void a_question_waits_for_the_unit_and_its_answer_for_the_leader() throws Exception {
        String at = Visitor.next(a(Roles.LEADER, "19")
                .submit(
                        "/explanations",
                        Map.of(
                                "id", UUID.randomUUID().toString(),
                                "indicator", "household-fibre",
                                "unit", "05446",
                                "period", "2022S1",
                                "question", "Vì sao chưa nộp?",
                                "due", TestTime.today().plusDays(3).toString())));
        assertThat(a(SteeringRoles.REPORTER, "05446").page("/", 200).select("a.btn[href=" + at + "]"))
                .hasSize(1);
        assertThat(a(Roles.LEADER, "19").page("/work", 200).select("a.btn[href=" + at + "]"))
                .isEmpty();
        Visitor.next(a(SteeringRoles.REPORTER, "05446")
                .send(at + "/answer", Map.of("version", "1", "answer", "Đang tổng hợp.")));
        assertThat(a(SteeringRoles.REPORTER, "05446").page("/", 200).select("a.btn[href=" + at + "]"))
                .isEmpty();
        assertThat(a(Roles.LEADER, "19").page("/work", 200).select("a.btn[href=" + at + "]"))
                .hasSize(1);
        assertThat(Visitor.next(a(Roles.LEADER, "19").open("/")))
                .as("a leader’s first page")
                .isEqualTo("/brief");
    }

    @Test
    void the_open_data_page_shows_addresses_that_work() throws Exception {
        Document page = stranger().page("/open-data", 200);
        var examples = page.select("main .log a").eachAttr("href");
        assertThat(examples).hasSize(7);
        for (String example : examples)
            if (example.startsWith("/api/"))
                assertThat(stranger().open(example).getStatus()).as(example).isEqualTo(200);
        var files = page.select("main table a[href^=/figures.]").eachAttr("href");
        assertThat(files).contains("/figures.xlsx?unit=19&period=2022S1", "/figures.csv?unit=VN&period=2022S1");
        for (String file : files)
            assertThat(stranger().open(file).getStatus()).as(file).isEqualTo(200);
        page.select("code").remove();
        assertThat(page.select("main").text()).as("codes are marked as such").doesNotContain("MEASURED", "synthetic");
        assertThat(stranger().page("/open-data?lang=en", 200).text()).contains("Terms");
    }

    @Test
    void crawlers_are_told_where_not_to_go() throws Exception {
        var response = stranger().open("/robots.txt");
        assertThat(response.getContentType()).startsWith("text/plain");
        assertThat(response.getContentAsString()).contains("User-agent: *", "Disallow: /admin/");
    }

    private void open(String name, String period, LocalDate due) throws Exception {
        Visitor.next(a(SteeringRoles.STEERING_OFFICE, "19")
                .submit(
                        "/rounds",
                        Map.of(
                                "id",
                                UUID.randomUUID().toString(),
                                "name",
                                name,
                                "period",
                                period,
                                "above",
                                "19",
                                "level",
                                "commune",
                                "due",
                                due.toString(),
                                "indicators",
                                "household-fibre")));
    }
}
