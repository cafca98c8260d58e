package vn.thucchat.steering.indicators.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.LaterRounds;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.OwnForm;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** The reviewer's table: what waits, what is odd in it, and what is accepted at once. */
@ApplicationTest
class ReviewTableTests {

    private static final String SIGNED = "Bản ký số gửi qua trục liên thông.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Submissions submissions;

    @Autowired
    Rounds rounds;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private WaitingSubmissions waiting;
    private Visitor reviewer;
    private List<String> communes;

    @Test
    void what_waits_is_told_by_its_unit_on_the_first_page_without_a_column_of_days() throws Exception {
        Submission of = waiting.handIn(communes.get(31), "2017S1", 50, SIGNED);
        Document home = new Visitor(mvc, Persons.a(SteeringRoles.REVIEWER, communes.get(31))).page("/", 200);
        Element row = home.select("tbody tr:has(a[href=/submissions/" + of.id() + "])")
                .getFirst();
        assertThat(row.select("th b").text())
                .isEqualTo(units.nearest(of.unit(), LocalDate.of(2017, 6, 30))
                        .orElseThrow()
                        .name());
        assertThat(row.select("th small").text()).startsWith("6 tháng đầu năm 2017 · Số liệu chờ thẩm định từ");
        assertThat(row.select("td")).as("no day is known").hasSize(1);
        assertThat(home.select("thead th").eachText()).containsExactly("Việc", "Bước tiếp theo");
    }

    @BeforeEach
    void begin() {
        waiting = new WaitingSubmissions(submissions);
        reviewer = new Visitor(mvc, Persons.a(SteeringRoles.REVIEWER, "19"));
        communes = units.below(new UnitCode("19"), UnitKind.Level.COMMUNE, LocalDate.of(2018, 6, 30)).stream()
                .map(unit -> unit.code().value())
                .toList();
    }

    @Test
    void what_is_odd_is_marked_filtered_sorted_and_left_out_of_what_is_accepted_at_once() throws Exception {
        var handed = new ArrayList<Submission>();
        for (int i = 0; i < 12; i++) {
            String unit = communes.get(100 + i);
            if (i != 10) waiting.accepted(unit, "2016S2", 50);
            handed.add(waiting.handIn(unit, "2017S2", i == 11 ? 99 : 52, i == 9 ? "" : SIGNED));
        }
        String path = "/review?group=2017S2.commune";
        Document page = reviewer.page(path, 200);
        assertThat(page.select(".lead").text()).contains("12 bản chờ · 9 sạch · 3 cần nhìn");
        assertThat(row(page, handed.get(0)).select(".odd")).isEmpty();
        assertThat(row(page, handed.get(0)).select("td.n").text()).contains("52%", "+2 điểm");
        assertThat(row(page, handed.get(9)).select(".odd").text()).isEqualTo("thiếu văn bản");
        assertThat(row(page, handed.get(10)).select(".odd").text()).isEqualTo("lần đầu");
        assertThat(row(page, handed.get(11)).select(".odd").eachText()).containsExactly("cùng kỳ 50%", "nơi khác 52%");
        assertThat(page.select("table[data-keys]").attr("data-keys")).contains("A chấp nhận", "R trả lại");

        assertThat(reviewer.page(path + "&odd=true", 200).select("tbody tr")).hasSize(3);
        assertThat(first(reviewer.page(path + "&sort=-v.household-fibre", 200)))
                .contains(handed.get(11).id().toString());
        assertThat(first(reviewer.page(path + "&sort=ODD", 200)))
                .contains(handed.get(11).id().toString());
        reviewer.page(path + "&sort=NONE", 400);
        String parent = page.select("select[name=parent] option").get(1).val();
        assertThat(reviewer.page(path + "&parent=" + parent, 200).select("tbody tr"))
                .isNotEmpty()
                .allMatch(row -> row.select("th small")
                        .text()
                        .equals(page.select("option[value=" + parent + "]").text()));
        String name = row(page, handed.get(3)).select("th a").text();
        assertThat(reviewer.page(
                                path + "&q="
                                        + vn.thucchat.foundation.vietnamese.VietnameseText.fold(name)
                                                .replace(" ", "%20"),
                                200)
                        .select("tbody a.open")
                        .eachText())
                .contains(name)
                .hasSizeLessThan(12);

        assertThat(page.select("tbody tr")).as("premise: not all on one page").hasSize(10);
        assertThat(page.select("a[href^=/review/accept]").attr("href"))
                .as("all that the filters leave, from whichever page")
                .isEqualTo(next(page).select("a[href^=/review/accept]").attr("href"));
        Document look = reviewer.page(page.select("a[href^=/review/accept]").attr("href"), 200);
        assertThat(chosen(look)).hasSize(9);
        assertThat(look.select("form .log li").getFirst().text())
                .contains("Tỷ lệ hộ gia đình có internet cáp quang băng rộng: 52%");
        assertThat(look.select("#out ~ ul li").getFirst().text())
                .contains("Tỷ lệ hộ gia đình có internet cáp quang băng rộng: 52%");
        assertThat(look.select("#out ~ ul li")).hasSize(3);
        assertThat(look.select("#out ~ ul").text()).contains("khác hẳn cùng kỳ: 50% → 99%");
        // meanwhile one is taken back to be corrected, and handed in again as it was
        var ward = Persons.a(SteeringRoles.REPORTER, communes.get(100));
        Submission changed = handed.getFirst();
        submissions.takeBack(ward, changed.id(), changed.version()).expectDone();
        submissions.submit(ward, changed.id(), changed.version() + 1).expectDone();
        String back = Visitor.next(reviewer.submit("/review/accepted", hidden(look)));
        assertThat(back).startsWith("/review?group=2017S2.commune");
        assertThat(waiting.now(changed).state()).isEqualTo(Submission.State.SUBMITTED);
        assertThat(handed.subList(1, 9)).allMatch(it -> waiting.now(it).state() == Submission.State.ACCEPTED);
        assertThat(handed.subList(9, 12)).allMatch(it -> waiting.now(it).state() == Submission.State.SUBMITTED);

        // chosen by hand, what is odd is left out all the same
        Document byHand = reviewer.page(
                "/review/accept?chosen=" + changed.id() + "&chosen="
                        + handed.get(11).id() + "&chosen=" + handed.get(1).id(),
                200);
        assertThat(chosen(byHand)).containsExactly(changed.id().toString());
        assertThat(byHand.select(".notice").text()).contains("1 bản đã chọn không còn chờ");
        assertThat(reviewer.submit(
                                "/review/accepted",
                                Map.of("chosen", handed.get(11).id().toString(), "version", "1,2"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void a_form_that_is_sent_twice_says_that_its_submissions_are_accepted_already() throws Exception {
        for (String unit : communes.subList(20, 23)) waiting.handIn(unit, "2012S2", 40, SIGNED);
        Document look = reviewer.page("/review/accept?group=2012S2.commune", 200);
        for (String notice : List.of("review.accepted-many", "review.accepted-before")) {
            var form = post("/review/accepted").with(OwnForm.ownForm()).with(Persons.as(reviewer.actor()));
            hidden(look).forEach(form::param);
            var told = mvc.perform(form).andReturn().getFlashMap();
            assertThat(told.get(Pages.NOTICE)).isEqualTo(notice);
            assertThat(told.get("notice-counts")).isEqualTo("3 0");
        }
    }

    @Test
    void what_a_round_calls_for_and_is_not_stated_is_told_before_it_is_accepted() throws Exception {
        String unit = communes.get(30);
        var other = waiting.handIn(communes.get(31), "2011S2", 40, SIGNED);
        var handed = waiting.handIn(unit, "2011S2", 40, SIGNED);
        String path = "/review?group=2011S2.commune";
        assertThat(row(reviewer.page(path, 200), handed).select(".odd")).isEmpty();
        rounds.open(
                        Persons.a(SteeringRoles.STEERING_OFFICE, "19"),
                        new Round(
                                UUID.randomUUID(),
                                "Thử thiếu dòng",
                                Period.of("2011S2"),
                                new UnitCode("19"),
                                UnitKind.Level.COMMUNE,
                                TestTime.today().plusYears(1),
                                false,
                                TestTime.now(),
                                List.of(WaitingSubmissions.FIBRE, "community-teams")))
                .expectDone();
        assertThat(row(reviewer.page(path, 200), handed).select(".odd").text()).isEqualTo("thiếu 1 chỉ số");
        Document look = reviewer.page("/review/accept?chosen=" + handed.id() + "&chosen=" + other.id(), 200);
        assertThat(chosen(look)).isEmpty();
        assertThat(look.select("#out ~ ul .odd").eachText())
                .hasSize(2)
                .allMatch(odd -> odd.equals("thiếu 1 chỉ số: Tổ công nghệ số cộng đồng"));
        jdbc.sql("""
                        INSERT INTO indicators.round_indicator (round, indicator)
                        SELECT id, 'digital-economy-revenue' FROM indicators.round WHERE name = 'Thử thiếu dòng'""").update();
        assertThat(row(reviewer.page(path, 200), handed).select(".odd").text())
                .as("what communes do not state is not missed of them, as what is not used any more")
                .isEqualTo("thiếu 1 chỉ số");
    }

    @Test
    void a_round_is_read_beside_however_many_that_are_due_later() throws Exception {
        var handed = waiting.handIn(communes.get(32), "2010S2", 40, SIGNED);
        rounds.open(
                        Persons.a(SteeringRoles.STEERING_OFFICE, "19"),
                        new Round(
                                UUID.randomUUID(),
                                "Thử nhiều kỳ sau",
                                Period.of("2010S2"),
                                new UnitCode("19"),
                                UnitKind.Level.COMMUNE,
                                LocalDate.of(2011, 1, 15),
                                false,
                                TestTime.now(),
                                List.of(WaitingSubmissions.FIBRE, "community-teams")))
                .expectDone();
        transactions.executeWithoutResult(status -> {
            new LaterRounds(jdbc).of("19", false);
            assertThat(look(handed).select("#out ~ ul .odd").eachText())
                    .contains("thiếu 1 chỉ số: Tổ công nghệ số cộng đồng");
            status.setRollbackOnly();
        });
    }

    private Document look(Submission of) {
        try {
            return reviewer.page("/review/accept?chosen=" + of.id(), 200);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of 1 July 2025: 05443 was made of many, 05719 stayed as it was. */
    @Test
    void a_unit_whose_territory_changed_is_not_compared_with_the_year_before() throws Exception {
        waiting.accepted("05443", "2024S2", 90);
        waiting.accepted("05719", "2024S2", 90);
        var merged = waiting.handIn("05443", "2025S2", 40, SIGNED);
        var same = waiting.handIn("05719", "2025S2", 40, SIGNED);
        Document page = reviewer.page("/review?group=2025S2.commune", 200);
        assertThat(row(page, same).select(".odd").text()).contains("cùng kỳ 90%");
        assertThat(row(page, same).text()).doesNotContain("địa giới");
        assertThat(row(page, merged).select("td.n, .odd").text()).doesNotContain("90%", "điểm", "lần đầu");
        assertThat(row(page, merged).select("th").text()).contains("không so với kỳ trước: địa giới đã đổi");
        assertThat(reviewer.page("/submissions/" + merged.id(), 200).text())
                .contains("Không so với kỳ trước được: địa giới");
        assertThat(reviewer.page("/submissions/" + same.id(), 200).text()).doesNotContain("địa giới của đơn vị");
    }

    @Test
    void after_a_decision_the_next_row_is_chosen() throws Exception {
        var handed = communes.subList(0, 3).stream()
                .map(unit -> waiting.handIn(unit, "2016S1", 40, ""))
                .toList();
        String path = "/review?group=2016S1.commune";
        Element row = row(reviewer.page(path, 200), handed.get(0));
        String next = row.select("input[name=next]").val();
        String after = Visitor.next(reviewer.submit(
                row.select("form").attr("action"),
                Map.of(
                        "version", row.select("input[name=version]").val(),
                        "back", row.select("input[name=back]").val(),
                        "next", next)));
        Document then = reviewer.page(after, 200);
        assertThat(then.select("tbody tr")).hasSize(2);
        assertThat(then.select("[autofocus]").attr("href")).isEqualTo("/submissions/" + next);

        Document reason =
                reviewer.page(row(then, handed.get(1)).select("[data-key=r]").attr("href"), 200);
        assertThat(reason.select("textarea[autofocus]").text()).contains("Đề nghị kiểm tra lại", "Không có tệp");
        String form = reason.select("form[action$=/return]").attr("action");
        var typed = new java.util.HashMap<String, String>();
        for (var field : reason.select("form[action$=/return] input[type=hidden]"))
            typed.put(field.attr("name"), field.val());
        typed.put("reason", "");
        var refused = reviewer.submit(form, typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(refused).select(".errors a[href=#reason]")).hasSize(1);
        typed.put("reason", "Thiếu văn bản ký số.");
        assertThat(Visitor.next(reviewer.submit(form, typed)))
                .startsWith(path)
                .endsWith("next=" + handed.get(2).id());
        assertThat(waiting.now(handed.get(1)).state()).isEqualTo(Submission.State.RETURNED);
        typed.put("back", "https://example.org/");
        assertThat(Visitor.next(reviewer.submit(form, typed)))
                .as("never out of the platform")
                .startsWith("/review?");
    }

    @Test
    void a_page_of_many_takes_as_many_statements_as_one_of_few() throws Exception {
        for (String unit : communes.subList(0, 3)) waiting.handIn(unit, "2014S1", 40, "");
        for (String unit : communes.subList(0, 60)) waiting.handIn(unit, "2015S1", 40, "");
        int few = statements("/review?group=2014S1.commune");
        int many = statements("/review?group=2015S1.commune");
        Document first = reviewer.page("/review?group=2015S1.commune", 200);
        assertThat(first.select("tbody tr"))
                .as("as many as a phone shows in a few screens")
                .hasSize(10);
        assertThat(next(first).select("tbody tr")).hasSize(10).doesNotContainAnyElementsOf(first.select("tbody tr"));
        System.out.println("statements of /review: " + few + " for 3 rows, " + many + " for 10 of 60");
        assertThat(many).isLessThanOrEqualTo(few + 2).isLessThanOrEqualTo(15);
    }

    private int statements(String path) throws Exception {
        reviewer.page(path, 200);
        return Statements.during(() -> reviewer.page(path, 200));
    }

    private static List<String> chosen(Document look) {
        String chosen = look.select("form input[name=chosen]").val();
        return chosen.isEmpty() ? List.of() : List.of(chosen.split(",", -1));
    }

    private static Map<String, String> hidden(Document look) {
        return look.select("form[action=/review/accepted] input[type=hidden]").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
    }

    /** The row of a submission, on the page or one that follows it. */
    private Element row(Document page, Submission of) throws Exception {
        var found = page.select("tbody tr:has(a[href=/submissions/" + of.id() + "])");
        return found.isEmpty() ? row(next(page), of) : found.getFirst();
    }

    private Document next(Document page) throws Exception {
        return reviewer.page(page.select(".pager a[rel=next]").attr("href"), 200);
    }

    private static String first(Document page) {
        return page.select("tbody tr a.open").getFirst().attr("href");
    }
}
