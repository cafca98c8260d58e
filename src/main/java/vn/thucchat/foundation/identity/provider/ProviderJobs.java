package vn.thucchat.foundation.identity.provider;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rotates the keys that sign, and deletes authorizations that are over, every hour. */
@Configuration(proxyBeanMethods = false)
class ProviderJobs {

    @Bean
    RecurringTask<Void> rotateSigningKeys(SigningKeys keys) {
        return Tasks.recurring("signing-key-rotation", FixedDelay.ofHours(1))
                .execute((instance, context) -> keys.rotate());
    }

    @Bean
    RecurringTask<Void> sweepClientAuthorizations(Authorizations authorizations) {
        return Tasks.recurring("client-authorization-cleaning", FixedDelay.ofHours(1))
                .execute((instance, context) -> authorizations.sweep());
    }

    @Bean
    RecurringTask<Void> sweepPushedRequests(PushedRequests pushed) {
        return Tasks.recurring("pushed-request-cleaning", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> pushed.sweep());
    }
}
