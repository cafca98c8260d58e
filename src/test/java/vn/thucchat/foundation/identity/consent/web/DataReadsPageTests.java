package vn.thucchat.foundation.identity.consent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** Who looked at one's data, and what one says against it. */
@ApplicationTest
class DataReadsPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String username;
    private UUID account;
    private Visitor person;
    private Visitor reader;

    @BeforeEach
    void anAdministratorLooksAtAnAccount() throws Exception {
        username = "x" + Ids.next(clock).toString().substring(24);
        account = accounts.ensure(
                        username, "Người Bị Xem", PASSWORD, false, new Actor.Grant(SteeringRoles.REPORTER, "05437"))
                .id();
        reader = administrator("q.xem", "Quản Trị Hay Xem", "19");
        person = signedIn(username);
        assertThat(reader.open("/admin/accounts/" + account).getStatus()).isEqualTo(200);
    }

    @Test
    void a_look_is_seen_at_once_by_whom_when_which_record_and_for_what() throws Exception {
        person.open("/id/looks");
        assertThat(person.page().select("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text())
                        .contains("Quản Trị Hay Xem", "Tài khoản và vai trò", "quản trị tài khoản"));
        String json = person.open("/api/v1/me/access-log").getContentAsString();
        assertThat(json)
                .contains(
                        "\"by\":\"Quản Trị Hay Xem\"",
                        "\"action\":\"identity.account-read\"",
                        "\"record\":\"/admin/accounts/" + account + "\"",
                        "\"purpose\":\"quản trị tài khoản\"",
                        "\"objectedAt\":null");
        reader.open("/id/looks");
        assertThat(reader.page().select("tbody tr")).as("nobody else's").isEmpty();
        assertThat(reader.open("/api/v1/me/access-log").getContentAsString()).contains("\"items\":[]");
    }

    @Test
    void an_auditor_who_asks_for_one_person_is_seen_by_that_person() throws Exception {
        accounts.ensure("k.xem", "Kiểm Toán Xem", PASSWORD, false, new Actor.Grant(Roles.AUDITOR, "19"));
        var auditor = withCode("k.xem");
        auditor.open("/audit?person=" + username);
        auditor.open("/audit.csv?person=" + username);
        auditor.open("/audit");
        person.open("/id/looks");
        assertThat(person.page().select("tbody th").eachText())
                .containsExactly("Kiểm Toán Xem", "Kiểm Toán Xem", "Quản Trị Hay Xem");
    }

    @Test
    void an_objection_is_work_for_an_administrator_of_the_reader_s_unit_who_was_not_the_reader() throws Exception {
        person.open("/id/looks");
        String form = person.page().select("tbody td a").attr("href");
        assertThat(person.open(form).getStatus()).isEqualTo(200);
        assertThat(person.send(form, "text", "vì").getStatus()).isEqualTo(422);
        assertThat(person.send(form, "text", "Tôi không có việc gì ở đây").getStatus())
                .isEqualTo(303);
        assertThat(person.send(form, "text", "Lần nữa thì vẫn là một").getStatus())
                .isEqualTo(303);
        UUID id = jdbc.sql("SELECT id FROM identity.look_objection WHERE subject = :subject")
                .param("subject", account)
                .query(UUID.class)
                .single();
        OffsetDateTime due = jdbc.sql("SELECT due_at FROM work.item WHERE evidence = :id AND unit = '19'"
                        + " AND kind = 'identity.look-objection' AND role = 'ADMINISTRATOR' AND closed_at IS NULL")
                .param("id", id)
                .query(OffsetDateTime.class)
                .single();
        assertThat(Duration.between(clock.instant(), due))
                .as("ten working days")
                .isBetween(Duration.ofDays(12), Duration.ofDays(25));
        person.open("/id/looks");
        assertThat(person.page().select("tbody").text()).contains("Đã phản đối", "Đang chờ trả lời");

        String path = "/admin/objections/" + id;
        var far = administrator("q.noi.khac", "Quản Nơi Khác", "01");
        assertThat(far.open(path).getStatus()).isEqualTo(404);
        assertThat(far.send(path + "/answer", "text", "Không phải việc của tôi").getStatus())
                .isEqualTo(404);
        assertThat(mvc.perform(get(path).with(Persons.as(Persons.synthetic(Roles.ADMINISTRATOR, "19"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(reader.open(path).getStatus()).isEqualTo(200);
        assertThat(reader.send(path + "/answer", "text", "Tôi xem là đúng").getStatus())
                .as("who looked")
                .isEqualTo(403);

        var other = administrator("q.tra.loi", "Quản Trả Lời", "19");
        other.open("/work");
        assertThat(other.page().select("a[href='" + path + "']")).isNotEmpty();
        other.open(path);
        assertThat(other.page().select("main").text()).contains("Người Bị Xem", "Tôi không có việc gì ở đây");
        assertThat(other.send(path + "/answer", "text", "Xem khi sửa quyền").getStatus())
                .isEqualTo(303);
        assertThat(other.send(path + "/answer", "text", "Trả lời lần hai").getStatus())
                .isEqualTo(409);
        person.open("/id/looks");
        assertThat(person.page().select("tbody").text()).contains("Trả lời: Xem khi sửa quyền");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            person.open("/inbox");
            assertThat(person.page().select("main").text()).contains("Phản đối của bạn");
        });
    }

    @Test
    void nobody_objects_for_another_and_the_attempt_leaves_a_line() throws Exception {
        person.open("/id/looks");
        String form = person.page().select("tbody td a").attr("href");
        var thief = administrator("q.ke.la", "Quản Kẻ Lạ", "19");
        thief.open("/id");
        assertThat(thief.open(form).getStatus()).isEqualTo(404);
        assertThat(thief.send(form, "text", "Tôi phản đối thay").getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.look_objection WHERE subject = :subject")
                        .param("subject", account)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM identity.access_log"
                                        + " WHERE action = 'identity.request-refused' AND object = :form AND username = 'q.ke.la'")
                        .param("form", form)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private Visitor administrator(String username, String name, String unit) throws Exception {
        accounts.ensure(username, name, PASSWORD, false, new Actor.Grant(Roles.ADMINISTRATOR, unit));
        return withCode(username);
    }

    /** Signed in by password and code, whether or not another test gave the account one. */
    private Visitor withCode(String username) throws Exception {
        jdbc.sql("DELETE FROM identity.totp t USING identity.account a WHERE a.id = t.account AND a.username = :name")
                .param("name", username)
                .update();
        var visitor = signedIn(username);
        CodeDevice.setUp(visitor, clock);
        return visitor;
    }

    private Visitor signedIn(String username) throws Exception {
        var visitor = new Visitor(mvc, "198.51.100.30");
        assertThat(visitor.signIn(username, PASSWORD).getStatus()).isEqualTo(303);
        return visitor;
    }
}
