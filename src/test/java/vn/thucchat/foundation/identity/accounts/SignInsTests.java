package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.identity.accounts.SignIns.Outcome;
import vn.thucchat.foundation.identity.throttling.Throttle;

class SignInsTests extends IdentityTest {

    @Test
    void the_right_password_signs_in_whatever_the_case_of_the_name() {
        var made = accounts.ensure("hoa.le", "Lê Hoa", PASSWORD, false);
        assertThat(signIns.attempt("  Hoa.LE ", PASSWORD, "192.0.2.1")).isEqualTo(new Outcome.Welcome(made));
    }

    @Test
    void wrong_unknown_disabled_and_without_a_password_are_answered_alike() {
        accounts.ensure("lan", "Lan", PASSWORD, false);
        var mai = accounts.ensure("mai", "Mai", PASSWORD, false);
        accountStore.change(mai, "Mai", true);
        accounts.ensure("nga", "Nga", null, false);
        assertThat(signIns.attempt("lan", "sai mật khẩu", "192.0.2.2")).isEqualTo(new Outcome.Wrong());
        assertThat(signIns.attempt("khong.co", PASSWORD, "192.0.2.2")).isEqualTo(new Outcome.Wrong());
        assertThat(signIns.attempt("mai", PASSWORD, "192.0.2.2")).isEqualTo(new Outcome.Wrong());
        assertThat(signIns.attempt("nga", "", "192.0.2.2")).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void after_five_wrong_ones_even_the_right_one_waits() {
        accounts.ensure("oanh", "Oanh", PASSWORD, false);
        for (int i = 0; i < 5; i++) signIns.attempt("OANH", "sai " + i, "192.0.2.3");
        assertThat(signIns.attempt("oanh", PASSWORD, "192.0.2.3"))
                .isEqualTo(new Outcome.TooSoon(Duration.ofMinutes(1)));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(signIns.attempt("oanh", PASSWORD, "192.0.2.3")).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void wrong_ones_from_everywhere_keep_nobody_out() {
        var made = accounts.ensure("thu.ha", "Thu Hà", PASSWORD, false);
        for (int i = 0; i < 60; i++) throttle.attempt("thu.ha", "198.51.100." + i, null, _ -> false);
        assertThat(signIns.attempt("thu.ha", PASSWORD, "192.0.2.30")).isEqualTo(new Outcome.Welcome(made));
    }

    @Test
    void from_a_known_network_or_browser_the_right_one_is_never_refused_only_held_back() {
        var made = accounts.ensure("bich.van", "Bích Vân", PASSWORD, false);
        throttle.remember(made.id(), "192.0.2.40", "d1");
        for (int i = 0; i < 130; i++) throttle.attempt("bich.van", "198.51.100." + i, null, _ -> false);
        assertThat(signIns.attempt("bich.van", PASSWORD, "192.0.2.41"))
                .as("premise: elsewhere it waits")
                .isInstanceOf(Outcome.TooSoon.class);
        for (int i = 0; i < 40; i++)
            assertThat(throttle.attempt("bich.van", "192.0.2.40", null, _ -> false))
                    .isEqualTo(new Throttle.Looked.Wrong());
        for (int i = 0; i < 40; i++) throttle.attempt("ai.do." + i, "192.0.2.40", null, _ -> false);
        assertThat(held).isNotEmpty().isSorted().endsWith(Duration.ofSeconds(5));
        held.clear();
        assertThat(signIns.attempt("bich.van", PASSWORD, "192.0.2.41", "d1"))
                .as("the own browser, elsewhere")
                .isEqualTo(new Outcome.Welcome(made));
        assertThat(held).as("nobody else's failures hold it back").isEmpty();
        assertThat(signIns.attempt("bich.van", PASSWORD, "192.0.2.40")).isEqualTo(new Outcome.Welcome(made));
        assertThat(signIns.attempt("bich.van", PASSWORD, "192.0.2.41")).isEqualTo(new Outcome.Welcome(made));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"10,1", "10,10", "60,60"})
    void right_passwords_at_once_from_one_network_are_all_sign_ins(int times, int names) throws Exception {
        for (int i = 0; i < names; i++)
            accounts.ensure("sang.thu.hai" + i + "." + times, "Người " + i, PASSWORD, false);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new java.util.ArrayList<java.util.concurrent.Callable<Outcome>>();
            for (int i = 0; i < times; i++) {
                String name = "sang.thu.hai" + i % names + "." + times;
                calls.add(() -> signIns.attempt(name, PASSWORD, "192.0.2.50"));
            }
            for (var call : threads.invokeAll(calls)) assertThat(call.get()).isInstanceOf(Outcome.Welcome.class);
        }
    }

    @Test
    void an_unknown_name_waits_like_a_known_one() {
        for (int i = 0; i < 5; i++) signIns.attempt("ma", "sai " + i, "192.0.2.4");
        assertThat(signIns.attempt("ma", PASSWORD, "192.0.2.4")).isInstanceOf(Outcome.TooSoon.class);
    }

    @Test
    void both_ends_are_in_the_log_and_the_name_of_nobody_is_not() {
        accounts.ensure("phuong", "Phượng", PASSWORD, false);
        var phuong = accounts.actor("phuong").orElseThrow();
        signIns.attempt("phuong", "sai", "192.0.2.5");
        signIns.attempt("phuong", PASSWORD, "192.0.2.5");
        signIns.attempt("mat-khau-cua-toi", PASSWORD, "192.0.2.5");
        assertThat(logged(phuong, "identity.sign-in-failed")).isEqualTo(1);
        assertThat(logged(phuong, "identity.signed-in")).isEqualTo(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM identity.access_log WHERE concat(username, object, detail) LIKE '%mat-khau%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "an\0", "ăn", "' OR 1=1 --", "a\nb", "\uD800", "ＡＮ"})
    void odd_names_are_nobody(String name) {
        // from elsewhere each time: they are all one name to the throttle
        now = now.plus(Duration.ofHours(1));
        assertThat(signIns.attempt(name, PASSWORD, "192.0.2.6")).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void long_names_and_passwords_cost_no_more_than_short_ones() {
        now = now.plus(Duration.ofHours(1));
        assertThat(signIns.attempt("x".repeat(100_000), "y".repeat(10_000), "192.0.2.7"))
                .isEqualTo(new Outcome.Wrong());
    }
}
