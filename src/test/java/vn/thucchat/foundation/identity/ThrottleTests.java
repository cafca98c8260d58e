package vn.thucchat.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void the_sixth_attempt_waits_and_is_looked_at_after_the_wait() {
        for (int i = 0; i < 5; i++)
            assertThat(throttle.charge("an", "192.0.2.1")).isEmpty();
        assertThat(throttle.charge("an", "192.0.2.2")).contains(Duration.ofMinutes(1));
        assertThat(throttle.charge("binh", "192.0.2.1")).as("another name").isEmpty();
        now = now.plus(Duration.ofSeconds(61));
        assertThat(throttle.charge("an", "192.0.2.1")).isEmpty();
        assertThat(throttle.charge("an", "192.0.2.1")).contains(Duration.ofMinutes(2));
    }

    @Test
    void a_clock_finer_than_the_database_does_not_make_the_first_attempt_wait() {
        now = now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plusNanos(999_999_999);
        assertThat(throttle.charge("phut.dau", "192.0.2.5")).isEmpty();
        assertThat(throttle.charge("phut.dau", "192.0.2.5")).isEmpty();
    }

    @Test
    void a_network_waits_whatever_names_it_tries_and_a_success_gives_back_only_one() {
        String address = "2001:db8:1:2::7";
        for (int i = 0; i < 29; i++)
            assertThat(throttle.charge("name" + i, address)).isEmpty();
        throttle.forgive("name28", address);
        assertThat(throttle.charge("name30", "2001:db8:1:2::8")).isEmpty();
        assertThat(throttle.charge("name31", "2001:db8:1:2:ffff::9")).isEmpty();
        assertThat(throttle.charge("name32", "2001:db8:1:2::a")).isPresent();
        assertThat(throttle.charge("name33", "2001:db8:1:3::a"))
                .as("the neighbours")
                .isEmpty();
    }

    @Test
    void a_success_clears_the_name() {
        for (int i = 0; i < 5; i++) throttle.charge("chi", "192.0.2.9");
        assertThat(throttle.charge("chi", "192.0.2.9")).isPresent();
        throttle.forgive("chi", "192.0.2.9");
        assertThat(throttle.charge("chi", "192.0.2.9")).isEmpty();
    }

    @Test
    void forty_attempts_at_once_do_not_slip_through_together() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                String address = "198.51.100." + i;
                calls.add(() -> throttle.charge("dung", address).isEmpty());
            }
            int passed = 0;
            for (var call : threads.invokeAll(calls)) if (call.get()) passed++;
            assertThat(passed).isEqualTo(5);
        }
    }

    @Test
    void old_tallies_are_swept() {
        throttle.charge("em", "192.0.2.77");
        assertThat(attemptStore.sweep(now.minus(Duration.ofDays(1))))
                .as("not yet")
                .isZero();
        assertThat(attemptStore.sweep(now.plusSeconds(1))).isPositive();
    }

    @Test
    void an_address_of_no_known_form_is_counted_too() {
        assertThat(Throttle.network("tra đá vỉa hè")).isEqualTo("net:unknown");
        assertThat(Throttle.network("192.0.2.1")).isEqualTo("net:192.0.2.1");
    }
}
