package vn.thucchat.foundation.identity.recovery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up, every hour, recoveries that were over a month ago. */
@Configuration(proxyBeanMethods = false)
class RecoveryCleaning {

    @Bean
    static RecurringTask<Void> sweepRecoveries(RecoveryCompletion ends) {
        return Tasks.recurring("account-recoveries", FixedDelay.ofHours(1))
                .execute((instance, context) -> ends.sweep());
    }
}
