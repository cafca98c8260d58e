package vn.thucchat.steering.indicators.reporting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;

/** Asks units that the gazetteer was added for the reports of rounds, every morning before late work is chased. */
@Configuration
class AddedUnitsJob {

    private static final LocalTime AT = LocalTime.of(6, 45);

    @Bean
    RecurringTask<Void> roundsOfAddedUnits(ReportingWork work, InstantSource clock, TransactionTemplate transactions) {
        return Tasks.recurring("rounds-of-added-units", Schedules.daily(BusinessTime.VIETNAM, AT))
                .execute((instance, context) -> transactions.executeWithoutResult(_ -> work.askAdded(clock.instant())));
    }
}
