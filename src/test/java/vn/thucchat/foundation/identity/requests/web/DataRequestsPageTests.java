package vn.thucchat.foundation.identity.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** What people ask about their data is acknowledged and answered in time, gathered, and really deleted. */
@ApplicationTest
@NullMarked
class DataRequestsPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Actor person = Actor.STRANGER;
    private Visitor visitor = new Visitor(mvc, person);
    private Visitor desk = new Visitor(mvc, person);

    @BeforeEach
    void aPersonAndAnOfficer() {
        desk = new Visitor(mvc, account(new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19")));
        person = account();
        visitor = new Visitor(mvc, person);
    }

    @Test
    void a_request_runs_on_two_clocks_and_is_seen_by_who_asks_from_end_to_end() throws Exception {
        assertThat(visitor.submit("/id/requests", Map.of("kind", "", "reason", "x"))
                        .getStatus())
                .isEqualTo(422);
        String own = ask("EXPORT");
        UUID id = id(own);
        assertThat(due("identity.data-request-received", id)).isBetween(Duration.ofDays(1), Duration.ofDays(9));
        assertThat(due("identity.data-request-export", id)).isBetween(Duration.ofDays(10), Duration.ofDays(30));
        assertThat(visitor.page(own, 200).text()).contains("Đã gửi, chờ báo nhận");
        assertThat(new Visitor(mvc, account()).open(own).getStatus()).isEqualTo(404);

        String path = "/privacy/requests/" + id;
        var far = new Visitor(mvc, account(new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "00004")));
        assertThat(far.open(path).getStatus()).isEqualTo(404);
        assertThat(far.submit(path + "/acknowledged", Map.of()).getStatus()).isEqualTo(404);
        assertThat(desk.page("/privacy/requests", 200).select("a[href='" + path + "']"))
                .hasSize(1);
        assertThat(desk.page("/work", 200).select("a[href='" + path + "']")).isNotEmpty();
        assertThat(desk.submit(path + "/acknowledged", Map.of()).getStatus()).isEqualTo(303);
        assertThat(desk.submit(path + "/acknowledged", Map.of()).getStatus()).isEqualTo(409);
        assertThat(visitor.page(own, 200).text()).contains("đang giải quyết");
        assertThat(visitor.open(own + "/data.zip").getStatus()).isEqualTo(404);

        assertThat(answer(desk, id, "DONE")).isEqualTo(303);
        assertThat(answer(desk, id, "REFUSED")).isEqualTo(409);
        assertThat(visitor.page(own, 200).text()).contains("Đã làm xong", "Theo Luật 91/2025/QH15");
        assertThat(open(id)).isZero();
        assertThat(visitor.page("/id/looks", 200).text()).contains("Yêu cầu bạn đã gửi");

        Map<String, String> files = unzipped(visitor.open(own + "/data.zip").getContentAsByteArray());
        assertThat(files).containsOnlyKeys("data.json", "data.html");
        assertThat(files.get("data.json"))
                .contains(
                        "\"identity.account\"", "\"identity.session\"", "\"username\" : \"" + person.username() + "\"")
                .contains("\"notInThisFile\" : [", "\"money.payment\"");
        assertThat(files.get("data.html")).contains("Người &lt;Hỏi&gt;", "Tên đăng nhập");
        assertThat(new Visitor(mvc, account()).open(own + "/data.zip").getStatus())
                .as("another's")
                .isEqualTo(404);
        jdbc.sql(
                        "UPDATE identity.data_export SET made_at = made_at - interval '7 days', until = until - interval '7 days'"
                                + " WHERE request = :id")
                .param("id", id)
                .update();
        assertThat(visitor.open(own + "/data.zip").getStatus())
                .as("after 7 days")
                .isEqualTo(404);
    }

    @Test
    void deleting_closes_the_account_and_says_what_is_kept_and_why() throws Exception {
        jdbc.sql("INSERT INTO notify.declined (account, kind, declined_at) VALUES (:id, 'work.chased', '2026-01-01')")
                .param("id", person.account())
                .update();
        UUID id = id(ask("DELETE"));
        assertThat(answer(desk, id, "DONE")).isEqualTo(303);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.account WHERE id = :id AND disabled AND password IS NULL"
                                + " AND name = 'Tài khoản đã đóng'")
                        .param("id", person.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM notify.declined WHERE account = :id")
                        .param("id", person.account())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(desk.page("/privacy/requests/" + id, 200).text())
                .contains("Đã xóa 1 bản ghi", "Không xóa. Luật buộc giữ", "không ai sửa hay xóa được");
    }

    @Test
    void who_still_holds_a_role_is_not_deleted() throws Exception {
        Actor official = account(new Actor.Grant(SteeringRoles.REPORTER, "05437"));
        visitor = new Visitor(mvc, official);
        UUID id = id(ask("DELETE"));
        var refused = desk.submit("/privacy/requests/" + id + "/answered", filled("DONE"));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(Visitor.parsed(refused).select(".errors").text()).contains("thu hồi vai trò trước");
        assertThat(accounts.find(official.account()).orElseThrow().disabled()).isFalse();
        assertThat(answer(desk, id, "REFUSED")).isEqualTo(303);
        assertThat(accounts.find(official.account()).orElseThrow().disabled()).isFalse();
    }

    @Test
    void who_held_a_role_until_a_day_is_deleted_with_all_ways_to_sign_in() throws Exception {
        Actor left = account(new Actor.Grant(SteeringRoles.REPORTER, "05437"));
        jdbc.sql("UPDATE identity.role_grant SET ends_at = from_at + interval '1 microsecond' WHERE account = :id")
                .param("id", left.account())
                .update();
        jdbc.sql(
                        "INSERT INTO identity.totp (account, secret, made_at, last_step) VALUES (:id, '\\x00', '2026-01-01', 0)")
                .param("id", left.account())
                .update();
        visitor = new Visitor(mvc, left);
        UUID id = id(ask("DELETE"));
        assertThat(answer(desk, id, "DONE")).isEqualTo(303);
        assertThat(accounts.find(left.account()).orElseThrow().disabled()).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.totp WHERE account = :id")
                        .param("id", left.account())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_answers_their_own_nor_asks_without_end() throws Exception {
        visitor = desk;
        UUID id = id(ask("SEE"));
        assertThat(answer(desk, id, "DONE")).isEqualTo(403);
        assertThat(desk.submit("/privacy/requests/" + id + "/acknowledged", Map.of())
                        .getStatus())
                .isEqualTo(409);
        for (int i = 0; i < 4; i++) ask("OBJECT");
        var sixth = desk.submit("/id/requests", Map.of("kind", "SEE", "reason", "Một lần nữa"));
        assertThat(sixth.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(sixth).select("#kind-fault").text()).contains("5 yêu cầu");
    }

    private String ask(String kind) throws Exception {
        return Visitor.next(visitor.submit("/id/requests", Map.of("kind", kind, "reason", "Tôi muốn biết rõ")));
    }

    private static int answer(Visitor desk, UUID id, String done) throws Exception {
        return desk.submit("/privacy/requests/" + id + "/answered", filled(done))
                .getStatus();
    }

    private static Map<String, Object> filled(String done) {
        return new HashMap<>(Map.of("done", done, "answer", "Theo Luật 91/2025/QH15"));
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private Duration due(String kind, UUID id) {
        OffsetDateTime due = jdbc.sql("SELECT due_at FROM work.item WHERE evidence = :id AND kind = :kind"
                        + " AND role = 'DATA_PROTECTION_OFFICER' AND closed_at IS NULL")
                .param("id", id)
                .param("kind", kind)
                .query(OffsetDateTime.class)
                .single();
        return Duration.between(clock.instant(), due);
    }

    private int open(UUID id) {
        return jdbc.sql("SELECT count(*) FROM work.item WHERE evidence = :id AND closed_at IS NULL")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> unzipped(byte[] zip) throws Exception {
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    private Actor account(Actor.Grant... grants) {
        String username = "r" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người <Hỏi>", null, false, grants);
        return accounts.actor(username).orElseThrow();
    }
}
