package vn.thucchat.foundation.work;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Declares that chasing reaches people outside of the platform, too: until the next morning's says it anew. */
@Configuration(proxyBeanMethods = false)
class WorkNotices {

    static final String CHASED = "work.chased";

    @Bean
    static NoticeKind workChased() {
        return new NoticeKind(
                        CHASED, NoticeKind.Importance.IMPORTANT, Duration.ofHours(24), true, NoticeKind.Audience.STAFF)
                .says("work.digest", "3")
                .says("work.digest.late", "3", "1");
    }
}
