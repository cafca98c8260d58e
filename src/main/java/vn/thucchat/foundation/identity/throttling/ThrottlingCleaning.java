package vn.thucchat.foundation.identity.throttling;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up old attempts and known places every hour. */
@Configuration
class ThrottlingCleaning {

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);
    private static final Duration PLACES_KEPT = Duration.ofDays(180);

    @Bean
    RecurringTask<Void> sweepAttempts(AttemptStore attempts, KnownPlaceStore places, InstantSource clock) {
        return Tasks.recurring("throttling-cleaning", FixedDelay.ofHours(1)).execute((instance, context) -> {
            attempts.sweep(clock.instant().minus(ATTEMPTS_KEPT));
            places.sweep(clock.instant().minus(PLACES_KEPT));
        });
    }
}
