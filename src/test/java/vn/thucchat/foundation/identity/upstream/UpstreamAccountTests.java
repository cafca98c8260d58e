package vn.thucchat.foundation.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.FactorRemovals;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class UpstreamAccountTests {

    @Autowired
    UpstreamAccounts upstream;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonRegistry people;

    @Autowired
    FactorRemovals.LinkedSignIns links;

    @Autowired
    JdbcClient jdbc;

    private int next = (int) (Math.random() * 900_000);

    private String number() {
        return "019088" + String.format(java.util.Locale.ROOT, "%06d", ++next);
    }

    private static UpstreamIdentity identity(String subject, String number, int level) {
        return new UpstreamIdentity(
                "vneid",
                "https://issuer.example",
                subject,
                number,
                "Hoàng Thị Thử",
                LocalDate.of(1988, 4, 12),
                level,
                "",
                Instant.parse("2026-11-01T01:00:00Z"));
    }

    private Actor local() {
        String username = "u" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(username, "Người cũ", "con-trau-cay-ruong", false);
        return accounts.actor(username).orElseThrow();
    }

    @Test
    void a_first_sign_in_makes_an_account_of_that_person_and_the_next_finds_it() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 1);
        assertThat(upstream.signedIn(Actor.STRANGER, who, false)).isEmpty();
        Account made = upstream.make(who, false).orElseThrow();
        assertThat(upstream.make(who, false)).as("opened once").isEmpty();
        assertThat(upstream.signedIn(Actor.STRANGER, who, false)).contains(made);
        Actor owner = accounts.actor(made.username()).orElseThrow();
        assertThat(owner.grants()).isEmpty();
        assertThat(accounts.hasPassword(made.id())).isFalse();
        assertThat(people.of(owner).orElseThrow().name()).isEqualTo("Hoàng Thị Thử");
        assertThat(upstream.of(owner))
                .singleElement()
                .satisfies(link -> assertThat(link.level()).isEqualTo(1));
        var later = identity(who.subject(), who.number(), 2);
        upstream.signedIn(Actor.STRANGER, later, false);
        assertThat(upstream.of(owner).getFirst().level()).isEqualTo(2);
    }

    @Test
    void windows_that_confirm_at_once_make_one_account() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Optional<Account>>>();
            for (int i = 0; i < 6; i++) all.add(() -> upstream.make(who, false));
            var made = new ArrayList<Account>();
            for (var one : threads.invokeAll(all)) one.get().ifPresent(made::add);
            assertThat(made).as("one window opens it").hasSize(1);
            assertThat(upstream.signedIn(Actor.STRANGER, who, false)).contains(made.getFirst());
        }
    }

    @Test
    void a_subject_that_becomes_another_person_does_not_get_in() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 2);
        upstream.make(who, false);
        var other = identity(who.subject(), number(), 2);
        assertThat(fault(Actor.STRANGER, other)).isEqualTo(UpstreamFault.PERSON_CHANGED);
        var company = new UpstreamIdentity(
                who.provider(),
                who.issuer(),
                who.subject(),
                who.number(),
                "Công ty thử",
                who.born(),
                2,
                "4600000024",
                who.provenAt());
        assertThat(fault(Actor.STRANGER, company)).as("an organisation").isEqualTo(UpstreamFault.PERSON_CHANGED);
    }

    @Test
    void nothing_is_noted_of_a_sign_in_that_comes_to_nothing() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 2);
        Actor owner = made(who);
        int before = lines(owner, "identity.signed-in");
        assertThat(before).as("the first").isEqualTo(1);
        assertThat(fault(local(), who)).isEqualTo(UpstreamFault.ANOTHER_PERSON);
        upstream.signedIn(owner, who, false);
        assertThat(lines(owner, "identity.signed-in")).isEqualTo(before);
        assertThat(lines(owner, "identity.upstream-proven")).isZero();
        upstream.signedIn(owner, who, true);
        assertThat(lines(owner, "identity.upstream-proven")).isEqualTo(1);
    }

    @Test
    void a_number_at_level_1_opens_nothing_of_the_person_that_a_clerk_knows() throws Exception {
        String number = number();
        Actor clerk = local();
        people.keep(clerk, new PersonNumber(number), "Hoàng Thị Thử Thật", LocalDate.of(1988, 4, 13));
        var thief = identity(UUID.randomUUID().toString(), number, 1);
        Actor account = made(thief);
        assertThat(people.of(account).orElseThrow().name()).as("as compared").isEqualTo("Hoàng Thị Thử Thật");
        assertThat(people.proven(account)).isEmpty();
        upstream.signedIn(Actor.STRANGER, identity(thief.subject(), number, 2), false);
        assertThat(people.proven(account)).isPresent();
        upstream.signedIn(Actor.STRANGER, thief, false);
        assertThat(people.proven(account)).as("shown once").isPresent();
    }

    @Test
    void an_owner_takes_a_link_off_but_not_the_last_way_in() throws Exception {
        Actor owner = local();
        upstream.link(owner, identity(UUID.randomUUID().toString(), number(), 2), false)
                .expectDone();
        String mark = upstream.of(owner).getFirst().subjectMark();
        assertThat(upstream.unlink(Persons.signedIn(local(), false), mark)).isInstanceOf(Result.NotFound.class);
        assertThat(upstream.unlink(Persons.signedIn(owner, false), mark)).isEqualTo(new Result.Done(owner.account()));
        assertThat(upstream.of(owner)).isEmpty();
        assertThat(lines(owner, "identity.upstream-unlinked")).isEqualTo(1);
        for (int i = 0; i < 100 && told(owner).size() < 2; i++) Thread.sleep(100);
        assertThat(told(owner)).containsExactlyInAnyOrder("identity.upstream-linked", "identity.upstream-unlinked");
        Actor only = made(identity(UUID.randomUUID().toString(), number(), 2));
        String last = upstream.of(only).getFirst().subjectMark();
        assertThat(upstream.unlink(Persons.signedIn(only, false), last))
                .isEqualTo(new Result.Refused("upstream.unlink.last"));
        assertThat(upstream.of(only)).hasSize(1);
    }

    @Test
    void taking_lost_factors_takes_links() {
        Actor owner = local();
        upstream.link(owner, identity(UUID.randomUUID().toString(), number(), 2), false)
                .expectDone();
        links.drop(owner.account());
        assertThat(upstream.of(owner)).isEmpty();
    }

    @Test
    void a_tax_code_that_may_be_a_person_s_number_is_kept_without_its_middle() throws Exception {
        var household = new UpstreamIdentity(
                "vneid",
                "https://issuer.example",
                UUID.randomUUID().toString(),
                "",
                "Hộ kinh doanh thử",
                null,
                2,
                "019088000777",
                Instant.parse("2026-11-01T01:00:00Z"));
        Actor owner = made(household);
        assertThat(upstream.of(owner).getFirst().organisation()).isEqualTo("019••••••777");
        assertThat(upstream.signedIn(Actor.STRANGER, household, false)).isPresent();
    }

    private UpstreamFault fault(Actor actor, UpstreamIdentity identity) {
        return catchThrowableOfType(UpstreamException.class, () -> upstream.signedIn(actor, identity, false))
                .fault();
    }

    private Actor made(UpstreamIdentity identity) {
        return accounts.actor(upstream.make(identity, false).orElseThrow().username())
                .orElseThrow();
    }

    private List<@Nullable String> told(Actor actor) {
        return jdbc.sql("SELECT kind FROM delivery.inbox_message WHERE recipient = :account")
                .param("account", actor.account())
                .query(String.class)
                .list();
    }

    private int lines(Actor actor, String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE account = :account AND action = :action")
                .param("account", actor.account())
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_account_that_its_owner_has_is_linked_once_and_to_one_person() {
        Actor owner = local();
        var who = identity(UUID.randomUUID().toString(), number(), 2);
        assertThat(upstream.link(owner, who, true)).as("an invented identity").isInstanceOf(Result.Refused.class);
        assertThat(upstream.link(owner, who, false)).isEqualTo(new Result.Done(owner.account()));
        assertThat(upstream.link(local(), who, false)).isEqualTo(new Result.Refused("upstream.link.taken"));
        var stranger = identity(UUID.randomUUID().toString(), number(), 2);
        assertThat(upstream.link(owner, stranger, false)).isEqualTo(new Result.Refused("upstream.link.other"));
        assertThat(upstream.of(owner)).as("nothing of it was kept").hasSize(1);
    }

    @Test
    void an_organisation_s_account_has_its_code_and_is_of_no_person() {
        var company = new UpstreamIdentity(
                "vneid",
                "https://issuer.example",
                UUID.randomUUID().toString(),
                "",
                "Công ty thử",
                null,
                2,
                "4600000024",
                Instant.parse("2026-11-01T01:00:00Z"));
        Actor owner = made(company);
        assertThat(upstream.of(owner).getFirst().organisation()).isEqualTo("4600000024");
        assertThat(people.of(owner)).isEmpty();
    }
}
