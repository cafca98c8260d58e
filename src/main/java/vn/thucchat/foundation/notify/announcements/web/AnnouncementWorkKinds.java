package vn.thucchat.foundation.notify.announcements.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.announcements.AnnouncementDrafts;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares the approval that an announcement waits for, and words it. */
@Configuration(proxyBeanMethods = false)
class AnnouncementWorkKinds {

    @Bean
    static WorkKind announcementApproval(Access access) {
        return new WorkKind(
                AnnouncementDrafts.WORK,
                Roles.LEADER,
                true,
                (t, item) -> WorkLine.of(
                        t.of(
                                "announcement.work",
                                item.arguments().isEmpty()
                                        ? ""
                                        : item.arguments().getFirst()),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        Announcements.PATH + "/" + item.evidence(),
                        t.of("announcement.work.open")));
    }
}
