package vn.thucchat.foundation.brief;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Roles;

/** Tells every leader on Monday morning that the brief of the week is there, to read and to print. */
@Component
class WeeklyBrief {

    private final Accounts accounts;
    private final Inbox inbox;
    private final InstantSource clock;

    WeeklyBrief(Accounts accounts, Inbox inbox, InstantSource clock) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @return how many persons were told */
    @Transactional
    public int send() {
        LocalDate today = BusinessTime.day(clock.instant());
        var leaders = accounts.holders(Set.of(Roles.LEADER)).stream()
                .map(Accounts.Holder::account)
                .distinct()
                .toList();
        for (var leader : leaders)
            inbox.send(leader, "brief.weekly", "brief.weekly", List.of(today.toString()), "/brief", null);
        return leaders.size();
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> weeklyBriefTask(WeeklyBrief brief) {
            return Tasks.recurring("weekly-brief", Schedules.cron("0 0 7 * * MON", BusinessTime.VIETNAM))
                    .execute((instance, context) -> brief.send());
        }
    }
}
