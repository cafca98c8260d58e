package vn.thucchat.foundation.identity.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.Credentials;
import vn.thucchat.foundation.identity.accounts.PasswordLinks;
import vn.thucchat.foundation.identity.accounts.RoleAdministration;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** An owner closes their account with a proof and a second thought; nothing is left that opens it. */
@ApplicationTest
@NullMarked
class ClosingPageTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(310_000);
    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Administration administration;

    @Autowired
    RoleAdministration roles;

    @Autowired
    DataRequests requests;

    @Autowired
    PasswordLinks links;

    @Autowired
    Credentials credentials;

    @Autowired
    AccountClosing closing;

    @Autowired
    Contacts contacts;

    @Autowired
    RetentionSweep closedAccountSweep;

    @Autowired
    PersonRegistry people;

    @Autowired
    Representations representations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void an_account_is_closed_after_a_second_confirmation_and_tells_every_address() throws Exception {
        Actor owner = account();
        contacts.ensure(owner.account(), AddressKind.EMAIL, owner.username() + "@vidu.example");
        contacts.ensure(owner.account(), AddressKind.PHONE, "+84912" + NUMBERS.incrementAndGet());
        var browser = signedIn(owner);
        var elsewhere = signedIn(owner);
        browser.open("/id");
        assertThat(browser.page().select("a[href='/id/close']")).isNotEmpty();
        browser.open("/id/close");
        assertThat(browser.page().select("main").text())
                .contains("không mở lại được", "Giữ gì, bao lâu", "tên đăng nhập, thì giữ mãi cùng nhật ký");
        browser.open("/id/close/confirm");
        assertThat(browser.send("/id/close").getStatus()).as("without the tick").isEqualTo(422);
        assertThat(accounts.find(owner.account()).orElseThrow().disabled()).isFalse();

        assertThat(browser.send("/id/close", "sure", "true").getRedirectedUrl()).isEqualTo("/account-closed");
        browser.open("/account-closed");
        assertThat(browser.page().text()).contains("Tài khoản đã đóng", "bộ phận một cửa");
        assertThat(accounts.find(owner.account()).orElseThrow().disabled()).isTrue();
        assertThat(elsewhere.open("/id").getStatus())
                .as("signed out everywhere")
                .isIn(302, 303, 401);
        assertThat(count("identity.session WHERE account", owner)).isZero();
        assertThat(count("notify.contact WHERE account", owner)).isZero();
        assertThat(jdbc.sql("SELECT payload FROM delivery.outbox_message WHERE channel = 'account-closed'"
                                + " AND recipient = :id")
                        .param("id", owner.account().toString())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(payload -> payload.contains("vidu.example"));
        assertThat(jdbc.sql("SELECT detail FROM identity.access_log WHERE account = :id"
                                + " AND action = 'identity.account-closed'")
                        .param("id", owner.account())
                        .query(String.class)
                        .single())
                .contains("identity.account 1", "notify.contact 2");
    }

    @Test
    void signing_in_afterwards_says_that_it_is_closed_to_who_knows_the_password() throws Exception {
        Actor owner = account();
        close(signedIn(owner));
        var browser = new Visitor(mvc, "203.0.113.9");
        assertThat(browser.signIn(owner.username(), PASSWORD).getStatus()).isEqualTo(422);
        assertThat(browser.page().select("#username-fault").text()).contains("đã đóng", "bộ phận một cửa");
        browser.signIn(owner.username(), "mat-khau-khac-han");
        assertThat(browser.page().select("#username-fault").text()).doesNotContain("đã đóng");

        Instant later = clock.instant().plusSeconds(60);
        assertThat(closedAccountSweep.count(later, 10)).isPositive();
        assertThat(closedAccountSweep.delete(later, 1_000)).isPositive();
        var forgotten = new Visitor(mvc, "203.0.113.11");
        forgotten.signIn(owner.username(), PASSWORD);
        assertThat(forgotten.page().select("#username-fault").text()).doesNotContain("đã đóng");
    }

    @Test
    void a_closed_account_is_opened_again_by_nobody() throws Exception {
        Actor owner = account();
        String admin = "qt" + Ids.next(clock).toString().substring(24);
        accounts.ensure(admin, "Quản trị " + admin, null, false, new Actor.Grant(Roles.ADMINISTRATOR, "VN"));
        Actor administrator = accounts.actor(admin).orElseThrow();
        int version = accounts.find(owner.account()).orElseThrow().version();
        var linked = links.make(administrator, owner.account(), version);
        assertThat(linked).isInstanceOf(Administration.Outcome.Linked.class);
        String token = ((Administration.Outcome.Linked) linked).token();
        close(signedIn(owner));
        assertThat(credentials.reset(token, "mot-mat-khau-moi-toanh", "mot-mat-khau-moi-toanh"))
                .isEqualTo(new Credentials.Outcome.Refused(Credentials.Refusal.LINK_IS_OVER));
        assertThat(count("identity.reset WHERE used_at IS NULL AND account", owner))
                .isZero();
        int now = accounts.find(owner.account()).orElseThrow().version();
        assertThat(administration.disable(administrator, owner.account(), now, false))
                .isEqualTo(new Administration.Outcome.Refused(Administration.Refusal.CLOSED));
        assertThat(administration.rename(administrator, owner.account(), now, "Tên cũ"))
                .isEqualTo(new Administration.Outcome.Refused(Administration.Refusal.CLOSED));
        assertThat(links.make(administrator, owner.account(), now))
                .isEqualTo(new Administration.Outcome.Refused(Administration.Refusal.CLOSED));
        assertThat(roles.grant(administrator, owner.account(), now, Roles.AUDITOR, "19"))
                .isEqualTo(new Administration.Outcome.Refused(Administration.Refusal.CLOSED));
        assertThat(accounts.find(owner.account()).orElseThrow().disabled()).isTrue();
        assertThat(requests.make(owner, DataRequest.Kind.SEE, "xem"))
                .as("asked in another tab")
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void two_who_close_at_once_close_once() throws Exception {
        Actor owner = account();
        contacts.ensure(owner.account(), AddressKind.EMAIL, owner.username() + "@vidu.example");
        closing.close(owner).expectDone();
        assertThat(closing.close(owner)).isEqualTo(new Result.Stale());
        assertThat(jdbc.sql("SELECT count(*) FROM delivery.outbox_message WHERE channel = 'account-closed'"
                                + " AND recipient = :id")
                        .param("id", owner.account().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_account_of_the_demonstration_stays_open_for_others() throws Exception {
        String name = "minhhoa" + NUMBERS.incrementAndGet();
        accounts.ensure(name, "Người minh họa", PASSWORD, true);
        var browser = signedIn(accounts.actor(name).orElseThrow());
        browser.open("/id/close/confirm");
        assertThat(browser.send("/id/close", "sure", "true").getStatus()).isNotEqualTo(303);
        assertThat(browser.page().select("main").text()).contains("dùng chung");
        assertThat(accounts.actor(name)).isPresent();
    }

    @Test
    void who_holds_a_role_hands_it_over_first() throws Exception {
        Actor official = account(new Actor.Grant(SteeringRoles.REPORTER, "05437"));
        var browser = signedIn(official);
        browser.open("/id/close");
        assertThat(browser.page().select("main").text()).contains("Bàn giao trước đã", "Người báo cáo");
        assertThat(browser.page().select("main a[href='/work/delegations']")).hasSize(1);
        assertThat(browser.page().select("a[href='/id/close/confirm']")).isEmpty();
        assertThat(browser.send("/id/close", "sure", "true").getStatus()).isEqualTo(403);
        assertThat(accounts.find(official.account()).orElseThrow().disabled()).isFalse();
    }

    @Test
    void who_acts_for_somebody_stops_first() throws Exception {
        Actor owner = account();
        var number = new PersonNumber("019088%06d".formatted(NUMBERS.incrementAndGet()));
        Person self = people.identify(owner, number, owner.name(), LocalDate.of(1988, 4, 12), Person.Proof.VNEID_2)
                .orElseThrow();
        representations
                .make(
                        account(),
                        self,
                        new Representations.Draft(
                                Representation.Kind.HOUSEHOLD,
                                null,
                                "4600000016",
                                "Hộ kinh doanh chè Thử",
                                "Giấy chứng nhận số 12/2025",
                                BusinessTime.day(clock.instant()).plusDays(10)))
                .expectDone();
        var browser = signedIn(owner);
        browser.open("/id/close");
        assertThat(browser.page().select("main").text()).contains("Hộ kinh doanh chè Thử", "thôi làm thay");
        assertThat(browser.page().select("main a[href='/id/person']")).hasSize(1);
        assertThat(browser.send("/id/close", "sure", "true").getStatus()).isEqualTo(403);
        representations
                .end(owner, self, representations.by(self).getFirst().id())
                .expectDone();
        close(browser);
    }

    private void close(Visitor browser) throws Exception {
        browser.open("/id/close/confirm");
        assertThat(browser.send("/id/close", "sure", "true").getStatus()).isEqualTo(303);
    }

    private Visitor signedIn(Actor owner) throws Exception {
        var browser = new Visitor(mvc, "198.51.100.7");
        assertThat(browser.signIn(owner.username(), PASSWORD).getStatus()).isEqualTo(303);
        return browser;
    }

    private int count(String from, Actor owner) {
        return jdbc.sql("SELECT count(*) FROM " + from + " = :id")
                .param("id", owner.account())
                .query(Integer.class)
                .single();
    }

    private Actor account(Actor.Grant... grants) {
        String username = "dong" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người " + username, PASSWORD, false, grants);
        return accounts.actor(username).orElseThrow();
    }
}
