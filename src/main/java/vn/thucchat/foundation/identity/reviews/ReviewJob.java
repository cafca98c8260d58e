package vn.thucchat.foundation.identity.reviews;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules the hourly job that starts due reviews and follows open ones. */
@Configuration(proxyBeanMethods = false)
class ReviewJob {

    @Bean
    static RecurringTask<Void> reviewAccess(ReviewLifecycle lifecycle) {
        return Tasks.recurring("access-reviews", FixedDelay.ofHours(1)).execute((instance, context) -> {
            lifecycle.begin();
            lifecycle.follow();
        });
    }
}
