package vn.thucchat.foundation.identity.leavers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.leavers.Leavers;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** Leavers by a spreadsheet: looked at before it counts, whole or not at all. */
@ApplicationTest
@NullMarked
class LeaversPageTests {

    private static final String PATH = "/admin/leavers";
    private static final String DECISION = "Quyết định 77/QĐ-SNV ngày 01/12/2026";

    @Autowired
    Administration administration;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Leavers leavers;

    @Autowired
    List<PersonalDataSource> personal;

    @Autowired
    MessageSource messages;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor first = Actor.STRANGER;
    private Actor second = Actor.STRANGER;
    private Visitor desk = new Visitor(mvc, first);

    @BeforeEach
    void officials() {
        first = account("di", new Actor.Grant(SteeringRoles.REPORTER, "19"));
        second = account("nghi", new Actor.Grant(SteeringRoles.REPORTER, "19"), new Actor.Grant(Roles.LEADER, "19"));
        desk = new Visitor(mvc, account("qt", new Actor.Grant(Roles.ADMINISTRATOR, "19")));
    }

    private Actor account(String username, Actor.Grant... grants) {
        String name = username + Ids.next(clock).toString().substring(30);
        accounts.ensure(name, "Người " + username, "con-trau-cay-ruong", false, grants);
        return accounts.actor(name).orElseThrow();
    }

    private org.jsoup.nodes.Document look(int status, String... rows) throws Exception {
        String csv = "Tên đăng nhập,Ngày làm việc cuối\n" + String.join("\n", rows) + "\n";
        var file = new MockMultipartFile("sheet", "nghi.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        var answer = desk.send(PATH, Map.of(), file);
        assertThat(answer.getStatus()).isEqualTo(status);
        return Visitor.parsed(answer);
    }

    private static String row(Actor who, LocalDate day) {
        return who.username() + "," + "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    private int close(org.jsoup.nodes.Document looked) throws Exception {
        return desk.submit(
                        PATH + "/closed",
                        Map.of("plan", looked.select("input[name=plan]").val(), "paper", DECISION))
                .getStatus();
    }

    @Test
    void who_left_is_closed_at_once_and_who_will_leave_with_the_day() throws Exception {
        assertThat(desk.page(PATH, 200).select("input[type=file]")).hasSize(1);
        assertThat(desk.open(PATH + "/template").getStatus()).isEqualTo(200);
        var looked = look(200, row(first, today().minusDays(1)), row(second, today().plusDays(3)));
        assertThat(looked.select("tbody tr")).hasSize(2);
        assertThat(accounts.actor(first.username())).as("only looked at").isPresent();
        assertThat(close(looked)).isEqualTo(303);
        assertThat(accounts.actor(first.username())).isEmpty();
        assertThat(accounts.grants(first.account())).noneMatch(grant -> grant.held());
        assertThat(accounts.actor(second.username()).orElseThrow().grants()).hasSize(2);
        assertThat(close(looked)).as("sent twice").isEqualTo(409);
        assertThat(personal.stream()
                        .filter(source -> source.purpose().equals("identity.departure"))
                        .flatMap(source -> source.gather(second.account(), new Texts(messages, Locale.ROOT)).stream()))
                .as("an extract tells of it")
                .hasSize(1);

        clock.moveTo(clock.instant().plus(Duration.ofDays(4)));
        assertThat(accounts.actor(second.username()).orElseThrow().grants())
                .as("ended by themselves")
                .isEmpty();
        assertThat(leavers.closeDue()).isPositive();
        assertThat(accounts.actor(second.username())).isEmpty();
        assertThat(leavers.closeDue()).isZero();
    }

    @Test
    void a_role_given_after_the_last_day_was_entered_ends_with_it_too_and_one_given_after_it_keeps_the_account()
            throws Exception {
        assertThat(close(look(200, row(first, today().plusDays(3)), row(second, today().plusDays(3)))))
                .isEqualTo(303);
        accounts.grant(first.account(), SteeringRoles.REPORTER, "164");
        clock.moveTo(clock.instant().plus(Duration.ofDays(4)));
        assertThat(accounts.actor(first.username()).orElseThrow().grants())
                .as("the premise: somebody elsewhere knew nothing of it")
                .hasSize(1);
        accounts.grant(second.account(), SteeringRoles.REPORTER, "164");
        assertThat(leavers.closeDue()).isEqualTo(1);
        assertThat(accounts.actor(first.username())).isEmpty();
        assertThat(accounts.grants(first.account())).noneMatch(grant -> grant.held());
        assertThat(accounts.actor(second.username())).isPresent();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = 'identity.departure-undone'"
                                + " AND object = '/admin/accounts/' || :account")
                        .param("account", second.account().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_earlier_last_day_counts_and_a_later_one_is_refused() throws Exception {
        assertThat(close(look(200, row(first, today().plusDays(9))))).isEqualTo(303);
        assertThat(look(422, row(first, today().plusDays(20)))
                        .select(".errors tbody tr")
                        .text())
                .contains("muộn hơn ngày đã ghi");
        assertThat(close(look(200, row(first, today().plusDays(2))))).isEqualTo(303);
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(leavers.closeDue()).isPositive();
        assertThat(accounts.actor(first.username())).isEmpty();
    }

    @Test
    void who_comes_back_is_not_closed_by_a_day_that_was_entered_before() throws Exception {
        assertThat(close(look(200, row(first, today().plusDays(9))))).isEqualTo(303);
        assertThat(close(look(200, row(first, today().minusDays(1))))).isEqualTo(303);
        assertThat(accounts.actor(first.username()))
                .as("the premise: gone sooner")
                .isEmpty();
        enabled(first, true);
        accounts.grant(first.account(), SteeringRoles.REPORTER, "164");
        clock.moveTo(clock.instant().plus(Duration.ofDays(10)));
        leavers.closeDue();
        assertThat(accounts.actor(first.username()).orElseThrow().grants()).hasSize(1);
    }

    @Test
    void roles_end_with_the_last_day_of_an_account_that_was_disabled_before() throws Exception {
        assertThat(close(look(200, row(first, today().plusDays(2))))).isEqualTo(303);
        accounts.grant(first.account(), SteeringRoles.REPORTER, "164");
        enabled(first, false);
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        leavers.closeDue();
        enabled(first, true);
        assertThat(accounts.actor(first.username()).orElseThrow().grants()).isEmpty();
    }

    private void enabled(Actor official, boolean enabled) {
        Account account = accounts.find(official.account()).orElseThrow();
        assertThat(administration.disable(
                        account("tinh", new Actor.Grant(Roles.ADMINISTRATOR, "VN")),
                        account.id(),
                        account.version(),
                        !enabled))
                .isInstanceOf(Administration.Outcome.Done.class);
    }

    @Test
    void every_bad_cell_is_named_and_nothing_is_closed() throws Exception {
        Actor elsewhere = account("xa", new Actor.Grant(SteeringRoles.REPORTER, "01"));
        var refused = look(
                422,
                row(first, today()),
                row(first, today()),
                row(elsewhere, today()),
                "khong.co.ai," + "01/12/2026",
                second.username() + ",31/12/2099");
        assertThat(refused.select(".errors tbody tr")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(accounts.actor(first.username())).isPresent();
    }

    @Test
    void what_was_changed_since_or_looked_at_by_another_does_not_count() throws Exception {
        var looked = look(200, row(first, today().minusDays(1)));
        accounts.grant(first.account(), SteeringRoles.REPORTER, "164");
        var other = new Visitor(mvc, account("qt2", new Actor.Grant(Roles.ADMINISTRATOR, "19")));
        assertThat(other.submit(
                                PATH + "/closed",
                                Map.of("plan", looked.select("input[name=plan]").val(), "paper", DECISION))
                        .getStatus())
                .isEqualTo(409);
        assertThat(desk.submit(
                                PATH + "/closed",
                                Map.of("plan", looked.select("input[name=plan]").val(), "paper", " "))
                        .getStatus())
                .isEqualTo(422);
        assertThat(accounts.actor(first.username())).isPresent();
    }
}
