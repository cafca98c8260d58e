package vn.thucchat.foundation.notify.contacts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;

/** Tells administrators, once for each key, that addresses cannot be opened any more: their people have to add them anew. */
@Component
class LostKeyWatch {

    static final String LOST = "notify.key-lost";

    private final ContactStore store;
    private final ProvinceAdministrators administrators;
    private final Inbox inbox;
    private final InstantSource clock;

    LostKeyWatch(ContactStore store, ProvinceAdministrators administrators, Inbox inbox, InstantSource clock) {
        this.store = store;
        this.administrators = administrators;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        for (String _ : store.tellLostKeys(clock.instant()))
            inbox.send(administrators.of(), LOST, "notify.key-lost", List.of(), "/admin/notices", null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final LocalTime AT = LocalTime.of(4, 20);

        @Bean
        RecurringTask<Void> lostKeyWatchTask(LostKeyWatch watch) {
            return Tasks.recurring("notify-lost-keys", Schedules.daily(BusinessTime.VIETNAM, AT))
                    .execute((instance, context) -> watch.look());
        }
    }
}
