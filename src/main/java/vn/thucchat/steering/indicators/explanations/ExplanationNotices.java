package vn.thucchat.steering.indicators.explanations;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Declares that people are told of explanations outside of the platform, too. */
@Configuration(proxyBeanMethods = false)
class ExplanationNotices {

    static final String TOLD = "indicators.explanation-told";

    @Bean
    static NoticeKind explanationNotice() {
        return new NoticeKind(
                        TOLD, NoticeKind.Importance.IMPORTANT, Duration.ofDays(3), true, NoticeKind.Audience.STAFF)
                .says(
                        "explanation.told.asked",
                        "Lê Văn An",
                        "Tỷ lệ hồ sơ trực tuyến",
                        "Phường Phan Đình Phùng",
                        "05/12/2026")
                .says(
                        "explanation.told.answered",
                        "Lê Văn An",
                        "Tỷ lệ hồ sơ trực tuyến",
                        "Phường Phan Đình Phùng",
                        "05/12/2026");
    }
}
