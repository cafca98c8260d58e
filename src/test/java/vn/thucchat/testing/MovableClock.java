package vn.thucchat.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The one clock of a test: runs on from wherever it was set. */
public final class MovableClock implements InstantSource {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return TestTime.now().plus(offset);
    }

    public void moveTo(Instant instant) {
        offset = Duration.between(TestTime.now(), instant);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Provided {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
