package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;

/** Limits how many announcements a unit may have approved a day; warnings of danger to life are never held up. */
@Component
record AnnouncementLimit(AnnouncementStore store, AnnouncementRules rules, InstantSource clock) {

    boolean reached(Announcement announcement) {
        if (announcement.draft().kind() == Announcement.Purpose.DANGER) return false;
        Instant midnight = BusinessTime.day(clock.instant())
                .atStartOfDay(BusinessTime.VIETNAM)
                .toInstant();
        return store.approvedSince(announcement.unit(), announcement.synthetic(), midnight)
                >= rules.today().dailyLimit();
    }
}
