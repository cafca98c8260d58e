package vn.thucchat.foundation.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.database.BusinessTime;

/** Chases work every morning, before offices open, after what reforms ended has gone to other units. */
@Configuration
class ChasingJob {

    private static final LocalTime AT = LocalTime.of(7, 0);

    @Bean
    RecurringTask<Void> workChasing(EndedUnits endedUnits, Chasing chasing) {
        return Tasks.recurring("work-chasing", Schedules.daily(BusinessTime.VIETNAM, AT))
                .execute((instance, context) -> {
                    endedUnits.run();
                    chasing.run();
                });
    }
}
