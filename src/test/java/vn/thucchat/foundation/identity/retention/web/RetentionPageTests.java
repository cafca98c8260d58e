package vn.thucchat.foundation.identity.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.retention.ReadAlarms;
import vn.thucchat.foundation.identity.retention.Retention;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** What is kept no longer is really deleted, and whoever reads much is asked once why. */
@ApplicationTest
@NullMarked
class RetentionPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Retention retention;

    @Autowired
    ReadAlarms alarms;

    @Autowired
    AccessLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Visitor officer = new Visitor(mvc, Actor.STRANGER);

    @BeforeEach
    void anOfficer() {
        officer = new Visitor(mvc, account(new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19")));
    }

    @Test
    void the_night_deletes_what_is_older_than_the_rule_and_says_how_much() throws Exception {
        UUID person = account().account();
        contact(person, "2222222222222222222222222A", 400);
        contact(person, "2222222222222222222222222B", 300);
        assertThat(officer.page("/privacy/retention", 200).text()).contains("365 ngày", "Đêm tới sẽ xóa 1");
        assertThat(contacts(person)).as("the page only counts").isEqualTo(2);
        retention.run();
        assertThat(contacts(person)).isEqualTo(1);
        assertThat(officer.page("/privacy/retention", 200).text()).contains("Đêm tới sẽ xóa 0", "1 bản ghi, lúc");
    }

    @Test
    void who_read_too_many_is_asked_once_by_somebody_else() throws Exception {
        Actor reader = account(new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19"));
        for (int i = 0; i < 60; i++) log.recordRead(reader, "test.read", "/x", "", UUID.randomUUID());
        alarms.look();
        assertThat(raised(reader)).as("as many as are allowed").isZero();
        log.recordRead(reader, "test.read", "/x", "", UUID.randomUUID());
        alarms.look();
        alarms.look();
        assertThat(raised(reader)).isEqualTo(1);
        UUID id = jdbc.sql("SELECT id FROM identity.read_alarm WHERE account = :account")
                .param("account", reader.account())
                .query(UUID.class)
                .single();
        String path = "/privacy/alarms/" + id;
        assertThat(officer.page("/work", 200).select("a[href='" + path + "']")).isNotEmpty();
        assertThat(officer.page(path, 200).text()).contains("61 người trong một giờ", "mức cho phép 60");
        var note = Map.of("note", "Rà soát danh sách trợ cấp");
        assertThat(new Visitor(mvc, reader).submit(path + "/answered", note).getStatus())
                .as("the reader")
                .isEqualTo(403);
        var far = new Visitor(mvc, account(new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "00004")));
        assertThat(far.open(path).getStatus()).isEqualTo(404);
        assertThat(officer.submit(path + "/answered", Map.of("note", "")).getStatus())
                .isEqualTo(422);
        assertThat(officer.submit(path + "/answered", note).getStatus()).isEqualTo(303);
        assertThat(officer.submit(path + "/answered", note).getStatus()).isEqualTo(409);
        assertThat(officer.page(path, 200).text()).contains("Rà soát danh sách trợ cấp");
        assertThat(officer.page("/work", 200).select("a[href='" + path + "']")).isEmpty();
    }

    private int raised(Actor reader) {
        return jdbc.sql("SELECT count(*) FROM identity.read_alarm WHERE account = :account")
                .param("account", reader.account())
                .query(Integer.class)
                .single();
    }

    private void contact(UUID person, String mark, int daysAgo) {
        jdbc.sql("""
                        INSERT INTO notify.contact (account, id, kind, sealed, mark, made_at, lost_at, lost)
                        VALUES (:account, :id, 'EMAIL', 'x', :mark, :at, :at, 'REMOVED')
                        """)
                .param("account", person)
                .param("id", Ids.next(clock))
                .param("mark", mark)
                .param("at", clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC))
                .update();
    }

    private int contacts(UUID person) {
        return jdbc.sql("SELECT count(*) FROM notify.contact WHERE account = :account")
                .param("account", person)
                .query(Integer.class)
                .single();
    }

    private Actor account(Actor.Grant... grants) {
        String username = "t" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người Giữ Dữ Liệu", null, false, grants);
        return accounts.actor(username).orElseThrow();
    }
}
