package vn.thucchat.foundation.brief;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Declares that leaders are told of the brief of the week outside of the platform, too. */
@Configuration(proxyBeanMethods = false)
class BriefNotices {

    static final String WEEKLY = "brief.weekly";

    @Bean
    static NoticeKind weeklyBriefNotice() {
        return new NoticeKind(
                        WEEKLY, NoticeKind.Importance.ORDINARY, Duration.ofDays(3), true, NoticeKind.Audience.STAFF)
                .says("brief.weekly");
    }
}
