package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

class AdministrationTests extends IdentityTest {

    private static final Outcome STALE = refused(Refusal.STALE);

    @Test
    void a_new_account_has_its_first_role_and_its_owner_sets_the_password() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var made = administration.create(admin, "Tu.Nguyen", " Nguyễn Tú ", SteeringRoles.REPORTER, "05437");
        var tu = accounts.actor("tu.nguyen").orElseThrow();
        assertThat(made).isEqualTo(new Outcome.Done(tu.account()));
        assertThat(tu.name()).isEqualTo("Nguyễn Tú");
        assertThat(tu.grants()).containsExactly(grant(SteeringRoles.REPORTER, "05437"));
        var link = (Outcome.Linked) links.make(admin, tu.account(), account(tu).version());
        assertThat(credentials.linked(link.token())).map(Account::username).contains("tu.nguyen");
        assertThat(logged(tu, "identity.account-created")).isEqualTo(1);
        assertThat(logged(tu, "identity.role-granted")).isEqualTo(1);
        assertThat(logged(tu, "identity.reset-link-made")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_with_a_new_account_is_named_and_nothing_is_made() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "19"));
        assertThat(administration.create(admin, "có dấu", "Tên", Roles.LEADER, "19"))
                .isEqualTo(refused(Refusal.USERNAME_UNFIT));
        assertThat(administration.create(admin, "uyen", " \0 ", Roles.LEADER, "19"))
                .isEqualTo(refused(Refusal.NAME_UNFIT));
        assertThat(administration.create(admin, "uyen", "Uyên", Roles.LEADER, "01"))
                .isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
        assertThat(administration.create(admin, "uyen", "Uyên", Roles.LEADER, "'; --"))
                .isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
        assertThat(accounts.find("uyen")).isEmpty();
        assertThat(administration.create(
                        admin, admin.username().toUpperCase(java.util.Locale.ROOT), "X", Roles.LEADER, "19"))
                .isEqualTo(refused(Refusal.USERNAME_TAKEN));
    }

    @Test
    void a_role_is_given_and_taken_within_reach_only() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "164"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        assertThat(roles.grant(admin, person.account(), 1, Roles.LEADER, "19"))
                .isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
        assertThat(roles.grant(admin, person.account(), 1, SteeringRoles.REPORTER, "05437"))
                .isEqualTo(refused(Refusal.HELD_ALREADY));
        now = now.plusSeconds(1);
        assertThat(roles.grant(admin, person.account(), 1, Roles.LEADER, "05440"))
                .isInstanceOf(Outcome.Done.class);
        var held = grantStore.of(List.of(person.account()));
        assertThat(held).extracting(RoleGrant::by).containsExactly(null, admin.username());
        assertThat(roles.revoke(admin, person.account(), 2, held.getFirst().id()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(roles.revoke(admin, person.account(), 3, held.getFirst().id()))
                .isEqualTo(refused(Refusal.NOT_HELD));
        assertThat(accounts.actor(person.username()).orElseThrow().grants())
                .containsExactly(grant(Roles.LEADER, "05440"));
        assertThat(logged(person, "identity.role-revoked")).isEqualTo(1);
    }

    @Test
    void a_role_that_is_given_until_a_day_is_held_through_that_day_and_no_longer() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        LocalDate lastDay = LocalDate.of(2022, 9, 30);
        assertThat(roles.grant(admin, person.account(), 1, Roles.LEADER, "19", LocalDate.of(2022, 8, 7)))
                .isEqualTo(refused(Refusal.ENDS_BEFORE));
        assertThat(roles.grant(admin, person.account(), 1, Roles.LEADER, "19", lastDay))
                .isInstanceOf(Outcome.Done.class);
        var given = grantStore.of(List.of(person.account())).getLast();
        assertThat(given.held()).isTrue();
        assertThat(given.lastDay()).isEqualTo(lastDay);
        Instant before = now;
        // 23:59 and 00:00 in Vietnam
        now = Instant.parse("2022-09-30T16:59:00Z");
        assertThat(actor(person).holds(Roles.LEADER)).isTrue();
        assertThat(accounts.holders(List.of(Roles.LEADER)))
                .anyMatch(holder -> holder.account().equals(person.account()));
        now = Instant.parse("2022-09-30T17:00:00Z");
        assertThat(actor(person).grants()).containsExactly(grant(SteeringRoles.REPORTER, "05437"));
        assertThat(accounts.holders(List.of(Roles.LEADER)))
                .noneMatch(holder -> holder.account().equals(person.account()));
        var over = grantStore.of(List.of(person.account())).getLast();
        assertThat(over.held()).isFalse();
        assertThat(over.until()).isEqualTo(now);
        assertThat(roles.revoke(admin, person.account(), 2, over.id())).isEqualTo(refused(Refusal.NOT_HELD));
        assertThat(roles.grant(admin, person.account(), 2, Roles.LEADER, "19", lastDay))
                .isEqualTo(refused(Refusal.ENDS_BEFORE));
        assertThat(roles.grant(admin, person.account(), 2, Roles.LEADER, "19", null))
                .as("it can be given again")
                .isInstanceOf(Outcome.Done.class);
        assertThat(actor(person).holds(Roles.LEADER)).isTrue();
        now = before;
    }

    /** As the next request would know the person. */
    private Actor actor(Actor person) {
        return accounts.person(person.account(), account(person).secretNo())
                .orElseThrow()
                .actor();
    }

    @Test
    void an_account_outside_is_not_seen_and_one_that_reaches_further_is_seen_but_not_managed() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "164"));
        var stranger = somebody(grant(SteeringRoles.REPORTER, "00004"));
        var both = somebody(grant(SteeringRoles.REPORTER, "05437"), grant(Roles.LEADER, "19"));
        assertThat(administration.find(admin, stranger.account())).isEmpty();
        assertThat(roles.grant(admin, stranger.account(), 1, Roles.LEADER, "05437"))
                .isEqualTo(refused(Refusal.UNKNOWN));
        assertThat(administration.find(admin, both.account()).map(Entry::manageable))
                .contains(false);
        assertThat(links.make(admin, both.account(), 1)).isEqualTo(refused(Refusal.NOT_YOURS));
        assertThat(administration.rename(admin, both.account(), 1, "Khác")).isEqualTo(refused(Refusal.NOT_YOURS));
        assertThat(administration.disable(admin, both.account(), 1, true)).isEqualTo(refused(Refusal.NOT_YOURS));
        var leader = grantStore.of(List.of(both.account())).getLast();
        assertThat(roles.revoke(admin, both.account(), 1, leader.id())).isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
        assertThat(account(both).version()).isEqualTo(1);
    }

    @Test
    void a_link_made_for_a_lesser_account_ends_when_somebody_else_gives_it_more() {
        var ward = somebody(grant(Roles.ADMINISTRATOR, "05437"));
        var province = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        var link = (Outcome.Linked) links.make(ward, person.account(), 1);
        assertThat(credentials.linked(link.token())).isPresent();
        roles.grant(province, person.account(), 2, Roles.LEADER, "19");
        assertThat(credentials.linked(link.token())).isEmpty();
    }

    @Test
    void a_stale_form_changes_nothing() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        var held = grantStore.of(List.of(person.account())).getFirst();
        assertThat(administration.rename(admin, person.account(), 1, "Tên mới")).isInstanceOf(Outcome.Done.class);
        assertThat(administration.rename(admin, person.account(), 1, "Tên cũ")).isEqualTo(STALE);
        assertThat(administration.disable(admin, person.account(), 1, true)).isEqualTo(STALE);
        assertThat(roles.grant(admin, person.account(), 1, Roles.LEADER, "19")).isEqualTo(STALE);
        assertThat(roles.revoke(admin, person.account(), 1, held.id())).isEqualTo(STALE);
        assertThat(links.make(admin, person.account(), 1)).isEqualTo(STALE);
        assertThat(account(person)).extracting(Account::name, Account::version).containsExactly("Tên mới", 2);
    }

    @Test
    void sent_twice_at_once_counts_once() throws Exception {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Outcome> grant = () -> roles.grant(admin, person.account(), 1, Roles.LEADER, "19");
            int done = 0;
            for (var call : threads.invokeAll(List.of(grant, grant, grant, grant)))
                if (call.get() instanceof Outcome.Done) done++;
            assertThat(done).isEqualTo(1);
        }
        assertThat(grantStore.of(List.of(person.account()))).hasSize(2);
    }

    @Test
    void nobody_takes_their_own_last_administrator_role_nor_disables_themselves() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "19"), grant(Roles.ADMINISTRATOR, "05437"));
        var held = grantStore.of(List.of(admin.account()));
        assertThat(roles.revoke(admin, admin.account(), 1, held.getLast().id())).isInstanceOf(Outcome.Done.class);
        assertThat(roles.revoke(admin, admin.account(), 2, held.getFirst().id()))
                .isEqualTo(refused(Refusal.OWN_LAST));
        assertThat(administration.disable(admin, admin.account(), 2, true)).isEqualTo(refused(Refusal.OWN_ACCOUNT));
        assertThat(links.make(admin, admin.account(), 2)).isEqualTo(refused(Refusal.OWN_ACCOUNT));
    }

    @Test
    void disabling_ends_sessions_at_once_and_enabling_brings_the_person_back() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        administration.disable(admin, person.account(), 1, true);
        assertThat(accountStore.person(person.account(), 1)).isEmpty();
        administration.disable(admin, person.account(), 2, false);
        assertThat(accountStore.person(person.account(), 1)).isPresent();
        assertThat(logged(person, "identity.account-disabled")).isEqualTo(1);
        assertThat(logged(person, "identity.account-enabled")).isEqualTo(1);
    }

    @Test
    void a_demonstration_administrator_sees_demonstration_accounts_alone() {
        accounts.ensure("zy_that", "Người thật", null, false, grant(SteeringRoles.REPORTER, "05437"));
        var invented = accounts.ensure("zy_minhhoa", "Minh họa", null, true, grant(SteeringRoles.REPORTER, "05437"));
        var real = accounts.find("zy_that").orElseThrow();
        var demonstration = Persons.synthetic(Roles.ADMINISTRATOR, "VN");
        assertThat(usernames(demonstration, "zy_", "USERNAME")).containsExactly("zy_minhhoa");
        assertThat(administration.find(demonstration, invented.id())).isPresent();
        assertThat(administration.find(demonstration, real.id())).isEmpty();
        assertThat(administration.disable(demonstration, real.id(), real.version(), true))
                .isEqualTo(refused(Refusal.UNKNOWN));
    }

    @Test
    void the_list_is_searched_and_paged_within_reach() {
        for (String name : List.of("zx_1", "zx_2", "zx_3", "ozx1"))
            accounts.ensure(name, "Trần Văn " + name, null, false, grant(SteeringRoles.REPORTER, "05437"));
        accounts.ensure("zx_4", "Ngoài tỉnh", null, false, grant(SteeringRoles.REPORTER, "00004"));
        accounts.ensure("zx_5", "Không vai trò", null, false);
        var district = somebody(grant(Roles.ADMINISTRATOR, "164"));
        var province = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var nation = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        assertThat(usernames(district, "zx_", "USERNAME")).containsExactly("zx_1", "zx_2", "zx_3");
        assertThat(usernames(province, "zx_", "USERNAME")).containsExactly("zx_1", "zx_2", "zx_3", "zx_5");
        assertThat(usernames(nation, "zx_", "USERNAME")).hasSize(5);
        for (String sort : List.of("USERNAME", "NAME")) {
            assertThat(usernames(district, "zx_", sort)).containsExactly("zx_1", "zx_2", "zx_3");
            assertThat(usernames(district, "zx_", "-" + sort)).containsExactly("zx_3", "zx_2", "zx_1");
        }
        for (String sort : List.of("USERNAME", "NAME")) {
            assertThat(usernames(district, "", sort)).as("all").containsSubsequence("zx_1", "zx_2", "zx_3");
            assertThat(usernames(district, "", "-" + sort)).containsSubsequence("zx_3", "zx_2", "zx_1");
        }
        assertThat(usernames(nation, "zx_", "NAME")).as("by the alphabet").startsWith("zx_5", "zx_4");
        assertThat(usernames(district, "văn zx", "USERNAME")).hasSize(3);
        assertThat(usernames(district, "VAN Tr", "USERNAME"))
                .as("the last word's beginning")
                .hasSize(4);
        assertThat(usernames(district, "Tr van", "USERNAME"))
                .as("not the first word's")
                .isEmpty();
        for (String none : List.of("%", "!", "& |", "không có ai"))
            assertThat(usernames(district, none, "USERNAME")).as(none).isEmpty();
        assertThat(administration.tooMany(district, "zx")).isFalse();
        assertThat(administration.tooMany(district, "")).isFalse();
        var first = administration.page(district, "zx_1", new Sort<>(Account.Order.USERNAME, false), Cursor.START, 1);
        assertThat(first.items().getFirst().grants()).hasSize(1);
    }

    @Test
    void a_search_that_finds_too_many_shows_some_and_says_so() {
        jdbc.sql("""
                INSERT INTO identity.account (id, username, name, created_at)
                SELECT gen_random_uuid(), 'qw' || n, 'Đỗ Quá Nhiều', timestamptz '2026-01-01Z' FROM generate_series(1, 301) n
                """).update();
        var nation = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        assertThat(administration.tooMany(nation, "do qua nhieu")).isTrue();
        assertThat(usernames(nation, "do qua nhieu", "USERNAME"))
                .hasSize(AccountSearchStore.MOST_FOUND)
                .doesNotHaveDuplicates();
        assertThat(usernames(nation, "qw17", "-USERNAME")).first().isEqualTo("qw179");
    }

    @Test
    void nobody_gives_a_role_to_themselves() {
        var admin = somebody(grant(Roles.ADMINISTRATOR, "19"));
        for (String role : HouseRoles.NAMES)
            assertThat(roles.grant(admin, admin.account(), 1, role, "05437"))
                    .as(role)
                    .isEqualTo(refused(Refusal.OWN_ROLE));
        assertThat(grantStore.of(List.of(admin.account()))).hasSize(1);
    }

    @Test
    void who_administers_does_not_audit_review_or_keep_the_books_where_the_other_role_reaches() {
        var province = somebody(grant(Roles.ADMINISTRATOR, "19"));
        for (String other : List.of(Roles.AUDITOR, SteeringRoles.REVIEWER, PaymentRoles.ACCOUNTANT)) {
            var ward = somebody(grant(Roles.ADMINISTRATOR, "05437"));
            for (String unit : List.of("05437", "164", "19"))
                assertThat(roles.grant(province, ward.account(), 1, other, unit))
                        .as(other + " in " + unit)
                        .isEqualTo(refused(Refusal.TWO_HATS));
            var reviewer = somebody(grant(other, "164"));
            assertThat(roles.grant(province, reviewer.account(), 1, Roles.ADMINISTRATOR, "05437"))
                    .isEqualTo(refused(Refusal.TWO_HATS));
            assertThat(roles.grant(
                            somebody(grant(Roles.ADMINISTRATOR, "VN")),
                            reviewer.account(),
                            1,
                            Roles.ADMINISTRATOR,
                            "01"))
                    .as("elsewhere")
                    .isInstanceOf(Outcome.RoleAsked.class);
        }
    }

    @Test
    void the_password_of_a_leader_or_administrator_takes_two_persons() {
        var first = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var second = somebody(grant(Roles.ADMINISTRATOR, "19"));
        for (String role : List.of(Roles.LEADER, Roles.ADMINISTRATOR)) {
            var person = somebody(grant(role, "05437"));
            accountStore.password(account(person), PASSWORDS.hash("con-trau-cay-ruong-lua"));
            int version = account(person).version();
            assertThat(links.make(first, person.account(), version)).isInstanceOf(Outcome.Asked.class);
            assertThat(links.make(first, person.account(), version + 1)).isInstanceOf(Outcome.Asked.class);
            assertThat(links.make(second, person.account(), version + 2)).isInstanceOf(Outcome.Linked.class);
            assertThat(logged(person, "identity.reset-link-asked")).isEqualTo(2);
            assertThat(logged(person, "identity.reset-link-made")).isEqualTo(1);
            assertThat(links.make(second, person.account(), version + 3))
                    .as("the next link takes two again")
                    .isInstanceOf(Outcome.Asked.class);
            now = now.plus(java.time.Duration.ofHours(25));
            assertThat(links.make(first, person.account(), version + 4))
                    .as("who asked a day ago does not count")
                    .isInstanceOf(Outcome.Asked.class);
        }
    }

    @Test
    void nobody_makes_a_second_administrator_of_themselves() {
        var one = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var made = (Outcome.Done)
                administration.create(one, "nguoi.thu.hai", "Người thứ hai", Roles.ADMINISTRATOR, "05437");
        assertThat(links.make(one, made.account(), 1))
                .as("the first password of an administrator, too")
                .isInstanceOf(Outcome.Asked.class);
        assertThat(links.make(one, made.account(), 2)).isInstanceOf(Outcome.Asked.class);

        administration.create(one, "nguoi.bao.cao", "Người báo cáo", SteeringRoles.REPORTER, "05437");
        var puppet = accounts.find("nguoi.bao.cao").orElseThrow();
        var link = (Outcome.Linked) links.make(one, puppet.id(), puppet.version());
        for (int version = 2; version < 4; version++)
            assertThat(roles.grant(one, puppet.id(), version, Roles.ADMINISTRATOR, "05437"))
                    .isInstanceOf(Outcome.RoleAsked.class);
        assertThat(accounts.actor("nguoi.bao.cao").orElseThrow().holds(Roles.ADMINISTRATOR))
                .isFalse();

        var other = somebody(grant(Roles.ADMINISTRATOR, "164"));
        assertThat(roles.grant(other, puppet.id(), 4, Roles.ADMINISTRATOR, "05437"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(accounts.actor("nguoi.bao.cao").orElseThrow().grants())
                .contains(grant(Roles.ADMINISTRATOR, "05437"));
        assertThat(credentials.linked(link.token()))
                .as("a link for what could do less")
                .isEmpty();
        assertThat(links.make(other, made.account(), 3)).isInstanceOf(Outcome.Linked.class);
        assertThat(logged(accounts.actor("nguoi.bao.cao").orElseThrow(), "identity.role-asked"))
                .isEqualTo(2);
    }

    @Test
    void two_people_agree_on_the_last_day_of_the_role_too() {
        var one = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var other = somebody(grant(Roles.ADMINISTRATOR, "19"));
        UUID person = somebody(grant(SteeringRoles.REPORTER, "05437")).account();
        var day = BusinessTime.day(now).plusDays(30);
        roles.grant(one, person, 1, Roles.ADMINISTRATOR, "05437", day);
        var asked = roles.requests(other, person).getFirst();
        assertThat(asked.lastDay()).isEqualTo(day);
        assertThat(asked.by()).isEqualTo(one.username());
        assertThat(roles.grant(other, person, 2, Roles.ADMINISTRATOR, "05437"))
                .as("for ever is another request")
                .isInstanceOf(Outcome.RoleAsked.class);
        assertThat(roles.requests(one, person).getFirst().lastDay()).isNull();
        assertThat(roles.grant(other, person, 3, Roles.ADMINISTRATOR, "05437", day))
                .isInstanceOf(Outcome.RoleAsked.class);
        assertThat(roles.grant(one, person, 4, Roles.ADMINISTRATOR, "05437", day))
                .isInstanceOf(Outcome.Done.class);
        assertThat(roles.requests(one, person)).isEmpty();
        var elsewhere = somebody(grant(Roles.ADMINISTRATOR, "01"));
        assertThat(roles.requests(elsewhere, person)).isEmpty();
    }

    @Test
    void who_asked_a_day_ago_to_give_the_role_does_not_count() {
        var one = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var other = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var person = somebody(grant(SteeringRoles.REPORTER, "05437"));
        roles.grant(one, person.account(), 1, Roles.ADMINISTRATOR, "05437");
        now = now.plus(java.time.Duration.ofHours(25));
        assertThat(roles.grant(other, person.account(), 2, Roles.ADMINISTRATOR, "05437"))
                .isInstanceOf(Outcome.RoleAsked.class);
        assertThat(roles.grant(one, person.account(), 3, Roles.ADMINISTRATOR, "05440"))
                .as("of another unit")
                .isInstanceOf(Outcome.RoleAsked.class);
    }

    @Test
    void taking_the_role_away_first_does_not_make_it_one_person() {
        var first = somebody(grant(Roles.ADMINISTRATOR, "19"));
        var person = somebody(grant(Roles.LEADER, "05437"), grant(SteeringRoles.REPORTER, "05437"));
        accountStore.password(account(person), PASSWORDS.hash("con-trau-cay-ruong-lua"));
        int version = account(person).version();
        var leads = grantStore.of(List.of(person.account())).getFirst();
        roles.revoke(first, person.account(), version, leads.id());
        assertThat(links.make(first, person.account(), version + 1)).isInstanceOf(Outcome.Asked.class);
    }

    /** All pages, of two accounts each. */
    private List<String> usernames(Actor actor, String search, String sort) {
        var all = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = administration.page(actor, search, Sort.read(sort, Account.Order.class), Cursor.read(next), 2);
            page.items().forEach(entry -> all.add(entry.account().username()));
            next = page.nextCursor();
        }
        return all;
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
