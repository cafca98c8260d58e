package vn.thucchat.foundation.identity.logout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for sessions that ended by themselves, twice a minute. */
@Configuration(proxyBeanMethods = false)
class LogoutJobs {

    @Bean
    RecurringTask<Void> tellClientsOfEndedSessions(ClientSessions sessions) {
        return Tasks.recurring("client-session-ends", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> sessions.look());
    }
}
