package vn.thucchat.foundation.identity.factors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up answered challenges every hour. */
@Configuration
class ChallengeCleaning {

    @Bean
    RecurringTask<Void> sweepChallenges(Challenges challenges) {
        return Tasks.recurring("challenge-cleaning", FixedDelay.ofHours(1))
                .execute((instance, context) -> challenges.sweep());
    }
}
