package vn.thucchat.foundation.identity.recovery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up, every hour, recoveries that were over a month ago, and warns the owners of those that wait once a day. */
@Configuration(proxyBeanMethods = false)
class RecoveryCleaning {

    @Bean
    static RecurringTask<Void> sweepRecoveries(RecoveryCompletion ends, SelfRecoveries recoveries) {
        return Tasks.recurring("account-recoveries", FixedDelay.ofHours(1)).execute((instance, context) -> {
            ends.sweep();
            int reminded;
            do reminded = recoveries.remind();
            while (reminded > 0);
        });
    }
}
