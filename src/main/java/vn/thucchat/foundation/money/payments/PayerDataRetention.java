package vn.thucchat.foundation.money.payments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.money.exceptions.HeldPaymentStore;

/** Who paid is personal data: kept as long as books are compared, and then deleted. Movements stay. */
@Configuration
class PayerDataRetention {

    /** Rows that one statement deletes: few enough that nobody waits for it. */
    private static final int BATCH = 5_000;

    @Bean
    RecurringTask<Void> payersForgotten(
            RemittanceStore originals,
            HeldPaymentStore held,
            InstantSource clock,
            @Value("${thucchat.payments.keep-payer-days}") int days) {
        return Tasks.recurring("payments-payers-forgotten", FixedDelay.ofHours(6))
                .execute((instance, context) -> {
                    forget(originals, clock, days);
                    held.forget(clock.instant().minus(Duration.ofDays(days)));
                });
    }

    /** @return how many originals are gone */
    static long forget(RemittanceStore originals, InstantSource clock, int days) {
        long gone = 0;
        int batch;
        do {
            batch = originals.forget(clock.instant().minus(Duration.ofDays(days)), BATCH);
            gone += batch;
        } while (batch == BATCH);
        return gone;
    }
}
