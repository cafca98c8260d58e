package vn.thucchat.foundation.work.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.foundation.work.WorkItem.Outcome;
import vn.thucchat.foundation.work.WorkItems;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** What people read of work, and the forms by which they change how it goes. */
@ApplicationTest
@NullMarked
class WorkPageTests {

    private static final String KIND = "indicators.explanation";
    private static final String UNIT = "05953";

    @Autowired
    MockMvc mvc;

    @Autowired
    WorkItems work;

    @Autowired
    Accounts accounts;

    @Autowired
    RollUps rollUps;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void the_list_is_filtered_and_paged() throws Exception {
        String unit = "05881";
        Visitor officer = a("REPORTER", unit);
        // rounds of other tests ask this unit, too
        int before = officer.page("/work", 200).select("tbody tr").size();
        int late = officer.page("/work?overdue=true", 200).select("tbody tr").size();
        for (int i = 0; i < 60; i++) open(unit, UUID.randomUUID(), i < 10 ? -30 : 30 + i);
        Document home = officer.page("/", 200);
        assertThat(home.select("tbody tr")).hasSize(50);
        assertThat(home.select("a[href=/work]").text()).contains("Xem tất cả " + (before + 60) + " việc");
        assertThat(home.select(".lead a[href='/work?overdue=true']").text()).isEqualTo(late + 10 + " việc quá hạn");
        Document overdue = officer.page("/work?overdue=true", 200);
        assertThat(overdue.select("tbody tr")).hasSize(late + 10);
        assertThat(overdue.select("input[name=overdue][checked]")).hasSize(1);
        Document second = officer.page(
                officer.page("/work", 200).select(".pager a[rel=next]").attr("href"), 200);
        assertThat(second.select("tbody tr")).hasSize(before + 10);
        assertThat(second.select(".pager a[rel=next]")).isEmpty();
        assertThat(officer.page("/work?kind=" + KIND, 200).select("tbody tr")).hasSize(50);
        assertThat(officer.page("/work?kind=indicators.answer", 200).select(".empty"))
                .hasSize(1);
        assertThat(officer.page("/work?lang=en", 200).text()).contains("Explain:", before + 60 + " things are waiting");
        officer.page("/work?cursor=nonsense", 400);
        officer.page("/work?kind=nobody.knows", 400);
    }

    @Test
    void every_number_of_a_unit_opens_to_its_items_and_each_item_to_its_course() throws Exception {
        Visitor leader = a(Roles.LEADER, UNIT);
        // rounds of other tests ask this unit, too
        List<Integer> before = numbers(leader.page("/work/units", 200));
        UUID late = UUID.randomUUID();
        UUID onTime = UUID.randomUUID();
        open(UNIT, late, -20);
        open(UNIT, onTime, 20);
        open(UNIT, UUID.randomUUID(), -20);
        open(UNIT, UUID.randomUUID(), 20);
        close(UNIT, late);
        close(UNIT, onTime);
        rollUps.catchUp();
        Document units = leader.page("/work/units", 200);
        assertThat(units.select("tbody tr")).hasSize(1);
        assertThat(numbers(units))
                .containsExactly(before.get(0) + 1, before.get(1) + 2, before.get(2) + 1, before.get(3) + 1);
        var numbers = units.select("tbody td a");
        for (var number : numbers) {
            Document items = leader.page(number.attr("href"), 200);
            assertThat(items.select("tbody tr")).as(number.attr("href")).hasSize(Integer.parseInt(number.ownText()));
        }
        for (String heading : units.select("thead a").eachAttr("href"))
            assertThat(leader.page(heading, 200).select("thead th[aria-sort]")).hasSize(1);
        String at = leader.page("/work/units/" + UNIT + "?shown=LATE", 200)
                .select("tbody a")
                .attr("href");
        Document item = leader.page(at, 200);
        assertThat(item.select("dd").text()).contains("Xong", "trễ hạn", "Người báo cáo");
        assertThat(a("REPORTER", UNIT).page(at + "?lang=en", 200).text()).contains("Done", "Nobody was told yet");
        a("REPORTER", "05437").page(at, 404);
        a(Roles.LEADER, "05437").page(at, 404);
        a(Roles.LEADER, "05437").page("/work/units/" + UNIT, 404);
        // of the demonstration, where everybody may be anybody
        for (String role : List.of(Roles.LEADER, "REPORTER"))
            new Visitor(mvc, Persons.synthetic(role, UNIT)).page(at, 404);
        a("REPORTER", UNIT).page("/work/units", 403);
    }

    @Test
    void an_absence_names_a_holder_of_the_same_role_once_and_can_be_taken_back() throws Exception {
        var unit = "05431";
        Actor away = person("vang.trang", unit);
        Actor deputy = person("thay.trang", unit);
        person("khac.trang", "05437");
        var visitor = new Visitor(mvc, away);
        Document form = visitor.page("/work/delegations", 200);
        var options = form.select("select[name=deputy] option");
        assertThat(options.eachText())
                .anyMatch(text -> text.startsWith("Người thay.trang"))
                .noneMatch(text -> text.startsWith("Người khac.trang") || text.startsWith("Người vang.trang"));
        assertThat(form.select("label[for=first], label[for=last], label[for=deputy]"))
                .hasSize(3);
        String chosen = options.stream()
                .filter(option -> option.text().startsWith("Người thay.trang"))
                .findFirst()
                .orElseThrow()
                .val();
        LocalDate today = BusinessTime.day(clock.instant());
        Document wrong = Visitor.parsed(visitor.submit(
                "/work/delegations",
                Map.of("deputy", "", "first", today.minusDays(1).toString(), "last", "")));
        assertThat(wrong.select(".errors a").eachAttr("href")).containsExactly("#deputy", "#last");
        var fields = Map.of(
                "deputy",
                chosen,
                "first",
                today.toString(),
                "last",
                today.plusDays(2).toString());
        String typed = "?deputy=" + chosen.replace(" ", "%20") + "&first=" + today + "&last=";
        assertThat(visitor.page("/work/delegations/check" + typed + today.minusDays(1), 422)
                        .select(".errors a")
                        .eachAttr("href"))
                .as("the check says what is wrong, too")
                .containsExactly("#last");
        Document check = visitor.page("/work/delegations/check" + typed + today.plusDays(2), 200);
        assertThat(check.select(".stepper [aria-current=step]").text()).isEqualTo("Kiểm tra lại");
        assertThat(check.select(".summary dt").eachText()).containsExactly("Người làm thay", "Từ ngày", "Đến hết ngày");
        Document changed =
                visitor.page(check.select(".summary a").getFirst().attr("href").split("#", 2)[0], 200);
        assertThat(changed.select("select[name=deputy] option[selected]").val()).isEqualTo(chosen);
        assertThat(changed.select("#last").val()).isEqualTo(VietnameseDays.write(today.plusDays(2)));
        assertThat(check.select("main input[name=deputy]").val()).isEqualTo(chosen);
        Visitor.next(visitor.submit("/work/delegations", fields));
        assertThat(Visitor.parsed(visitor.submit("/work/delegations", fields))
                        .select(".errors a")
                        .eachAttr("href"))
                .as("overlapping")
                .containsExactly("#first");

        UUID own = UUID.randomUUID();
        transactions.executeWithoutResult(_ -> work.open(List.of(new WorkItems.Opening(
                KIND,
                new UnitCode(unit),
                away.account(),
                own,
                List.of("household-fibre", "2022S1"),
                false,
                clock.instant(),
                today.plusDays(9)))));
        var standsIn = new Visitor(mvc, deputy);
        assertThat(standsIn.page("/work", 200).select("a[href=/explanations/" + own + "]"))
                .hasSize(1);
        String back = visitor.page("/work/delegations", 200)
                .select("form[action$=/withdrawn]")
                .attr("action");
        assertThat(standsIn.submit(back, Map.of()).getStatus()).as("not theirs").isEqualTo(404);
        Visitor.next(visitor.submit(back, Map.of()));
        assertThat(standsIn.page("/work", 200).select("a[href=/explanations/" + own + "]"))
                .isEmpty();
        assertThat(visitor.page("/work/delegations", 200).select("tbody").text())
                .contains("đã thôi lúc");
        assertThat(jdbc.sql(
                                "SELECT action FROM identity.access_log WHERE account = :who AND action LIKE 'work.%' ORDER BY id")
                        .param("who", away.account())
                        .query(String.class)
                        .list())
                .containsExactly("work.delegated", "work.delegation-withdrawn");
        assertThat(a(Roles.AUDITOR, "19").page("/work/delegations", 200).select("form[action=/work/delegations]"))
                .as("no role that has work")
                .isEmpty();
    }

    @Test
    void the_office_of_the_province_states_rules_from_a_day_on() throws Exception {
        Visitor office = a("STEERING_OFFICE", "19");
        Document page = office.page("/work/rules", 200);
        assertThat(page.select("tbody tr").text()).contains("Nhắc trước hạn", "Mặc định của nền tảng");
        var fields = new HashMap<>(Map.of(
                "kind", "indicators.answer",
                "step", "HEAD",
                "days", "400",
                "from", BusinessTime.day(clock.instant()).plusDays(30).toString(),
                "document", "99/QĐ-UBND",
                "issued", "01/11/2026",
                "issuer", "UBND tỉnh (thử)",
                "source", "thử"));
        assertThat(errors(office, fields)).containsExactly("#days");
        fields.put("days", "");
        fields.put("from", "2020-01-01");
        fields.put("issuer", "");
        assertThat(errors(office, fields)).containsExactly("#issuer");
        fields.put("issuer", "UBND tỉnh (thử)");
        assertThat(errors(office, fields)).containsExactly("#from");
        fields.put("from", BusinessTime.day(clock.instant()).plusDays(30).toString());
        fields.put("step", "ALLOWED");
        assertThat(errors(office, fields)).containsExactly("#days");
        fields.put("step", "HEAD");
        assertThat(Visitor.next(office.submit("/work/rules", fields))).isEqualTo("/work/rules");
        assertThat(office.page("/work/rules", 200)
                        .select("tbody tr:contains(99/QĐ-UBND)")
                        .text())
                .contains("Báo lãnh đạo đơn vị", "không nhắc");
        for (Actor other : List.of(Persons.a("STEERING_OFFICE", UNIT), Persons.synthetic("STEERING_OFFICE", "19"))) {
            var visitor = new Visitor(mvc, other);
            assertThat(visitor.submit("/work/rules", fields).getStatus()).isEqualTo(403);
            assertThat(visitor.page("/work/rules", 200).select("form[action=/work/rules]"))
                    .isEmpty();
        }
    }

    /** Overdue, open, on time, late. */
    private static List<Integer> numbers(Document units) {
        List<Integer> found = units.select("tbody td a").stream()
                .map(number -> Integer.valueOf(number.ownText()))
                .toList();
        return found.isEmpty() ? List.of(0, 0, 0, 0) : found;
    }

    private List<String> errors(Visitor visitor, Map<String, String> fields) throws Exception {
        return Visitor.parsed(visitor.submit("/work/rules", fields))
                .select(".errors a")
                .eachAttr("href");
    }

    private Visitor a(String role, String unit) {
        return new Visitor(mvc, Persons.a(role, unit));
    }

    private Actor person(String username, String unit) {
        accounts.ensure(username, "Người " + username, null, false, new Actor.Grant("REPORTER", unit));
        return accounts.actor(username).orElseThrow();
    }

    private void open(String unit, UUID evidence, int days) {
        transactions.executeWithoutResult(_ -> work.open(List.of(new WorkItems.Opening(
                KIND,
                new UnitCode(unit),
                null,
                evidence,
                List.of("household-fibre", "2022S1"),
                false,
                clock.instant().minus(Duration.ofDays(60)),
                BusinessTime.day(clock.instant()).plusDays(days)))));
    }

    private void close(String unit, UUID evidence) {
        transactions.executeWithoutResult(_ -> work.close(List.of(new WorkItems.Ending(
                KIND, new UnitCode(unit), evidence, Persons.a("REPORTER", unit), clock.instant(), Outcome.DONE))));
    }
}
