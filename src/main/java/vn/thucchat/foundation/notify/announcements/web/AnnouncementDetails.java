package vn.thucchat.foundation.notify.announcements.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementAct;
import vn.thucchat.foundation.notify.announcements.AnnouncementCount;
import vn.thucchat.foundation.notify.announcements.AnnouncementDrafts;
import vn.thucchat.foundation.notify.announcements.AnnouncementResults;
import vn.thucchat.foundation.notify.announcements.AnnouncementWording;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** Shows one announcement with all that its writer and its approver look at. */
@Component
record AnnouncementDetails(
        Announcements announcements,
        AnnouncementDrafts drafts,
        AnnouncementResults results,
        AnnouncementWording wording,
        Media media,
        Access access,
        Pages pages) {

    Announcement found(Actor actor, UUID id) {
        return announcements.find(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
    }

    View page(Actor actor, Announcement announcement, Form<?> form, HttpStatus status) {
        int round = announcement.progress().round();
        boolean draft = announcement.state() == Announcement.State.DRAFT;
        AnnouncementCount count =
                (draft ? drafts.count(actor, announcement) : announcements.count(announcement, round)).orElse(null);
        List<AnnouncementAct> acts = announcements.acts(actor, announcement);
        AnnouncementCount before = !acts.isEmpty() && acts.getLast().act() == AnnouncementAct.What.REAPPROVAL_REQUIRED
                ? announcements.count(announcement, round - 1).orElse(null)
                : null;
        var previews = new LinkedHashMap<String, AnnouncementWording.Preview>();
        previews.put("vi", wording.preview(announcement, "vi"));
        if (!announcement.draft().words().titleEn().isEmpty()) previews.put("en", wording.preview(announcement, "en"));
        return pages.show(
                "foundation/notify/announcements/announcement",
                new AnnouncementPage(
                        announcement,
                        access.unitName(announcement.unit().value()),
                        count,
                        before,
                        previews,
                        announcement.open() ? results.of(actor, announcement) : null,
                        acts,
                        new AnnouncementPage.Rights(
                                announcements.mayWrite(actor, announcement),
                                announcements.mayApprove(actor, announcement),
                                media.channel(Medium.ZALO, announcement.synthetic())
                                        .filter(channel -> channel.takes(
                                                announcement.draft().purpose()))
                                        .isPresent()),
                        form),
                status);
    }
}
