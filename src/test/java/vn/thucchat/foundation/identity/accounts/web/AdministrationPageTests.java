package vn.thucchat.foundation.identity.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

@ApplicationTest
class AdministrationPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    private Visitor admin;
    private String username;

    @BeforeEach
    void anAdministrator() throws Exception {
        username = "q" + Ids.next(clock).toString().substring(24);
        admin = administrator("q.tinh" + username.substring(1));
    }

    private Visitor administrator(String called) throws Exception {
        accounts.ensure(called, "Quản trị tỉnh", PASSWORD, false, new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        var visitor = new Visitor(mvc, "198.51.100." + (1 + (int) (Math.random() * 250)));
        visitor.signIn(called, PASSWORD);
        CodeDevice.setUp(visitor, clock);
        return visitor;
    }

    @Test
    void an_account_is_made_given_a_link_and_found() throws Exception {
        String path = create();
        admin.open(path);
        assertThat(admin.page().select("h1").text()).isEqualTo("Nguyễn Thị Mới " + username);
        assertThat(admin.send(path + "/link", "version", version()).getStatus()).isEqualTo(200);
        String link = admin.page().select("#link").val();
        assertThat(link).contains("/reset/");
        var owner = new Visitor(mvc, "203.0.113.9");
        assertThat(owner.open(link.substring(link.indexOf("/reset/"))).getStatus())
                .isEqualTo(200);
        admin.open(path);
        assertThat(admin.page().select("#link")).as("shown once").isEmpty();
        admin.open("/admin/accounts?q=" + username);
        assertThat(admin.page().select("tbody tr")).hasSize(1);
        assertThat(admin.page().select("tbody .chips").text()).isEqualTo("Người báo cáo · Phường Túc Duyên");
    }

    @Test
    void units_are_chosen_by_name() throws Exception {
        admin.open("/admin/accounts/new");
        assertThat(admin.page().select("select[name=unit] option").eachText())
                .contains("Chọn đơn vị", "Tỉnh Thái Nguyên");
        String path = create();
        admin.open(path);
        assertThat(admin.page().select("select[name=unit] option").eachAttr("value"))
                .contains("19");
    }

    @Test
    void mistakes_are_said_at_their_field_and_nothing_typed_is_lost() throws Exception {
        admin.open("/admin/accounts/new");
        var answer =
                admin.send("/admin/accounts", "username", "có dấu", "name", "Tên <b>", "role", "LEADER", "unit", "01");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(admin.page().select(".errors a").attr("href")).isEqualTo("#username");
        assertThat(admin.page().select("#name").val()).isEqualTo("Tên <b>");
        assertThat(admin.page().select("option[selected]").val()).isEqualTo("LEADER");
        admin.send("/admin/accounts", "username", username, "name", "Tên", "role", "LEADER", "unit", "01");
        assertThat(admin.page().select(".errors a").attr("href")).isEqualTo("#unit");
        admin.send("/admin/accounts", "username", username, "name", "Tên", "role", "KING", "unit", "19");
        assertThat(admin.page().select(".errors a").attr("href")).isEqualTo("#role");
        admin.send("/admin/accounts", "username", "có dấu", "name", "", "role", "KING", "unit", "01");
        assertThat(admin.page().select(".errors a").eachAttr("href")).containsExactly("#username", "#name", "#role");
        admin.send(
                "/admin/accounts",
                "username",
                "q.tinh" + username.substring(1),
                "name",
                "Tên",
                "role",
                "LEADER",
                "unit",
                "19");
        assertThat(admin.page().select(".errors").text()).contains("đã có người dùng");
        admin.send("/admin/accounts", "username", "a\0b", "name", "\uD800", "role", "LEADER", "unit", "\0");
        assertThat(admin.page().select(".errors a").attr("href")).isEqualTo("#username");
        assertThat(accounts.find(username)).isEmpty();
    }

    @Test
    void a_form_sent_twice_makes_one_account() throws Exception {
        create();
        var second =
                admin.send("/admin/accounts", "username", username, "name", "Tên khác", "role", "LEADER", "unit", "19");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(accounts.actor(username).orElseThrow().grants())
                .containsExactly(new Actor.Grant(SteeringRoles.REPORTER, "05437"));
    }

    @Test
    void a_stale_form_says_so_and_shows_what_is_there_now() throws Exception {
        String path = create();
        admin.open(path);
        String version = version();
        assertThat(admin.send(path + "/name", "version", version, "name", "Tên Mới")
                        .getStatus())
                .isEqualTo(303);
        var answer = admin.send(path + "/name", "version", version, "name", "Tên Cũ");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(admin.page().select(".errors").text()).contains("vừa thay đổi");
        assertThat(admin.page().select("#name").val()).isEqualTo("Tên Mới");
        assertThat(admin.send(path + "/name", "version", "một", "name", "X").getStatus())
                .isEqualTo(409);
    }

    @Test
    void whoever_looks_at_somebody_s_ways_to_sign_in_is_written_down_for_them() throws Exception {
        String path = create();
        assertThat(admin.open(path + "/factors").getStatus()).isEqualTo(200);
        UUID owner = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND subject = :owner")
                        .param("action", "identity.factors-read")
                        .param("owner", owner)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_role_of_administrator_takes_a_second_person() throws Exception {
        String path = create();
        admin.open(path);
        assertThat(admin.send(path + "/roles", "version", version(), "role", "ADMINISTRATOR", "unit", "05437")
                        .getStatus())
                .isEqualTo(303);
        admin.open(path);
        assertThat(admin.page().text()).contains("một người quản trị khác giao cùng vai trò");
        assertThat(admin.page().select("form[action$=revoked]"))
                .as("still a reporter only")
                .hasSize(1);
        var second = administrator("q.hai" + username.substring(1));
        second.open(path);
        String version = java.util.Objects.requireNonNull(second.page().selectFirst("input[name=version]"))
                .val();
        second.send(path + "/roles", "version", version, "role", "ADMINISTRATOR", "unit", "05437");
        second.open(path);
        assertThat(second.page().select("form[action$=revoked]")).hasSize(2);
    }

    @Test
    void a_role_without_name_and_unit_has_two_faults() throws Exception {
        String path = create();
        admin.open(path);
        assertThat(admin.send(path + "/roles", "version", version(), "role", "", "unit", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(admin.page().select(".errors a").eachAttr("href")).containsExactly("#role", "#unit");
    }

    @Test
    void a_role_taken_is_gone_at_the_next_click() throws Exception {
        String path = create();
        admin.open(path);
        admin.send(path + "/roles", "version", version(), "role", "AUDITOR", "unit", "h55.12");
        admin.open(path);
        assertThat(admin.page().select("form[action$=revoked]")).hasSize(2);
        admin.send(path + "/link", "version", version());
        String link = admin.page().select("#link").val();
        String reset = link.substring(link.indexOf("/reset/"));
        var owner = new Visitor(mvc, "203.0.113.10");
        owner.open(reset);
        owner.send(reset, "fresh", PASSWORD, "again", PASSWORD);
        owner.signIn(username, PASSWORD);
        assertThat(owner.open("/audit").getRedirectedUrl())
                .as("the role acts once there is a second factor")
                .isEqualTo("/id/codes");
        CodeDevice.setUp(owner, clock);
        assertThat(owner.open("/audit").getStatus()).isEqualTo(200);
        admin.open(path);
        String revoke = admin.page().select("form[action$=revoked]").getLast().attr("action");
        assertThat(admin.send(revoke, "version", version()).getStatus()).isEqualTo(303);
        assertThat(owner.open("/audit").getStatus()).isEqualTo(403);
        admin.open(path);
        admin.send(path + "/disabled", "version", version(), "disabled", "true");
        assertThat(owner.open("/account/password").getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void accounts_out_of_reach_do_not_exist() throws Exception {
        var far = accounts.ensure("q.hanoi", "Hà Nội", null, false, new Actor.Grant(Roles.LEADER, "01"));
        assertThat(admin.open(far.path()).getStatus()).isEqualTo(404);
        admin.open("/admin/accounts/new");
        assertThat(admin.send(far.path() + "/name", "version", "1", "name", "X").getStatus())
                .isEqualTo(404);
        assertThat(admin.open("/admin/accounts/khong-phai-ma").getStatus()).isEqualTo(400);
    }

    @Test
    void everything_has_a_label_and_nothing_is_styled_or_scripted_inline() throws Exception {
        String path = create();
        for (String page : new String[] {"/admin/accounts", "/admin/accounts/new", path}) {
            for (String language : new String[] {"?lang=en", "?lang=vi"}) {
                admin.open(page + language);
                for (var input : admin.page().select("main input:not([type=hidden]), main select"))
                    assertThat(admin.page()
                                    .select("label[for=" + input.id() + "]")
                                    .text())
                            .as(page)
                            .isNotBlank();
                assertThat(admin.page().select("[style], [onclick], script:not([src])"))
                        .isEmpty();
                assertThat(admin.page().select("[id]").eachAttr("id")).as(page).doesNotHaveDuplicates();
            }
        }
    }

    private String create() throws Exception {
        admin.open("/admin/accounts/new");
        var answer = admin.send(
                "/admin/accounts", "username", username, "name", "Nguyễn Thị Mới", "role", "REPORTER", "unit", "05437");
        assertThat(answer.getStatus()).isEqualTo(303);
        return java.util.Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String version() {
        return java.util.Objects.requireNonNull(admin.page().selectFirst("input[name=version]"))
                .val();
    }
}
