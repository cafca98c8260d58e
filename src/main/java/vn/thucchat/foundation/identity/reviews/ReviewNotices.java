package vn.thucchat.foundation.identity.reviews;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Declares that an overdue review reaches administrators outside of the platform, too. */
@Configuration(proxyBeanMethods = false)
class ReviewNotices {

    static final String OVERDUE = "identity.review-overdue";

    @Bean
    static NoticeKind reviewOverdue() {
        return new NoticeKind(
                        OVERDUE, NoticeKind.Importance.IMPORTANT, Duration.ofDays(7), true, NoticeKind.Audience.STAFF)
                .says("reviews.overdue.notice", "Phường Phan Đình Phùng", "3");
    }
}
