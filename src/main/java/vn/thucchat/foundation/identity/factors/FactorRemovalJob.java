package vn.thucchat.foundation.identity.factors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes lost passkeys and codes from accounts, some minutes after the owner's day has passed. */
@Configuration
class FactorRemovalJob {

    @Bean
    RecurringTask<Void> takeLostFactors(FactorRemovals removals) {
        return Tasks.recurring("lost-factors", FixedDelay.ofMinutes(5)).execute((instance, context) -> removals.take());
    }
}
