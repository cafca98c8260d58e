package vn.thucchat.foundation.brief;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;

/** Tells every leader on Monday morning that the brief of the week is there, to read and to print. */
@Component
class WeeklyBrief {

    private final BriefStore weeks;
    private final Accounts accounts;
    private final Inbox inbox;
    private final InstantSource clock;

    WeeklyBrief(BriefStore weeks, Accounts accounts, Inbox inbox, InstantSource clock) {
        this.weeks = weeks;
        this.accounts = accounts;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Notifies leaders of a week's brief exactly once, also when two processes run it or it is restarted.
     *
     * @return how many persons were told
     */
    @Transactional
    public int send() {
        LocalDate monday = BusinessTime.day(clock.instant()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!weeks.tell(monday, clock.instant())) return 0;
        var leaders = accounts.holders(Set.of(Roles.LEADER)).stream()
                .map(Accounts.Holder::account)
                .distinct()
                .toList();
        inbox.send(leaders, BriefNotices.WEEKLY, "brief.weekly", List.of(), "/brief", null);
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
