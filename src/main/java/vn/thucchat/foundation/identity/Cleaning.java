package vn.thucchat.foundation.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up old attempts, links, sessions and known places every hour. */
@Configuration
class Cleaning {

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);
    private static final Duration PLACES_KEPT = Duration.ofDays(180);
    private static final Duration LINKS_KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> identityCleaning(
            AttemptStore attempts, ResetStore resets, Sessions sessions, KnownPlaceStore places, InstantSource clock) {
        return Tasks.recurring("identity-cleaning", FixedDelay.ofHours(1)).execute((instance, context) -> {
            attempts.sweep(clock.instant().minus(ATTEMPTS_KEPT));
            resets.sweep(clock.instant().minus(LINKS_KEPT));
            sessions.sweep();
            places.sweep(clock.instant().minus(PLACES_KEPT));
        });
    }
}
