package vn.thucchat.foundation.money.exceptions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes who paid from what was held, after as many days as from what was posted. */
@Configuration
class HeldPaymentRetention {

    @Bean
    RecurringTask<Void> heldPayersForgotten(
            HeldPaymentStore held, InstantSource clock, @Value("${thucchat.payments.keep-payer-days}") int days) {
        return Tasks.recurring("payments-held-payers-forgotten", FixedDelay.ofHours(6))
                .execute((instance, context) -> held.forget(clock.instant().minus(Duration.ofDays(days))));
    }
}
