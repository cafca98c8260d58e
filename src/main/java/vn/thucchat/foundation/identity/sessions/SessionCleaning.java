package vn.thucchat.foundation.identity.sessions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up sessions that have ended every hour. */
@Configuration
class SessionCleaning {

    @Bean
    RecurringTask<Void> sweepSessions(Sessions sessions) {
        return Tasks.recurring("session-cleaning", FixedDelay.ofHours(1))
                .execute((instance, context) -> sessions.sweep());
    }
}
