package vn.thucchat.steering.indicators.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.LaterRounds;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

@ApplicationTest
class RoundPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transactions;

    private Visitor a(String role, String unit) {
        return new Visitor(mvc, Persons.a(role, unit));
    }

    @Test
    void the_form_ticks_what_such_units_usually_owe() throws Exception {
        Document page =
                a(SteeringRoles.STEERING_OFFICE, "19").page("/rounds/new?period=2022S1&above=19&level=commune", 200);
        assertThat(page.select("#indicator-household-fibre[checked]")).hasSize(1);
        assertThat(page.select("#indicator-e-invoice-enterprises[checked]"))
                .as("provinces report it")
                .isEmpty();
        assertThat(page.select("form[method=post]").text()).contains("178 đơn vị");
        for (var field : page.select("main input:not([type=hidden]), main select"))
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .isNotEmpty();
    }

    @Test
    void a_round_sent_twice_is_opened_once_and_another_of_its_name_is_refused() throws Exception {
        var fields = fields("Thử mở hai lần", "2030S1");
        String opened = Visitor.next(a(SteeringRoles.STEERING_OFFICE, "19").submit("/rounds", fields));
        assertThat(Visitor.next(a(SteeringRoles.STEERING_OFFICE, "19").submit("/rounds", fields)))
                .isEqualTo(opened);
        fields.put("id", UUID.randomUUID().toString());
        var response = a(SteeringRoles.STEERING_OFFICE, "19").submit("/rounds", fields);
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(Visitor.parsed(response).select(".errors a[href=#name]")).hasSize(1);
        assertThat(a(SteeringRoles.REVIEWER, "19").page("/rounds", 200).select("a[href=" + opened + "]"))
                .hasSize(1);
    }

    @Test
    void a_round_is_listed_owed_and_waited_for_beside_however_many_of_others_are_due_later() throws Exception {
        var fields = fields("Thử giữa nhiều kỳ", "2008S2");
        fields.put("due", "2089-12-01");
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                var office = a(SteeringRoles.STEERING_OFFICE, "19");
                String round = Visitor.next(office.submit("/rounds", fields));
                var later = new LaterRounds(jdbc);
                later.of("01", false);
                later.of("19", true);
                assertThat(office.page("/work", 200).text()).contains("Thử giữa nhiều kỳ: còn");
                assertThat(a(SteeringRoles.REPORTER, "05437")
                                .page("/reporting", 200)
                                .select(".task")
                                .text())
                        .contains("Thử giữa nhiều kỳ");
                later.of("19", false);
                assertThat(a(SteeringRoles.REPORTER, "05437")
                                .page("/reporting", 200)
                                .select(".task")
                                .text())
                        .contains("Thử giữa nhiều kỳ");
                assertThat(listed(office, round)).isTrue();
                assertThat(listed(a(SteeringRoles.REPORTER, "05437"), round)).isTrue();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void a_round_is_found_by_words_of_its_name_without_marks_and_the_pages_keep_them() throws Exception {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                var office = a(SteeringRoles.STEERING_OFFICE, "19");
                String round = Visitor.next(office.submit("/rounds", fields("Đợt dò thử Đặng Hoá", "2007S2")));
                new LaterRounds(jdbc).of("19", false);
                assertThat(office.page("/rounds", 200).select("a[href=" + round + "]"))
                        .as("premise")
                        .isEmpty();
                for (String words : List.of("dot do thu", "ĐẶNG HOÁ", "dang  hoa")) {
                    String asked =
                            URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
                    Document found = office.page("/rounds?q=" + asked, 200);
                    assertThat(found.select("tbody a").eachAttr("href")).containsExactly(round);
                    assertThat(found.select("#q").val()).isEqualTo(words);
                }
                Document first = office.page("/rounds?q=sau", 200);
                Document second = office.page(first.select(".pager a[rel=next]").attr("href"), 200);
                assertThat(second.select("#q").val()).isEqualTo("sau");
                assertThat(second.select("tbody a").eachText())
                        .hasSameSizeAs(first.select("tbody a").eachText())
                        .doesNotContainAnyElementsOf(first.select("tbody a").eachText());
                assertThat(office.page("/rounds?q=%25", 200).text()).contains("Không có kỳ báo cáo nào như vậy");
                assertThat(office.page("/rounds?q=tinh%20thai%20nguyen", 200).select("tbody a"))
                        .as("called for by the province")
                        .hasSize(12);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Whether a round is on one of the pages of the list. */
    private static boolean listed(Visitor to, String round) throws Exception {
        Document page = to.page("/rounds", 200);
        while (page.select("a[href=" + round + "]").isEmpty()) {
            String next = page.select(".pager a[rel=next]").attr("href");
            if (next.isEmpty()) return false;
            page = to.page(next, 200);
        }
        return true;
    }

    @Test
    void a_demonstration_round_takes_no_real_rounds_place_and_its_accounts_see_no_real_round() throws Exception {
        var fields = fields("Kỳ trùng tên", "2030S1");
        var demonstration = new Visitor(mvc, Persons.synthetic(SteeringRoles.STEERING_OFFICE, "19"));
        String invented = Visitor.next(demonstration.submit("/rounds", fields));
        fields.put("id", UUID.randomUUID().toString());
        var office = a(SteeringRoles.STEERING_OFFICE, "19");
        String real = Visitor.next(office.submit("/rounds", fields));
        assertThat(real).isNotEqualTo(invented);
        fields.put("id", UUID.randomUUID().toString());
        assertThat(office.submit("/rounds", fields).getStatus()).isEqualTo(409);
        assertThat(listed(office, real)).isTrue();
        assertThat(listed(office, invented)).isTrue();
        assertThat(listed(demonstration, invented)).isTrue();
        assertThat(listed(demonstration, real)).isFalse();
        demonstration.page(real, 404);
        demonstration.page(invented, 200);
    }

    @Test
    void what_is_wrong_with_a_round_is_told_and_nothing_typed_is_lost() throws Exception {
        var fields = fields("x", "2030S2");
        fields.put("due", "2020-01-01");
        fields.put("indicators", List.of("household-fibre", "no-such"));
        var response = a(SteeringRoles.STEERING_OFFICE, "19").submit("/rounds", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Visitor.parsed(response);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#name", "#due", "#indicators");
        assertThat(page.select("#indicator-household-fibre[checked]")).hasSize(1);
        fields.put("name", "Ngoài phạm vi");
        fields.put("due", TestTime.today().plusYears(1).toString());
        fields.put("indicators", List.of("household-fibre"));
        assertThat(a(SteeringRoles.STEERING_OFFICE, "164")
                        .submit("/rounds", fields)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void everyone_concerned_sees_how_far_the_units_of_their_reach_are() throws Exception {
        var fields = fields("Thử tiến độ", "2022S2");
        String round = Visitor.next(a(SteeringRoles.STEERING_OFFICE, "19").submit("/rounds", fields));
        hand("05437", "2022S2", "RETURNED");
        hand("05440", "2022S2", "SUBMITTED");
        Document page = a(SteeringRoles.STEERING_OFFICE, "19").page(round, 200);
        assertThat(page.select(".tally").text()).contains("1 bị trả lại", "1 chờ thẩm định", "chưa nộp");
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("tbody tr").getFirst().text()).contains("chưa nộp");
        Document last = page;
        while (!last.select(".pager a[rel=next]").isEmpty())
            last = a(SteeringRoles.STEERING_OFFICE, "19")
                    .page(last.select(".pager a[rel=next]").attr("href"), 200);
        assertThat(a(SteeringRoles.STEERING_OFFICE, "19")
                        .page(round + "?standing=RETURNED", 200)
                        .select("tbody a.open")
                        .eachText())
                .containsExactly("Phường Túc Duyên");
        assertThat(a(SteeringRoles.STEERING_OFFICE, "19")
                        .page(round + "?q=tuc%20duyen", 200)
                        .select("tbody a.open")
                        .eachText())
                .containsExactly("Phường Túc Duyên");
        String parent = page.select("select[name=parent] option").get(1).val();
        assertThat(a(SteeringRoles.STEERING_OFFICE, "19")
                        .page(round + "?parent=" + parent, 200)
                        .select("tbody tr"))
                .isNotEmpty();
        assertThat(last.select("tbody tr").getLast().text()).contains("chờ thẩm định");
        Document ofWard = a(SteeringRoles.REPORTER, "05437").page(round, 200);
        assertThat(ofWard.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("Phường Túc Duyên", "bị trả lại", "0/1");
        a(SteeringRoles.REPORTER, "05437").page("/rounds/" + UUID.randomUUID(), 404);
        for (String role :
                List.of(Roles.LEADER, SteeringRoles.STEERING_OFFICE, SteeringRoles.REPORTER, SteeringRoles.REVIEWER)) {
            a(role, "01").page(round, 404);
            assertThat(a(role, "01").page("/rounds", 200).text()).doesNotContain("Thử tiến độ");
        }
        assertThat(a(Roles.LEADER, "VN").page(round, 200).select("h1").text()).contains("Thử tiến độ");
    }

    @Test
    void those_who_owe_are_reminded_once_a_day_and_the_page_says_who_and_when() throws Exception {
        var office = a(SteeringRoles.STEERING_OFFICE, "19");
        String round = Visitor.next(office.submit("/rounds", fields("Thử nhắc", "2024S2")));
        var person = accounts.ensure(
                "baocao-nhac",
                "Lê Thị Nhắc",
                "một mật khẩu dài của người báo cáo",
                false,
                new Actor.Grant(SteeringRoles.REPORTER, "05488"));
        Document look = office.page(round + "/remind?chosen=05488", 200);
        assertThat(look.select("form input[name=chosen]").eachAttr("value")).containsExactly("05488");
        assertThat(office.page(round + "/remind", 200)
                        .select("form input[name=chosen]")
                        .eachAttr("value"))
                .as("one field, however many units")
                .singleElement()
                .asString()
                .hasSizeGreaterThan(600);
        String sent = look.select("form[action$=/reminded]").attr("action");
        Visitor.next(office.submit(sent, Map.of("chosen", "05488")));
        Visitor.next(office.submit(sent, Map.of("chosen", List.of("05488"))));
        assertThat(told(person.id()))
                .as("twice on one day, told once")
                .singleElement()
                .asString()
                .contains("reporting.reminder", "Thử nhắc");
        assertThat(office.page(round + "?q=phuc%20xuan", 200).select("tbody tr").text())
                .contains("Lê Thị Nhắc", "Người steering-office.19");
        assertThat(office.submit(sent, Map.of()).getStatus()).isEqualTo(400);
        assertThat(a(SteeringRoles.STEERING_OFFICE, "164")
                        .open(round + "/remind")
                        .getStatus())
                .as("an office below")
                .isEqualTo(403);
    }

    @Test
    void an_office_reminds_nobody_above_it_and_uses_up_no_other_offices_day() throws Exception {
        var fields = fields("Thử nhắc của huyện", "2023S2");
        fields.put("above", "167");
        var district = a(SteeringRoles.STEERING_OFFICE, "167");
        String below = Visitor.next(district.submit("/rounds", fields));
        String ofProvince = Visitor.next(
                a(SteeringRoles.STEERING_OFFICE, "19").submit("/rounds", fields("Thử nhắc của tỉnh", "2023S2")));
        var reporter = new Actor.Grant(SteeringRoles.REPORTER, "19");
        var above = accounts.ensure("baocao-tinh", "Trần Thị Tỉnh", "một mật khẩu dài của người tỉnh", false, reporter);
        String unit = district.page(below + "/remind", 200)
                .select("form input[name=chosen]")
                .val()
                .split(",", -1)[0];
        Visitor.next(district.submit(below + "/reminded", Map.of("chosen", unit)));
        assertThat(told(above.id())).as("of a round of an office below").isEmpty();

        var own = accounts.ensure(
                "baocao-xa-nhac",
                "Đỗ Thị Xã",
                "một mật khẩu dài của người xã",
                false,
                new Actor.Grant(SteeringRoles.REPORTER, unit));
        Visitor.next(district.submit(below + "/reminded", Map.of("chosen", unit)));
        Visitor.next(district.submit(below + "/reminded", Map.of("chosen", unit)));
        assertThat(told(own.id())).hasSize(1);
        Visitor.next(a(SteeringRoles.STEERING_OFFICE, "19").submit(ofProvince + "/reminded", Map.of("chosen", unit)));
        assertThat(told(own.id())).as("by the province on the same day").hasSize(2);
    }

    private List<@Nullable String> told(UUID person) {
        return jdbc.sql("SELECT payload FROM delivery.outbox_message WHERE recipient = :person")
                .param("person", person.toString())
                .query(String.class)
                .list();
    }

    private void hand(String unit, String period, String state) {
        var document = UUID.randomUUID();
        jdbc.sql("INSERT INTO indicators.document (id, title) VALUES (:id, :title)")
                .param("id", document)
                .param("title", "Báo cáo " + document)
                .update();
        jdbc.sql("""
                        INSERT INTO indicators.submission (id, unit, period, state, document, synthetic, created_at,
                            created_by, created_by_name, submitted_at, decided_at, decided_by, decided_by_name, reason)
                        VALUES (:id, :unit, :period, :state, :document, false, '2022-01-01T00:00Z', :id, 'A', '2022-01-01T00:00Z',
                            CASE WHEN :state = 'RETURNED' THEN timestamptz '2022-01-01T00:00Z' END, :id, 'B', 'Thiếu số')
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", unit)
                .param("period", period)
                .param("state", state)
                .param("document", document)
                .update();
    }

    private static Map<String, Object> fields(String name, String period) {
        var fields = new HashMap<String, Object>();
        fields.put("id", UUID.randomUUID().toString());
        fields.put("name", name);
        fields.put("period", period);
        fields.put("above", "19");
        fields.put("level", "commune");
        fields.put("due", TestTime.today().plusYears(1).toString());
        fields.put("indicators", List.of("household-fibre"));
        return fields;
    }
}
