package vn.thucchat.foundation.identity.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes what was gathered for people, within an hour after its last day. */
@Configuration(proxyBeanMethods = false)
class DataExportJob {

    @Bean
    static RecurringTask<Void> sweepDataExports(DataExports exports) {
        return Tasks.recurring("data-export-cleaning", FixedDelay.ofHours(1))
                .execute((instance, context) -> exports.sweep());
    }
}
