package vn.thucchat.foundation.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
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
                "");
    }

    private Actor local() {
        String username = "u" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(username, "Người cũ", "con-trau-cay-ruong", false);
        return accounts.actor(username).orElseThrow();
    }

    @Test
    void a_first_sign_in_makes_an_account_of_that_person_and_the_next_finds_it() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 1);
        assertThat(upstream.signedIn(who)).isEmpty();
        Account made = upstream.make(who, false);
        assertThat(upstream.make(who, false)).as("twice is once").isEqualTo(made);
        assertThat(upstream.signedIn(who)).contains(made);
        Actor owner = accounts.actor(made.username()).orElseThrow();
        assertThat(owner.grants()).isEmpty();
        assertThat(accounts.hasPassword(made.id())).isFalse();
        assertThat(people.of(owner).orElseThrow().name()).isEqualTo("Hoàng Thị Thử");
        assertThat(upstream.of(owner))
                .singleElement()
                .satisfies(link -> assertThat(link.level()).isEqualTo(1));
        var later = identity(who.subject(), who.number(), 2);
        upstream.signedIn(later);
        assertThat(upstream.of(owner).getFirst().level()).isEqualTo(2);
    }

    @Test
    void windows_that_confirm_at_once_make_one_account() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Account>>();
            for (int i = 0; i < 6; i++) all.add(() -> upstream.make(who, false));
            var made = new ArrayList<UUID>();
            for (var one : threads.invokeAll(all)) made.add(one.get().id());
            assertThat(made).containsOnly(made.getFirst());
        }
    }

    @Test
    void a_subject_that_becomes_another_person_does_not_get_in() throws Exception {
        var who = identity(UUID.randomUUID().toString(), number(), 2);
        upstream.make(who, false);
        var other = identity(who.subject(), number(), 2);
        assertThat(catchThrowableOfType(UpstreamException.class, () -> upstream.signedIn(other))
                        .fault())
                .isEqualTo(UpstreamFault.ANOTHER_PERSON);
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
                "4600000024");
        Actor owner = accounts.actor(upstream.make(company, false).username()).orElseThrow();
        assertThat(upstream.of(owner).getFirst().organisation()).isEqualTo("4600000024");
        assertThat(people.of(owner)).isEmpty();
    }
}
