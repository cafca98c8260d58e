package vn.thucchat.foundation.identity.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Refused requests leave lines in the access log, few of them; and sessions end however much they are used. */
@ApplicationTest
class RefusalLogPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong-sau";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void back() {
        clock.moveTo(TestTime.now());
    }

    @Test
    void a_refused_request_is_in_the_log_and_a_flood_of_them_is_a_few_lines() throws Exception {
        UUID account = person("tu.choi", SteeringRoles.REPORTER);
        var visitor = new Visitor(mvc, "192.0.2.41");
        visitor.signIn("tu.choi", PASSWORD);
        assertThat(visitor.open("/audit").getStatus()).isEqualTo(403);
        assertThat(lines(account)).isEqualTo(1);
        for (int i = 0; i < 120; i++) visitor.open("/admin/accounts?q=" + i);
        assertThat(lines(account))
                .as("the 1st, 10th, 100th; and a few of another minute")
                .isBetween(3, 6);
        assertThat(jdbc.sql("""
                        SELECT object FROM identity.access_log
                        WHERE account = :account AND action = 'identity.request-refused' ORDER BY id LIMIT 1
                        """).param("account", account).query(String.class).single())
                .isEqualTo("/audit");
    }

    @Test
    void who_asks_for_what_is_another_units_is_in_the_log() throws Exception {
        UUID far = accounts.ensure("o.hanoi", "Ở Hà Nội", null, false, new Actor.Grant(Roles.LEADER, "01"))
                .id();
        UUID account = person("hoi.nho", Roles.ADMINISTRATOR);
        var visitor = new Visitor(mvc, "192.0.2.44");
        visitor.signIn("hoi.nho", PASSWORD);
        CodeDevice.setUp(visitor, clock);
        assertThat(visitor.open("/admin/accounts").getStatus()).isEqualTo(200);
        assertThat(lines(account)).as("premise").isZero();
        assertThat(visitor.open("/admin/accounts/" + far).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("""
                        SELECT object FROM identity.access_log
                        WHERE account = :account AND action = 'identity.request-refused'
                        """).param("account", account).query(String.class).list())
                .containsExactly("/admin/accounts/" + far);
        for (int i = 0; i < 30; i++) visitor.open("/admin/accounts/" + UUID.randomUUID());
        assertThat(lines(account)).as("the 1st, the 10th").isBetween(2, 4);
        assertThat(new Visitor(mvc, "192.0.2.45").open("/markets/khong-co").getStatus())
                .as("a stranger's lines would be a flood")
                .isEqualTo(404);
    }

    @Test
    void throttled_sign_ins_are_in_the_log() throws Exception {
        person("bi.doan", SteeringRoles.REPORTER);
        int before = count("identity.sign-in-throttled");
        var visitor = new Visitor(mvc, "192.0.2.42");
        int throttled = 0;
        for (int i = 0; i < 40; i++) if (visitor.signIn("bi.doan", "sai" + i).getStatus() == 429) throttled++;
        assertThat(throttled).isGreaterThan(10);
        assertThat(count("identity.sign-in-throttled") - before).isBetween(2, 6);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_much_it_is_used() throws Exception {
        person("ca.dem", SteeringRoles.REPORTER);
        var visitor = new Visitor(mvc, "192.0.2.43");
        visitor.signIn("ca.dem", PASSWORD);
        var began = clock.instant();
        for (int hour = 3; hour < 12; hour += 3) {
            clock.moveTo(began.plus(Duration.ofHours(hour)));
            assertThat(visitor.open("/account/password").getStatus())
                    .as("after %s hours", hour)
                    .isEqualTo(200);
        }
        clock.moveTo(began.plus(Duration.ofHours(12)));
        assertThat(visitor.open("/account/password").getRedirectedUrl()).startsWith("/sign-in");
    }

    private UUID person(String username, String role) {
        return accounts.ensure(username, "Người " + username, PASSWORD, false, new Actor.Grant(role, "05437"))
                .id();
    }

    private int lines(UUID account) {
        return jdbc.sql("""
                SELECT count(*) FROM identity.access_log
                WHERE account = :account AND action = 'identity.request-refused'
                """).param("account", account).query(Integer.class).single();
    }

    private int count(String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
