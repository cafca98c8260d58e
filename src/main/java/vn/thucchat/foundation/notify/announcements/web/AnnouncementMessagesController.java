package vn.thucchat.foundation.notify.announcements.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementResults;
import vn.thucchat.foundation.notify.announcements.AnnouncementRoles;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.notices.NoticeTotals;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;

/** Opens the numbers of an announcement to its messages, and each of them to its tries; of nobody by name or address. */
@Controller
@RequestMapping(Announcements.PATH + "/{id}/messages")
record AnnouncementMessagesController(AnnouncementResults results, AnnouncementDetails details, Pages pages) {

    @GetMapping
    @Allow({AnnouncementRoles.ANNOUNCER, Roles.LEADER})
    View list(
            @PathVariable UUID id,
            @RequestParam Medium medium,
            @RequestParam AnnouncementResults.DeliveryStatus standing,
            Cursor cursor,
            Actor actor) {
        Announcement announcement = details.found(actor, id);
        int people = results.of(actor, announcement).lines().stream()
                .filter(line -> line.medium() == medium)
                .mapToInt(line -> line.of(standing))
                .sum();
        // so few could be told apart
        if (AnnouncementPage.few(people)) throw Problem.notFound("announcement.messages.few");
        Slice<NoticeTotals.Line> shown = results.list(actor, announcement, medium, standing, cursor);
        Table table = Table.of(path(id), AnnouncementMessagesPage.COLUMNS, cursor, shown)
                .filtered("medium", medium)
                .filtered("standing", standing);
        return pages.show(
                "foundation/notify/announcements/messages",
                new AnnouncementMessagesPage(announcement, medium, standing, shown.items(), table),
                HttpStatus.OK);
    }

    @GetMapping("/{message}")
    @Allow({AnnouncementRoles.ANNOUNCER, Roles.LEADER})
    View tries(@PathVariable UUID id, @PathVariable UUID message, Actor actor) {
        Announcement announcement = details.found(actor, id);
        return pages.show(
                "foundation/notify/announcements/message",
                new AnnouncementMessagePage(
                        announcement,
                        results.tries(actor, announcement, message)
                                .orElseThrow(() -> Problem.notFound("result.not-found"))),
                HttpStatus.OK);
    }

    private static String path(UUID id) {
        return Announcements.PATH + "/" + id + "/messages";
    }
}
