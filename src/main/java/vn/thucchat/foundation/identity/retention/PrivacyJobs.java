package vn.thucchat.foundation.identity.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.database.BusinessTime;

/** Deletes at 02:40 what is kept no longer, and counts every ten minutes who read much. */
@Configuration(proxyBeanMethods = false)
class PrivacyJobs {

    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    @Bean
    static RecurringTask<Void> deleteKeptNoLonger(Retention retention) {
        return Tasks.recurring("retention", new Daily(BusinessTime.VIETNAM, NIGHT))
                .execute((instance, context) -> retention.run());
    }

    @Bean
    static RecurringTask<Void> noticeBulkReading(ReadAlarms alarms) {
        return Tasks.recurring("bulk-reading", FixedDelay.ofMinutes(10)).execute((instance, context) -> alarms.look());
    }
}
