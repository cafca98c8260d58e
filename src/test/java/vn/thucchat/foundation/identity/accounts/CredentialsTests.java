package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Credentials.Outcome;
import vn.thucchat.foundation.identity.accounts.Credentials.Refusal;

class CredentialsTests extends IdentityTest {

    private static final String FRESH = "một câu chỉ tôi nghĩ ra";
    private static final String HERE = "192.0.2.1";

    @Test
    void the_old_password_opens_the_way_to_a_new_one_and_sessions_of_the_old_one_end() {
        var actor = withPassword("quang");
        var before = account(actor);
        assertThat(accountStore.person(before.id(), before.secretNo())).isPresent();
        assertThat(credentials.change(actor, PASSWORD, FRESH, FRESH, HERE)).isInstanceOf(Outcome.Changed.class);
        assertThat(accountStore.person(before.id(), before.secretNo())).isEmpty();
        assertThat(accountStore.person(before.id(), account(actor).secretNo())).isPresent();
        assertThat(signIns.attempt("quang", PASSWORD, HERE)).isEqualTo(new SignIns.Outcome.Wrong());
        assertThat(signIns.attempt("quang", FRESH, HERE)).isInstanceOf(SignIns.Outcome.Welcome.class);
        assertThat(logged(actor, "identity.password-changed")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_named_and_changes_nothing() {
        var actor = withPassword("rang.dong");
        var before = account(actor);
        assertThat(change(actor, "sai", FRESH, FRESH)).isEqualTo(Refusal.OLD_IS_WRONG);
        assertThat(change(actor, PASSWORD, "ngắn", "ngắn")).isEqualTo(Refusal.TOO_SHORT);
        assertThat(change(actor, PASSWORD, "x1y".repeat(5_000), "x1y".repeat(5_000)))
                .isEqualTo(Refusal.TOO_LONG);
        assertThat(change(actor, PASSWORD, FRESH, FRESH + " ")).isEqualTo(Refusal.NOT_AGAIN);
        assertThat(change(actor, PASSWORD, "qwertyuiop", "qwertyuiop")).isEqualTo(Refusal.TOO_COMMON);
        assertThat(change(actor, PASSWORD, PASSWORD, PASSWORD)).isEqualTo(Refusal.SAME_AS_OLD);
        assertThat(change(withPassword("dai.bang.den"), PASSWORD, "dai.bang.den", "dai.bang.den"))
                .isEqualTo(Refusal.IS_USERNAME);
        assertThat(account(actor)).isEqualTo(before);
    }

    @Test
    void guessing_the_old_password_is_throttled() {
        var actor = withPassword("son");
        for (int i = 0; i < 5; i++) change(actor, "sai " + i, FRESH, FRESH);
        assertThat(change(actor, PASSWORD, FRESH, FRESH)).isEqualTo(Refusal.TOO_SOON);
    }

    @Test
    void a_link_sets_a_password_once() {
        var actor = somebody();
        String token = credentials.makeToken(actor.account(), somebody().account());
        assertThat(credentials.linked(token)).map(Account::id).contains(actor.account());
        assertThat(credentials.reset(token, "ngắn", "ngắn")).isEqualTo(new Outcome.Refused(Refusal.TOO_SHORT));
        assertThat(credentials.reset(token, FRESH, FRESH)).isInstanceOf(Outcome.Changed.class);
        assertThat(credentials.linked(token)).isEmpty();
        assertThat(credentials.reset(token, FRESH + "!", FRESH + "!"))
                .isEqualTo(new Outcome.Refused(Refusal.LINK_IS_OVER));
        assertThat(signIns.attempt(actor.username(), FRESH, HERE)).isInstanceOf(SignIns.Outcome.Welcome.class);
        assertThat(logged(actor, "identity.password-reset")).isEqualTo(1);
    }

    @Test
    void a_link_ends_after_a_day_or_by_a_newer_one_or_when_the_account_is_disabled() {
        var actor = somebody();
        var maker = somebody();
        String first = credentials.makeToken(actor.account(), maker.account());
        String second = credentials.makeToken(actor.account(), maker.account());
        assertThat(credentials.linked(first)).isEmpty();
        assertThat(credentials.linked(second)).isPresent();
        now = now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(credentials.linked(second)).isPresent();
        now = now.plusSeconds(1);
        assertThat(credentials.linked(second)).isEmpty();
        String third = credentials.makeToken(actor.account(), maker.account());
        accountStore.change(account(actor), actor.name(), true);
        assertThat(credentials.linked(third)).isEmpty();
    }

    @Test
    void a_link_sent_twice_at_once_counts_once() throws Exception {
        var actor = somebody();
        String token = credentials.makeToken(actor.account(), somebody().account());
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Outcome> reset = () -> credentials.reset(token, FRESH, FRESH);
            int changed = 0;
            for (var call : threads.invokeAll(List.of(reset, reset, reset, reset)))
                if (call.get() instanceof Outcome.Changed) changed++;
            assertThat(changed).isEqualTo(1);
        }
        assertThat(logged(actor, "identity.password-reset")).isEqualTo(1);
    }

    @Test
    void tokens_are_kept_only_as_hashes_and_links_of_old_are_swept() {
        var actor = somebody();
        String token = credentials.makeToken(actor.account(), somebody().account());
        assertThat(jdbc.sql("SELECT count(*) FROM identity.reset r WHERE r::text LIKE '%' || :token || '%'")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(resetStore.sweep(now)).isZero();
        assertThat(resetStore.sweep(now.plus(Duration.ofDays(40)))).isPositive();
    }

    @Test
    void made_up_tokens_are_over() {
        assertThat(credentials.linked("")).isEmpty();
        assertThat(credentials.linked("\0".repeat(9))).isEmpty();
        assertThat(credentials.linked("a".repeat(50_000))).isEmpty();
    }

    private Actor withPassword(String username) {
        accounts.ensure(username, "Người " + username, PASSWORD, false);
        return accounts.actor(username).orElseThrow();
    }

    private Refusal change(Actor actor, String old, String fresh, String again) {
        return ((Outcome.Refused) credentials.change(actor, old, fresh, again, HERE)).why();
    }
}
