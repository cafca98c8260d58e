package vn.thucchat.foundation.notify.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.notify.contacts.ProvinceAdministrators;

/** Tells administrators of the province, once a day and channel, that a channel fails. */
@Component
class ChannelWatch {

    static final String FAILING = "notify.channel-failing";

    private final NoticeAttemptStore attempts;
    private final ProvinceAdministrators administrators;
    private final Inbox inbox;
    private final InstantSource clock;

    ChannelWatch(NoticeAttemptStore attempts, ProvinceAdministrators administrators, Inbox inbox, InstantSource clock) {
        this.attempts = attempts;
        this.administrators = administrators;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @return how many channels were told of */
    @Transactional
    public int look() {
        List<ChannelHealth> told = attempts.health(clock.instant().minus(NoticeLedger.LATELY)).stream()
                .filter(ChannelHealth::failing)
                .filter(channel -> attempts.warn(channel.medium(), BusinessTime.day(clock.instant())))
                .toList();
        if (told.isEmpty()) return 0;
        List<UUID> administrators = this.administrators.of();
        for (ChannelHealth channel : told)
            inbox.send(
                    administrators,
                    FAILING,
                    "notify.failing." + channel.medium(),
                    List.of(Long.toString(channel.failed()), Long.toString(channel.failed() + channel.accepted())),
                    "/admin/notices",
                    null);
        return told.size();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final Duration EVERY = Duration.ofHours(1);

        @Bean
        RecurringTask<Void> channelWatchTask(ChannelWatch watch) {
            return Tasks.recurring("notify-channel-watch", Schedules.fixedDelay(EVERY))
                    .execute((instance, context) -> watch.look());
        }
    }
}
