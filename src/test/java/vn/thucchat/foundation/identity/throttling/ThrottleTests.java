package vn.thucchat.foundation.identity.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.identity.accounts.IdentityTest;

class ThrottleTests extends IdentityTest {

    @ParameterizedTest
    @CsvSource({"1,0", "4,0", "5,1", "6,2", "7,4", "8,8", "9,15", "10,15", "2000000000,15"})
    void waits_grow_to_a_quarter_of_an_hour(int failures, int minutes) {
        assertThat(Throttle.wait(failures, 5)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void a_quiet_quarter_of_an_hour_begins_anew() {
        Instant then = now.minus(Duration.ofMinutes(16));
        assertThat(Throttle.next(new AttemptStore.Tally(4, then, then), now, 5).failures())
                .isEqualTo(1);
        Instant recently = now.minus(Duration.ofMinutes(14));
        assertThat(Throttle.next(new AttemptStore.Tally(4, recently, recently), now, 5)
                        .failures())
                .isEqualTo(5);
    }

    private Throttle.Looked wrong(String name, String address) {
        return throttle.attempt(name, address, null, _ -> false);
    }

    @Test
    void the_sixth_attempt_from_one_network_waits_and_is_looked_at_after_the_wait() {
        for (int i = 0; i < 5; i++) assertThat(wrong("an", "192.0.2.1")).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("an", "192.0.2.1")).isEqualTo(new Throttle.Looked.TooSoon(Duration.ofMinutes(1)));
        assertThat(wrong("an", "192.0.2.2")).as("elsewhere").isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("binh", "192.0.2.1")).as("another name").isInstanceOf(Throttle.Looked.Wrong.class);
        now = now.plus(Duration.ofSeconds(61));
        assertThat(wrong("an", "192.0.2.1")).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("an", "192.0.2.1")).isEqualTo(new Throttle.Looked.TooSoon(Duration.ofMinutes(2)));
    }

    @Test
    void a_name_has_a_hundred_from_everywhere() {
        for (int i = 0; i < 100; i++)
            assertThat(wrong("moi.noi", "198.51.100." + i)).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("moi.noi", "203.0.113.1")).isInstanceOf(Throttle.Looked.TooSoon.class);
    }

    @Test
    void what_could_not_be_looked_at_was_no_failure() {
        for (int i = 0; i < 20; i++)
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> throttle.attempt("ban.viec", "192.0.2.90", null, _ -> {
                                throw new IllegalStateException("busy");
                            }))
                    .hasMessage("busy");
        assertThat(wrong("ban.viec", "192.0.2.90")).isInstanceOf(Throttle.Looked.Wrong.class);
    }

    @Test
    void a_clock_finer_than_the_database_does_not_make_the_first_attempt_wait() {
        now = now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plusNanos(999_999_999);
        assertThat(wrong("phut.dau", "192.0.2.5")).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("phut.dau", "192.0.2.5")).isInstanceOf(Throttle.Looked.Wrong.class);
    }

    @Test
    void a_network_waits_whatever_names_it_tries_and_a_success_gives_back_only_one() {
        String address = "2001:db8:1:2::7";
        for (int i = 0; i < 28; i++) assertThat(wrong("name" + i, address)).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(throttle.attempt("name28", address, null, _ -> true)).isInstanceOf(Throttle.Looked.Right.class);
        assertThat(wrong("name30", "2001:db8:1:2::8")).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("name31", "2001:db8:1:2:ffff::9")).isInstanceOf(Throttle.Looked.Wrong.class);
        assertThat(wrong("name32", "2001:db8:1:2::a")).isInstanceOf(Throttle.Looked.TooSoon.class);
        assertThat(wrong("name33", "2001:db8:1:3::a")).as("the neighbours").isInstanceOf(Throttle.Looked.Wrong.class);
    }

    @Test
    void forty_attempts_at_once_do_not_slip_through_together() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++)
                calls.add(() -> wrong("dung", "198.51.100.7") instanceof Throttle.Looked.Wrong);
            int passed = 0;
            for (var call : threads.invokeAll(calls)) if (call.get()) passed++;
            assertThat(passed).isEqualTo(5);
        }
    }

    @Test
    void old_tallies_are_swept() {
        wrong("em", "192.0.2.77");
        assertThat(new AttemptStore(jdbc).sweep(now.minus(Duration.ofDays(1))))
                .as("not yet")
                .isZero();
        assertThat(new AttemptStore(jdbc).sweep(now.plusSeconds(1))).isPositive();
        var made = accounts.ensure("noi.quen", "Nơi Quen", PASSWORD, false);
        throttle.remember(made.id(), "192.0.2.78", null);
        throttle.remember(made.id(), "192.0.2.78", "d");
        assertThat(new KnownPlaceStore(jdbc).sweep(now)).isZero();
        assertThat(new KnownPlaceStore(jdbc).sweep(now.plusSeconds(1))).isEqualTo(2);
    }

    @Test
    void a_place_is_strange_when_the_account_is_known_and_neither_browser_nor_network_is() {
        var made = accounts.ensure("noi.la", "Nơi Lạ", PASSWORD, false);
        assertThat(throttle.strange(made.id(), "192.0.2.90", null))
                .as("the first sign-in of all")
                .isFalse();
        throttle.remember(made.id(), "192.0.2.90", "d");
        assertThat(throttle.strange(made.id(), "192.0.2.90", null)).isFalse();
        assertThat(throttle.strange(made.id(), "192.0.2.91", "d")).isFalse();
        assertThat(throttle.strange(made.id(), "192.0.2.91", "e")).isTrue();
        assertThat(throttle.strange(made.id(), "192.0.2.91", null)).isTrue();
    }

    @Test
    void a_network_is_written_as_people_write_it() {
        assertThat(ClientNetwork.readable("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(ClientNetwork.readable("2001:db8:0:7::1")).isEqualTo("2001:db8:0:7::/64");
        assertThat(ClientNetwork.readable("tra đá vỉa hè")).isEmpty();
    }

    @Test
    void an_address_of_no_known_form_is_counted_too() {
        assertThat(ClientNetwork.of("tra đá vỉa hè")).isEqualTo("net:unknown");
        assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("net:192.0.2.1");
    }
}
