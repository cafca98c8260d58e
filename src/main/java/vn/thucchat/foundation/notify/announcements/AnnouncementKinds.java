package vn.thucchat.foundation.notify.announcements;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** Declares kinds of announcements; each is a purpose of its own that people consent to, but danger to life. */
@Configuration(proxyBeanMethods = false)
class AnnouncementKinds {

    static final String RECORD = "announcement.record";

    @Bean
    static NoticeKind administrationAnnouncement() {
        return ordinary(Announcement.Purpose.ADMINISTRATION);
    }

    @Bean
    static NoticeKind lifeAnnouncement() {
        return ordinary(Announcement.Purpose.LIFE);
    }

    @Bean
    static NoticeKind dangerAnnouncement() {
        return new NoticeKind(
                Announcement.Purpose.DANGER.code(),
                NoticeKind.Importance.EXTREME,
                Duration.ofHours(6),
                false,
                NoticeKind.Audience.EVERYBODY);
    }

    private static NoticeKind ordinary(Announcement.Purpose purpose) {
        return new NoticeKind(
                purpose.code(),
                NoticeKind.Importance.ORDINARY,
                Duration.ofDays(3),
                true,
                NoticeKind.Audience.EVERYBODY);
    }

    @Bean
    static DataPurpose administrationPurpose() {
        return DataPurpose.of(Announcement.Purpose.ADMINISTRATION.code(), LegalBasis.CONSENT);
    }

    @Bean
    static DataPurpose lifePurpose() {
        return DataPurpose.of(Announcement.Purpose.LIFE.code(), LegalBasis.CONSENT);
    }

    @Bean
    static DataPurpose dangerPurpose() {
        return DataPurpose.of(Announcement.Purpose.DANGER.code(), LegalBasis.EMERGENCY);
    }

    @Bean
    static DataPurpose recordPurpose() {
        return DataPurpose.of(RECORD, LegalBasis.STATE_FUNCTION);
    }
}
