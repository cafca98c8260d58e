package vn.thucchat.foundation.identity.leavers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Closes accounts within a quarter of an hour after their owners' last day; the roles end by themselves at midnight. */
@Configuration(proxyBeanMethods = false)
class LeaverJob {

    @Bean
    static RecurringTask<Void> closeLeavers(Leavers leavers) {
        return Tasks.recurring("leavers", FixedDelay.ofMinutes(15)).execute((instance, context) -> leavers.closeDue());
    }
}
