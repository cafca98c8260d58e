package vn.thucchat.foundation.identity.clientkeys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up names of old signed texts every ten minutes. */
@Configuration(proxyBeanMethods = false)
class UsedJtiCleaning {

    @Bean
    RecurringTask<Void> sweepUsedJtis(UsedJtis used) {
        return Tasks.recurring("used-jti-cleaning", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> used.sweep());
    }
}
