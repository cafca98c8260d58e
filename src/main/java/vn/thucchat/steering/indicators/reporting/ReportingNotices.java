package vn.thucchat.steering.indicators.reporting;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Declares that reporters are reminded of a round outside of the platform, too. */
@Configuration(proxyBeanMethods = false)
class ReportingNotices {

    static final String REMINDER = "indicators.round-reminder";

    @Bean
    static NoticeKind roundReminderNotice() {
        return new NoticeKind(
                        REMINDER, NoticeKind.Importance.IMPORTANT, Duration.ofDays(3), true, NoticeKind.Audience.STAFF)
                .says("reporting.reminder", "Tháng 11/2026", "05/12/2026");
    }
}
