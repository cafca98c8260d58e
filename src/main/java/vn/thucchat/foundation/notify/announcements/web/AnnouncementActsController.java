package vn.thucchat.foundation.notify.announcements.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementDecisions;
import vn.thucchat.foundation.notify.announcements.AnnouncementDrafts;
import vn.thucchat.foundation.notify.announcements.AnnouncementRoles;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;

/** Submits announcements; another person approves them, sends them back, or stops them. */
@Controller
@RequestMapping(Announcements.PATH + "/{id}")
record AnnouncementActsController(
        AnnouncementDrafts drafts, AnnouncementDecisions decisions, AnnouncementDetails details) {

    @PostMapping("/submit")
    @Allow(AnnouncementRoles.ANNOUNCER)
    View submit(@PathVariable UUID id, Form<VersionForm> form, Actor actor, Flash flash) {
        Announcement announcement = details.found(actor, id);
        return form.answer(
                typed -> drafts.submit(actor, announcement, typed.version()),
                _ -> flash.then("announcement.submitted", path(id)),
                (again, status) -> details.page(actor, announcement, again, status));
    }

    @PostMapping("/approve")
    @Allow(
            value = {AnnouncementRoles.ANNOUNCER, Roles.LEADER},
            recent = 10)
    View approve(@PathVariable UUID id, Form<VersionForm> form, Actor actor, Flash flash) {
        Announcement announcement = details.found(actor, id);
        return form.answer(
                typed -> decisions.approve(actor, announcement, typed.version()),
                _ -> flash.then("announcement.approved", path(id)),
                (again, status) -> details.page(actor, announcement, again, status));
    }

    /** @param act {@code send-back} or {@code stop} */
    @PostMapping("/{act}")
    @Allow({AnnouncementRoles.ANNOUNCER, Roles.LEADER})
    View decide(@PathVariable UUID id, @PathVariable String act, Form<DecisionForm> form, Actor actor, Flash flash) {
        Announcement announcement = details.found(actor, id);
        return form.answer(
                typed -> decisions.decide(actor, announcement, act, typed.version(), typed.reason()),
                _ -> flash.then("announcement.done." + act, path(id)),
                (again, status) -> details.page(actor, announcement, again, status));
    }

    private static String path(UUID id) {
        return Announcements.PATH + "/" + id;
    }
}
