package vn.thucchat.steering.indicators.explanations.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.explanations.Explanations;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

@ApplicationTest
class ExplanationPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Explanations explanations;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    Accounts accounts;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Visitor a(String role, String unit) {
        return new Visitor(mvc, Persons.a(role, unit));
    }

    @Test
    void a_leader_sees_the_figure_above_the_question_and_a_day_five_working_days_ahead() throws Exception {
        Document page =
                a(Roles.LEADER, "VN").page("/explanations/new?indicator=household-fibre&unit=VN&period=2022S1", 200);
        assertThat(page.select("a.val[href=/figures/household-fibre/VN/2022S1]"))
                .hasSize(1);
        LocalDate due = VietnameseDays.parse(page.select("#due").val()).value().orElseThrow();
        assertThat(workingTime.ofState().workingDays(TestTime.today().plusDays(1), due))
                .isEqualTo(5);
        assertThat(workingTime.ofState().works(due)).isTrue();
        a(Roles.LEADER, "05437").page("/explanations/new?indicator=household-fibre&unit=19&period=2022S1", 404);
    }

    @Test
    void a_question_goes_round_asked_answered_with_a_document_closed() throws Exception {
        var fields = question("05437", "2022S1");
        String at = Visitor.next(a(Roles.LEADER, "19").submit("/explanations", fields));
        assertThat(Visitor.next(a(Roles.LEADER, "19").submit("/explanations", fields)))
                .as("sent twice, asked once")
                .isEqualTo(at);
        assertThat(explanations.ofFigure("household-fibre", new UnitCode("05437"), Period.of("2022S1")))
                .hasSize(1);

        Document asked = a(SteeringRoles.REPORTER, "05437").page(at, 200);
        assertThat(asked.text()).contains("Vì sao chậm?", "Người leader.19");
        var answer = Map.of("version", asked.select("input[name=version]").val(), "answer", "Vì thiếu cột treo cáp.");
        var file = new MockMultipartFile("files", "biên bản.txt", null, "Biên bản".getBytes(UTF_8));
        Visitor.next(a(SteeringRoles.REPORTER, "05437").send(at + "/answer", answer, file));
        Document answered = a(Roles.LEADER, "19").page(at, 200);
        assertThat(answered.select(".answer").text()).contains("Vì thiếu cột treo cáp.", "biên bản.txt");
        String link = answered.select(".answer a").attr("href");
        assertThat(a(Roles.AUDITOR, "19").open(link).getHeader("Content-Disposition"))
                .startsWith("attachment");
        assertThat(a(SteeringRoles.REPORTER, "05440").open(link).getStatus()).isEqualTo(404);
        assertThat(a(Roles.LEADER, "19")
                        .open(at + "/files/" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
        assertThat(new Visitor(mvc, Actor.STRANGER).open(link).getStatus()).isEqualTo(302);

        var late = a(SteeringRoles.REPORTER, "05437").send(at + "/answer", answer);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Visitor.parsed(late).select("#answer").text()).isEqualTo("Vì thiếu cột treo cáp.");

        String version =
                answered.select("form[action$=/closed] input[name=version]").val();
        assertThat(a(Roles.LEADER, "19")
                        .submit(at + "/closed", Map.of("version", "1"))
                        .getStatus())
                .isEqualTo(409);
        Visitor.next(a(Roles.LEADER, "19").submit(at + "/closed", Map.of("version", version)));
        assertThat(a(Roles.LEADER, "19").page(at, 200).select("form[action$=/closed]"))
                .isEmpty();
    }

    @Test
    void a_leader_asks_on_after_an_answer_and_the_whole_thread_stays() throws Exception {
        String at = Visitor.next(a(Roles.LEADER, "19").submit("/explanations", question("05440", "2019S1")));
        var file = new MockMultipartFile("files", "biên bản.txt", null, "Biên bản".getBytes(UTF_8));
        var reporter = a(SteeringRoles.REPORTER, "05440");
        Visitor.next(reporter.send(at + "/answer", Map.of("version", "1", "answer", "Vì thiếu cột treo cáp."), file));
        var leader = a(Roles.LEADER, "19");
        Document answered = leader.page(at, 200);
        String send = answered.select("form[action$=/asked]").attr("action");
        String due = TestTime.today().plusYears(2).toString();
        var wrong = leader.submit(send, Map.of("version", "2", "question", "Ơ?", "due", "2020-01-01"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(wrong).select(".errors a").eachAttr("href")).containsExactly("#question", "#due");
        var again = Map.of("version", "2", "question", "Bao giờ dựng xong cột?", "due", due);
        assertThat(reporter.submit(send, again).getStatus()).isEqualTo(403);
        Visitor.next(leader.submit(send, again));
        assertThat(Visitor.next(leader.submit(send, again)))
                .as("pressed twice, asked once")
                .isEqualTo(at);
        var late = leader.submit(send, Map.of("version", "2", "question", "Ai chịu trách nhiệm?", "due", due));
        assertThat(late.getStatus()).isEqualTo(409);
        Document stale = Visitor.parsed(late);
        assertThat(stale.select("#question").text()).isEqualTo("Ai chịu trách nhiệm?");
        assertThat(stale.select(".errors").text()).contains("được hỏi tiếp");
        assertThat(stale.select(".say").text()).as("what holds now").contains("Bao giờ dựng xong cột?");
        Document asked = reporter.page(at, 200);
        assertThat(asked.select(".say").eachText())
                .hasSize(3)
                .last()
                .asString()
                .contains("Bao giờ dựng xong cột?", written(due));
        assertThat(asked.select(".answer").text()).contains("Vì thiếu cột treo cáp.", "biên bản.txt");
        assertThat(leader.open(asked.select(".answer a").attr("href")).getStatus())
                .as("a file of an earlier answer")
                .isEqualTo(200);
        assertThat(reporter.page("/work?kind=indicators.explanation", 200).text())
                .as("the new deadline is what is chased")
                .contains(written(due));
        Visitor.next(reporter.send(at + "/answer", Map.of("version", "3", "answer", "Tháng sau dựng xong.")));
        String figure =
                leader.page("/figures/household-fibre/05440/2019S1", 200).text();
        assertThat(figure)
                .contains("Vì sao chậm?", "Vì thiếu cột treo cáp.", "Bao giờ dựng xong cột?", "Tháng sau dựng xong.");
    }

    @Test
    void people_who_should_know_are_chosen_by_name_told_and_may_read() throws Exception {
        var district = officer("can-bo-biet", "Trần Cần Biết", SteeringRoles.REPORTER, "164");
        var other = officer("can-bo-khac", "Lê Người Khác", SteeringRoles.REVIEWER, "164");
        var elsewhere = officer("can-bo-xa", "Phạm Ở Xa", SteeringRoles.REPORTER, "165");
        var leader = a(Roles.LEADER, "19");
        var fields = question("05437", "2018S1");
        Document form = leader.page("/explanations/new?indicator=household-fibre&unit=05437&period=2018S1", 200);
        assertThat(form.select("#tell option")).as("only listed when asked for").isEmpty();
        var choosing = new HashMap<String, Object>(fields);
        choosing.put("act", "tell");
        Document list = Visitor.parsed(leader.submit("/explanations", choosing));
        assertThat(list.select("#tell option").eachText()).anyMatch(option -> option.startsWith("Trần Cần Biết · "));
        choosing.put("who", "trần cần");
        assertThat(Visitor.parsed(leader.submit("/explanations", choosing))
                        .select("#tell option")
                        .eachText())
                .anyMatch(option -> option.startsWith("Trần Cần Biết · "))
                .noneMatch(option -> option.startsWith("Lê Người Khác · "));
        choosing.put("question", "Ơ?");
        choosing.put("tell", List.of(district.actor().account().toString()));
        Document more = Visitor.parsed(leader.submit("/explanations", choosing));
        assertThat(more.select(".errors")).as("nothing is checked yet").isEmpty();
        assertThat(more.select("input[name=tell][checked]")).hasSize(1);
        assertThat(more.select("#question").text()).isEqualTo("Ơ?");

        var sent = new HashMap<String, Object>(fields);
        sent.put("tell", List.of(district.actor().account().toString(), ""));
        String at = Visitor.next(leader.submit("/explanations", sent));
        assertThat(district.page(at, 200).select(".log").text()).contains("Trần Cần Biết", "Người leader.19");
        elsewhere.page(at, 404);
        assertThat(inbox(district, 1)).containsExactly("explanation.told.asked");

        var nobody =
                leader.submit(at + "/told", Map.of("tell", UUID.randomUUID().toString()));
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(nobody).select(".errors a").eachAttr("href")).containsExactly("#tell");
        assertThat(district.submit(at + "/told", Map.of("tell", "unit:164")).getStatus())
                .isEqualTo(403);
        Visitor.next(leader.submit(at + "/told", Map.of("tell", "unit:164")));
        Document told = leader.page(at, 200);
        assertThat(told.select(".log li b").eachText()).contains("Trần Cần Biết", "Lê Người Khác");
        assertThat(inbox(other, 1)).containsExactly("explanation.told.asked");
        assertThat(inbox(district, 1)).as("told once").hasSize(1);
        Visitor.next(a(SteeringRoles.REPORTER, "05437")
                .send(at + "/answer", Map.of("version", "1", "answer", "Vì thiếu cột treo cáp.")));
        assertThat(inbox(district, 2)).contains("explanation.told.answered").hasSize(2);
        assertThat(a(SteeringRoles.REPORTER, "05440").open(at).getStatus()).isEqualTo(404);
    }

    @Test
    void who_lost_every_reading_role_is_told_nothing_more_and_reads_no_more() throws Exception {
        var kept = officer("con-giu-vai", "Đỗ Còn Vai", SteeringRoles.REPORTER, "164");
        var lost = officer("mat-vai", "Vũ Mất Vai", SteeringRoles.REPORTER, "164");
        var leader = a(Roles.LEADER, "19");
        var sent = new HashMap<String, Object>(question("05437", "2017S1"));
        sent.put(
                "tell",
                List.of(
                        kept.actor().account().toString(),
                        lost.actor().account().toString()));
        String at = Visitor.next(leader.submit("/explanations", sent));
        lost.page(at, 200);
        jdbc.sql("UPDATE identity.role_grant SET until_at = from_at WHERE account = :account")
                .param("account", lost.actor().account())
                .update();
        var file = new MockMultipartFile("files", "biên bản.txt", null, "Biên bản".getBytes(UTF_8));
        Visitor.next(a(SteeringRoles.REPORTER, "05437")
                .send(at + "/answer", Map.of("version", "1", "answer", "Vì thiếu cột treo cáp."), file));
        assertThat(inbox(kept, 2)).contains("explanation.told.answered");
        assertThat(jdbc.sql("SELECT count(*) FROM delivery.outbox_message WHERE recipient = :recipient")
                        .param("recipient", lost.actor().account().toString())
                        .query(Long.class)
                        .single())
                .as("the first message alone")
                .isEqualTo(1);
        var nowNobody = new Visitor(mvc, accounts.actor("mat-vai").orElseThrow());
        nowNobody.page(at, 404);
        String link = kept.page(at, 200).select(".answer a").attr("href");
        assertThat(kept.open(link).getStatus()).isEqualTo(200);
        assertThat(nowNobody.open(link).getStatus()).isEqualTo(404);
    }

    @Test
    void of_an_invented_question_only_demonstration_accounts_are_told_whoever_tells_them() throws Exception {
        var real = officer("nguoi-that", "Ngô Người Thật", SteeringRoles.REPORTER, "164");
        var invented = accounts.ensure(
                "nguoi-minh-hoa", "Bùi Minh Họa", null, true, new Actor.Grant(SteeringRoles.REPORTER, "164"));
        String at = Visitor.next(new Visitor(mvc, Persons.synthetic(Roles.LEADER, "19"))
                .submit("/explanations", question("05437", "2016S1")));
        var leader = a(Roles.LEADER, "19");
        assertThat(leader.page(at, 200).select("#tell")).isEmpty();
        assertThat(leader.page(at + "?act=tell", 200).select("#tell option").eachText())
                .anyMatch(option -> option.startsWith("Bùi Minh Họa · "))
                .noneMatch(option -> option.startsWith("Ngô Người Thật · "));
        assertThat(leader.page(at + "?act=tell&who=ngô", 200).text()).contains("Không tìm thấy ai.");
        assertThat(leader.submit(
                                at + "/told",
                                Map.of("tell", real.actor().account().toString()))
                        .getStatus())
                .isEqualTo(422);
        Visitor.next(leader.submit(at + "/told", Map.of("tell", invented.id().toString())));
        assertThat(leader.page(at, 200).select(".log li b").eachText()).containsExactly("Bùi Minh Họa");
    }

    @Test
    void demonstration_accounts_read_no_real_question_answer_or_file() throws Exception {
        String at = Visitor.next(a(Roles.LEADER, "19").submit("/explanations", question("05437", "2015S1")));
        var file = new MockMultipartFile("files", "biên bản.txt", null, "Biên bản".getBytes(UTF_8));
        Visitor.next(a(SteeringRoles.REPORTER, "05437")
                .send(at + "/answer", Map.of("version", "1", "answer", "Vì thiếu cột treo cáp."), file));
        String link = a(Roles.LEADER, "19").page(at, 200).select(".answer a").attr("href");
        var demonstration = new Visitor(mvc, Persons.synthetic(Roles.LEADER, "19"));
        demonstration.page(at, 404);
        demonstration.page(link, 404);
        var invented = question("05437", "2015S1");
        invented.put("question", "Câu hỏi minh họa?");
        demonstration.page(Visitor.next(demonstration.submit("/explanations", invented)), 200);
        String figure = "/figures/household-fibre/05437/2015S1";
        assertThat(demonstration.page(figure, 200).text())
                .contains("Câu hỏi minh họa?")
                .doesNotContain("Vì sao chậm?", "Vì thiếu cột treo cáp.");
        assertThat(a(Roles.LEADER, "19").page(figure, 200).text())
                .contains("Câu hỏi minh họa?", "Vì sao chậm?", "Vì thiếu cột treo cáp.");
    }

    @Test
    void more_officers_than_can_be_told_at_once_are_refused_and_all_who_were_told_hear_of_the_answer() {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                    WITH made AS (
                        INSERT INTO identity.account (id, username, name, created_at)
                        SELECT gen_random_uuid(), 'dong-nguoi-' || n, 'Người thứ ' || n, :at
                        FROM generate_series(1, 1001) n RETURNING id)
                    INSERT INTO identity.role_grant (id, account, role, unit, from_at)
                    SELECT gen_random_uuid(), id, 'REPORTER', '167', :at FROM made
                    """).param("at", TestTime.now().atOffset(ZoneOffset.UTC)).update();
            try {
                var fields = new HashMap<String, Object>(question("05437", "2014S1"));
                fields.put("tell", "unit:167");
                var refused = a(Roles.LEADER, "19").submit("/explanations", fields);
                assertThat(refused.getStatus()).isEqualTo(422);
                Document page = Visitor.parsed(refused);
                assertThat(page.select(".errors a[href=#tell]").text()).contains("quá nhiều người");
                assertThat(page.select("input[name=tell][value=unit:167]"))
                        .as("what was chosen stays")
                        .isNotEmpty();
                fields.remove("tell");
                String at = Visitor.next(a(Roles.LEADER, "19").submit("/explanations", fields));
                assertThat(a(Roles.LEADER, "19")
                                .submit(at + "/told", Map.of("tell", "unit:167"))
                                .getStatus())
                        .isEqualTo(422);
                jdbc.sql("""
                        INSERT INTO indicators.explanation_recipient
                            (explanation, account, name, told_at, told_by, told_by_name)
                        SELECT :explanation, id, name, :at, gen_random_uuid(), 'Người hỏi' FROM identity.account
                        WHERE username LIKE 'dong-nguoi-%'
                        """)
                        .param("explanation", UUID.fromString(at.substring("/explanations/".length())))
                        .param("at", TestTime.now().atOffset(ZoneOffset.UTC))
                        .update();
                Visitor.next(a(SteeringRoles.REPORTER, "05437")
                        .send(at + "/answer", Map.of("version", "1", "answer", "Vì thiếu cột treo cáp.")));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            assertThat(jdbc.sql("""
                    SELECT count(*) FROM delivery.outbox_message
                    WHERE recipient IN (SELECT id::text FROM identity.account WHERE username LIKE 'dong-nguoi-%')
                    """).query(Long.class).single()).isEqualTo(1001);
        });
    }

    @Test
    void people_are_counted_once_whatever_roles_they_hold_and_the_leader_not_at_all() {
        Actor leader = Persons.a(Roles.LEADER, "19");
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                    WITH made AS (
                        INSERT INTO identity.account (id, username, name, created_at)
                        SELECT CASE WHEN n = 1 THEN :leader ELSE gen_random_uuid() END, 'nhieu-vai-' || n,
                            'Nhiều vai ' || n, :at
                        FROM generate_series(1, 1001) n RETURNING id)
                    INSERT INTO identity.role_grant (id, account, role, unit, from_at)
                    SELECT gen_random_uuid(), made.id, held.role, '168', :at
                    FROM made CROSS JOIN (VALUES ('REPORTER'), ('REVIEWER')) AS held (role)
                    """)
                    .param("leader", leader.account())
                    .param("at", TestTime.now().atOffset(ZoneOffset.UTC))
                    .update();
            try {
                var fields = new HashMap<String, Object>(question("05437", "2013S1"));
                fields.put("tell", "unit:168");
                String at = Visitor.next(new Visitor(mvc, leader).submit("/explanations", fields));
                assertThat(jdbc.sql("SELECT count(*) FROM indicators.explanation_recipient WHERE explanation = :id")
                                .param("id", UUID.fromString(at.substring("/explanations/".length())))
                                .query(Long.class)
                                .single())
                        .isEqualTo(1000);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Visitor officer(String username, String name, String role, String unit) {
        accounts.ensure(username, name, null, false, new Actor.Grant(role, unit));
        return new Visitor(mvc, accounts.actor(username).orElseThrow());
    }

    /** The messages of a person, once there are so many. */
    private List<String> inbox(Visitor of, int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (inbox.unseen(of.actor()) < count && System.nanoTime() < end) Thread.sleep(50);
        return inbox.of(of.actor(), Cursor.START).items().stream()
                .map(InboxMessage::textKey)
                .toList();
    }

    @Test
    void what_is_wrong_with_a_question_is_told_and_nothing_typed_is_lost() throws Exception {
        var fields = question("05437", "2021S1");
        fields.put("question", "Ơ?");
        fields.put("due", "2020-01-01");
        var response = a(Roles.LEADER, "19").submit("/explanations", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Visitor.parsed(response);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#question", "#due");
        assertThat(page.select("#question").text()).isEqualTo("Ơ?");
        fields.put("question", "x".repeat(4001));
        assertThat(a(Roles.LEADER, "19").submit("/explanations", fields).getStatus())
                .isEqualTo(422);
        fields = question("05437", "2021S1");
        assertThat(a(Roles.LEADER, "05440").submit("/explanations", fields).getStatus())
                .isEqualTo(404);
        assertThat(explanations.ofFigure("household-fibre", new UnitCode("05437"), Period.of("2021S1")))
                .isEmpty();
    }

    @Test
    void an_answer_with_a_hostile_file_is_refused_whole() throws Exception {
        String at = Visitor.next(a(Roles.LEADER, "19").submit("/explanations", question("05437", "2020S1")));
        var answer = Map.of("version", "1", "answer", "Có tệp kèm theo.");
        var good = new MockMultipartFile("files", "a.txt", null, "Được".getBytes(UTF_8));
        var page = new MockMultipartFile("files", "b.html", null, "<script>alert(1)</script>".getBytes(UTF_8));
        var response = a(SteeringRoles.REPORTER, "05437").send(at + "/answer", answer, good, page);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select(".errors").text()).contains("b.html");
        var many = a(SteeringRoles.REPORTER, "05437").send(at + "/answer", answer, good, good, good, good, good, good);
        assertThat(many.getStatus()).isEqualTo(422);
        assertThat(explanations
                        .find(UUID.fromString(at.substring(at.lastIndexOf('/') + 1)))
                        .orElseThrow()
                        .files())
                .isEmpty();
        assertThat(a(SteeringRoles.REPORTER, "05440")
                        .send(at + "/answer", answer)
                        .getStatus())
                .as("another ward's reporter")
                .isEqualTo(404);
    }

    private static Map<String, String> question(String unit, String period) {
        var fields = new HashMap<String, String>();
        fields.put("id", UUID.randomUUID().toString());
        fields.put("indicator", "household-fibre");
        fields.put("unit", unit);
        fields.put("period", period);
        fields.put("question", "Vì sao chậm?");
        fields.put("due", TestTime.today().plusYears(1).toString());
        return fields;
    }

    /** A day as pages write it: 1/12/2028. */
    private static String written(String day) {
        return LocalDate.parse(day).format(DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT));
    }
}
