package vn.thucchat.testing;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The clock of tests with the demonstration: whatever the day, it was loaded on the same one, and it is an hour later. */
@TestConfiguration(proxyBeanMethods = false)
public class DemonstrationClock {

    /** Saturday 28 November 2026, nine in the morning in Viet Nam. */
    public static final Instant LOADED = Instant.parse("2026-11-28T02:00:00Z");

    @Bean
    MovableClock clock() {
        var clock = new MovableClock();
        clock.moveTo(LOADED.plusSeconds(3_600));
        return clock;
    }
}
