package vn.thucchat.foundation.identity.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends representations within an hour after their last day, as an act of the platform in the access log. */
@Configuration(proxyBeanMethods = false)
class RepresentationJob {

    @Bean
    static RecurringTask<Void> endRepresentationsRunOut(Representations representations) {
        return Tasks.recurring("representations-run-out", FixedDelay.ofHours(1)).execute((instance, context) -> {
            int ended;
            do ended = representations.endRunOut();
            while (ended == RepresentationStore.AT_ONCE);
        });
    }
}
