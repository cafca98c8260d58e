package vn.thucchat.foundation.notify.contacts;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Tells a person at every address that a further one was confirmed: it may not have been them. */
@Configuration(proxyBeanMethods = false)
class ContactNotices {

    static final String CONFIRMED = "notify.contact-confirmed";

    @Bean
    static NoticeKind contactConfirmed() {
        return new NoticeKind(
                        CONFIRMED,
                        NoticeKind.Importance.IMPORTANT,
                        Duration.ofDays(3),
                        false,
                        NoticeKind.Audience.EVERYBODY)
                .says("notify.contact.confirmed.EMAIL", "a•••@thainguyen.example")
                .says("notify.contact.confirmed.PHONE", "+8491•••••78")
                .says("notify.contact.confirmed.BROWSER");
    }
}
