package vn.thucchat.foundation.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.pages.Problem;

class CodesTests extends IdentityTest {

    private static final Seal SEAL = new Seal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private final List<String> told = new ArrayList<>();
    private TotpCodes codes = codes();
    private SecondFactor second = second();

    @BeforeAll
    void rewire() {
        codes = codes();
        second = second();
    }

    private TotpCodes codes() {
        var papers = new RecoveryCodeStore(jdbc);
        return new TotpCodes(
                new TotpStore(jdbc),
                new RecoveryCodes(papers, SEAL, clock),
                papers,
                SEAL,
                log,
                (UUID account, String kind, String key, List<String> arguments, String link) -> told.add(kind),
                transactions,
                clock);
    }

    private SecondFactor second() {
        return new SecondFactor(
                new TotpStore(jdbc),
                codes,
                new RecoveryCodes(new RecoveryCodeStore(jdbc), SEAL, clock),
                throttle,
                log,
                (UUID account, String kind, String key, List<String> arguments, String link) -> told.add(kind),
                transactions,
                clock);
    }

    /** An account with a code, set up by what its device showed now; and the moment is over. */
    private TotpCodes.Draft setUp(Actor actor) {
        var draft = codes.draft(actor);
        var shown = codes.shown(actor, draft, draft.secret().code(now)).orElseThrow();
        assertThat(codes.keep(actor, shown)).isTrue();
        now = now.plusSeconds(60);
        return shown;
    }

    private SecondFactor.Outcome attempt(Actor actor, String typed, String address) {
        return second.attempt(actor, typed, address);
    }

    @Test
    void a_device_counts_once_it_has_shown_a_code_and_that_code_is_used() {
        var lan = somebody();
        var draft = codes.draft(lan);
        assertThat(codes.keep(lan, draft)).as("nothing was shown").isFalse();
        assertThat(codes.shown(lan, draft, "000000")).isEmpty();
        String first = draft.secret().code(now);
        var shown = codes.shown(
                        lan,
                        codes.draft(lan, draft.sealed()).orElseThrow(),
                        first.substring(0, 3) + " " + first.substring(3))
                .orElseThrow();
        assertThat(codes.has(lan.account())).isFalse();
        assertThat(accounts.person(lan.account(), 1).orElseThrow().codeSet()).isFalse();
        assertThat(codes.keep(lan, codes.draft(lan, shown.sealed()).orElseThrow()))
                .isTrue();
        assertThat(codes.has(lan.account())).isTrue();
        assertThat(accounts.person(lan.account(), 1).orElseThrow().codeSet()).isTrue();
        assertThat(attempt(lan, first, "192.0.2.1")).as("used before").isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(codes.of(lan).orElseThrow().recoveryLeft()).isEqualTo(10);
        assertThat(told).contains("identity.code-set");
        assertThat(codes.keep(lan, shown)).as("there is one").isFalse();
    }

    @Test
    void a_draft_is_its_person_s_alone_and_for_half_an_hour() {
        var lan = somebody();
        var draft = codes.draft(lan);
        assertThat(codes.draft(somebody(), draft.sealed())).isEmpty();
        assertThat(codes.draft(lan, draft.sealed().substring(4))).isEmpty();
        assertThat(codes.draft(lan, "")).isEmpty();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(codes.draft(lan, draft.sealed())).isPresent();
        now = now.plusSeconds(1);
        assertThat(codes.draft(lan, draft.sealed())).isEmpty();
    }

    @Test
    void the_secret_is_sealed_and_the_papers_are_marks() {
        var lan = somebody();
        var draft = setUp(lan);
        String kept = jdbc.sql("""
                        SELECT encode(t.secret, 'escape') || string_agg(r::text, ' ')
                        FROM identity.totp t JOIN identity.recovery_code r ON r.account = t.account
                        WHERE t.account = :account GROUP BY t.secret
                        """)
                .param("account", lan.account())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(draft.secret().base32());
        for (String code : draft.recovery())
            assertThat(kept).doesNotContain(code).doesNotContain(code.replace("-", ""));
        var other = somebody();
        setUp(other);
        byte[] moved = jdbc.sql("SELECT secret FROM identity.totp WHERE account = :account")
                .param("account", lan.account())
                .query(byte[].class)
                .single();
        assertThatThrownBy(() -> codes.opened(other.account(), moved))
                .as("a secret carried to another's row opens nothing")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_code_opens_once_and_none_of_before_opens_after_it() {
        var lan = somebody();
        var secret = setUp(lan).secret();
        String before = secret.code(now.minusSeconds(30));
        assertThat(attempt(lan, secret.code(now.plusSeconds(30)), "192.0.2.2"))
                .as("a clock that is ahead")
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.CODE));
        assertThat(attempt(lan, secret.code(now.plusSeconds(30)), "192.0.2.2"))
                .isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(attempt(lan, secret.code(now), "192.0.2.2")).isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(attempt(lan, before, "192.0.2.2")).isEqualTo(new SecondFactor.Outcome.Wrong());
        now = now.plusSeconds(90);
        assertThat(attempt(lan, secret.code(now.minusSeconds(30)), "192.0.2.2"))
                .as("a clock that is behind")
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.CODE));
    }

    @Test
    void of_eight_that_bring_one_code_at_once_one_is_let_in() throws Exception {
        var lan = somebody();
        var draft = setUp(lan);
        assertThat(letIn(lan, draft.secret().code(now))).isEqualTo(1);
        assertThat(letIn(lan, draft.recovery().getFirst())).isEqualTo(1);
        assertThat(codes.of(lan).orElseThrow().recoveryLeft()).isEqualTo(9);
    }

    private long letIn(Actor actor, String code) throws Exception {
        var start = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<SecondFactor.Outcome>>();
            for (int i = 0; i < 8; i++) {
                String address = "198.51.100." + i;
                all.add(() -> {
                    start.await();
                    return attempt(actor, code, address);
                });
            }
            var answers = new ArrayList<SecondFactor.Outcome>();
            for (Future<SecondFactor.Outcome> answer : threads.invokeAll(all)) answers.add(answer.get());
            return answers.stream()
                    .filter(SecondFactor.Outcome.Right.class::isInstance)
                    .count();
        }
    }

    @Test
    void a_code_from_paper_works_once_however_it_is_typed() {
        var lan = somebody();
        var draft = setUp(lan);
        String code = draft.recovery().get(3);
        assertThat(attempt(somebody(), code, "192.0.2.3")).as("another's").isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(attempt(lan, " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), "192.0.2.3"))
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.RECOVERY_CODE));
        assertThat(attempt(lan, code, "192.0.2.3")).isEqualTo(new SecondFactor.Outcome.Wrong());
        var fresh = codes.newRecovery(lan).orElseThrow();
        assertThat(attempt(lan, draft.recovery().get(4), "192.0.2.3"))
                .as("those before count no more")
                .isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(attempt(lan, fresh.getFirst(), "192.0.2.3"))
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.RECOVERY_CODE));
        assertThat(codes.newRecovery(somebody())).as("of nobody's code").isEmpty();
    }

    @Test
    void guessing_is_held_up_also_where_the_password_was_right_before() {
        var lan = somebody();
        var secret = setUp(lan).secret();
        throttle.remember(lan.account(), "192.0.2.4", "thief");
        for (int i = 0; i < 5; i++) attempt(lan, "00000" + i, "192.0.2.4");
        assertThat(attempt(lan, secret.code(now), "192.0.2.4"))
                .isEqualTo(new SecondFactor.Outcome.TooSoon(Duration.ofMinutes(1)));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(attempt(lan, secret.code(now), "192.0.2.4")).isEqualTo(new SecondFactor.Outcome.Right(Factor.CODE));
    }

    @Test
    void after_twenty_wrong_ones_in_a_row_from_everywhere_no_more_are_looked_at() {
        var lan = somebody();
        var draft = setUp(lan);
        told.clear();
        for (int i = 0; i < SecondFactor.MOST_IN_A_ROW; i++)
            assertThat(attempt(lan, "999999", "198.51.100." + (100 + i))).isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(told).containsExactly("identity.code-stopped");
        now = now.plus(Duration.ofDays(30));
        assertThat(attempt(lan, draft.secret().code(now), "192.0.2.5"))
                .as("the right one, a month later")
                .isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(attempt(lan, draft.recovery().getFirst(), "192.0.2.6"))
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.RECOVERY_CODE));
        assertThat(attempt(lan, draft.secret().code(now), "192.0.2.6"))
                .as("the owner has shown the paper")
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.CODE));
    }

    @Test
    void what_is_removed_opens_nothing_and_is_told() {
        var lan = somebody();
        var draft = setUp(lan);
        codes.remove(lan);
        assertThat(told).contains("identity.code-removed");
        assertThat(attempt(lan, draft.secret().code(now), "192.0.2.7")).isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(attempt(lan, draft.recovery().getFirst(), "192.0.2.7")).isEqualTo(new SecondFactor.Outcome.Wrong());
        assertThat(new AccountFactors(accounts, List.of(codes), clock).of(lan.account()))
                .isEmpty();
    }

    @Test
    void of_sets_made_at_once_one_remains_whole() throws Exception {
        var lan = somebody();
        setUp(lan);
        var start = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 8; i++)
                all.add(() -> {
                    start.await();
                    return codes.newRecovery(lan).orElseThrow();
                });
            for (Future<List<String>> made : threads.invokeAll(all)) made.get();
        }
        assertThat(codes.of(lan).orElseThrow().recoveryLeft()).isEqualTo(10);
    }

    @Test
    void nobody_changes_the_codes_of_a_demonstration_account() {
        var real = somebody();
        var lan = new Actor(real.account(), real.username(), real.name(), true, real.grants());
        var draft = codes.draft(lan);
        var shown = codes.shown(lan, draft, draft.secret().code(now)).orElseThrow();
        List<Runnable> changes =
                List.of(() -> codes.keep(lan, shown), () -> codes.newRecovery(lan), () -> codes.remove(lan));
        for (Runnable change : changes)
            assertThatThrownBy(change::run).isInstanceOf(Problem.class).hasMessageContaining("demonstration");
        assertThat(codes.has(lan.account())).isFalse();
    }

    @Test
    void who_has_a_device_is_asked_for_it_and_not_for_the_password() {
        var factors = new AccountFactors(accounts, List.of(codes), clock);
        var made = accounts.ensure("co.mat.khau", "Có Mật Khẩu", PASSWORD, false);
        assertThat(factors.again(made.id())).containsExactly(Factor.PASSWORD);
        setUp(accounts.actor("co.mat.khau").orElseThrow());
        assertThat(factors.of(made.id())).containsExactlyInAnyOrder(Factor.PASSWORD, Factor.CODE);
        assertThat(factors.again(made.id())).containsExactly(Factor.CODE);
    }

    @Test
    void only_a_demonstration_account_is_given_a_secret() {
        var secret = TotpSecret.of(new byte[20]);
        var real = accounts.ensure("that", "Thật", null, false);
        assertThatThrownBy(() -> codes.ensure(real, secret)).isInstanceOf(IllegalArgumentException.class);
        var invented = accounts.ensure("minh.hoa", "Minh Họa", null, true);
        codes.ensure(invented, secret);
        assertThat(attempt(accounts.actor("minh.hoa").orElseThrow(), secret.code(now), "192.0.2.8"))
                .isEqualTo(new SecondFactor.Outcome.Right(Factor.CODE));
    }
}
