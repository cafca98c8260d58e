package vn.thucchat.foundation.identity.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up old links for new passwords every hour. */
@Configuration
class ResetCleaning {

    private static final Duration LINKS_KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> sweepLinks(ResetStore resets, InstantSource clock) {
        return Tasks.recurring("reset-cleaning", FixedDelay.ofHours(1))
                .execute((instance, context) -> resets.sweep(clock.instant().minus(LINKS_KEPT)));
    }
}
