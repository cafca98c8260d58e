package vn.thucchat.foundation.identity.credentials;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.provider.CredentialKeys;

/** Withdraws credentials whose fact has ended, rotates the keys that sign them, and deletes offers that are over. */
@Configuration(proxyBeanMethods = false)
class CredentialJobs {

    @Bean
    RecurringTask<Void> withdrawEndedCredentials(StatusLists lists) {
        return Tasks.recurring("credential-withdrawal", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> lists.withdrawEnded());
    }

    @Bean
    RecurringTask<Void> rotateCredentialKeys(CredentialKeys keys) {
        return Tasks.recurring("credential-key-rotation", FixedDelay.ofHours(1))
                .execute((instance, context) -> keys.rotate());
    }

    @Bean
    RecurringTask<Void> sweepCredentialOffers(CredentialOffers offers) {
        return Tasks.recurring("credential-offer-cleaning", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> offers.sweep());
    }
}
