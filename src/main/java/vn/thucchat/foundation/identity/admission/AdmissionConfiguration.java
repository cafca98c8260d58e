package vn.thucchat.foundation.identity.admission;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.throttling.Throttle;
import vn.thucchat.foundation.pages.HeavyWork;

/** Measures what hashing has to do, and sweeps up tickets that nobody holds any more. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    static Capacity hashingCapacity(Throttle throttle) {
        return new Capacity(
                () -> Math.max(throttle.underway(), HeavyWork.HASHING.underway()), HeavyWork.HASHING::perSecond);
    }

    @Bean
    static RecurringTask<Void> sweepTickets(Admission admission) {
        return Tasks.recurring("sign-in-tickets", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> admission.sweep());
    }
}
