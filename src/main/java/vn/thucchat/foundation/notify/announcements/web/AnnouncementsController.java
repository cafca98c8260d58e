package vn.thucchat.foundation.notify.announcements.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementDrafts;
import vn.thucchat.foundation.notify.announcements.AnnouncementRoles;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Officials write announcements, and see whom each would reach and what it would cost. */
@Controller
@RequestMapping(Announcements.PATH)
record AnnouncementsController(
        Announcements announcements, AnnouncementDrafts drafts, AnnouncementDetails details, Pages pages) {

    @GetMapping
    @Allow({AnnouncementRoles.ANNOUNCER, Roles.LEADER})
    View list(Actor actor, Cursor cursor) {
        Slice<Announcement> shown = announcements.list(actor, cursor);
        return pages.show(
                "foundation/notify/announcements/announcements",
                new AnnouncementsPage(
                        shown.items(),
                        Table.of(Announcements.PATH, AnnouncementsPage.COLUMNS, cursor, shown),
                        actor.holds(AnnouncementRoles.ANNOUNCER)),
                HttpStatus.OK);
    }

    @GetMapping("/new")
    @Allow(AnnouncementRoles.ANNOUNCER)
    View blank(Actor actor, Texts t) {
        return form(actor, null, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping
    @Allow(AnnouncementRoles.ANNOUNCER)
    View write(Form<AnnouncementForm> form, Actor actor, Flash flash) {
        return write(null, form, actor, flash);
    }

    @GetMapping("/{id}")
    @Allow({AnnouncementRoles.ANNOUNCER, Roles.LEADER})
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return details.page(actor, details.found(actor, id), Form.blank(t), HttpStatus.OK);
    }

    @GetMapping("/{id}/edit")
    @Allow(AnnouncementRoles.ANNOUNCER)
    View edit(@PathVariable UUID id, Actor actor, Texts t) {
        Announcement announcement = details.found(actor, id);
        return form(actor, announcement, Form.blank(t, AnnouncementForm.fields(announcement)), HttpStatus.OK);
    }

    @PostMapping("/{id}")
    @Allow(AnnouncementRoles.ANNOUNCER)
    View change(@PathVariable UUID id, Form<AnnouncementForm> form, Actor actor, Flash flash) {
        return write(details.found(actor, id), form, actor, flash);
    }

    private View write(@Nullable Announcement before, Form<AnnouncementForm> form, Actor actor, Flash flash) {
        return form.answer(
                typed -> drafts.write(
                        actor, before, typed.version(), typed.group(), typed.words(), typed.purpose(), typed.sendAt()),
                done -> flash.then("announcement.written", Announcements.PATH + "/" + done.id()),
                (again, status) -> form(actor, before, again, status));
    }

    private View form(Actor actor, @Nullable Announcement announcement, Form<?> form, HttpStatus status) {
        return pages.show(
                "foundation/notify/announcements/form",
                new AnnouncementFormPage(announcement, drafts.groups(actor), form),
                status);
    }
}
