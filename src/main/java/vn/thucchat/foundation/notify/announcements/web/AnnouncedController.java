package vn.thucchat.foundation.notify.announcements.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;

/** Everybody reads what was announced, what it cost and who approved it. */
@Controller
@RequestMapping(Announcements.OPEN_PATH)
record AnnouncedController(Announcements announcements, Pages pages) {

    @GetMapping
    @Allow(anyone = true, acting = true)
    View list(Cursor cursor) {
        Slice<Announcements.Published> shown = announcements.published(cursor);
        return pages.show(
                "foundation/notify/announcements/announced",
                new AnnouncedPage(shown.items(), cursor.start() ? null : Announcements.OPEN_PATH, shown.next(NEXT)),
                HttpStatus.OK);
    }

    private static final String NEXT = Announcements.OPEN_PATH + "?cursor=";

    @GetMapping("/{id}")
    @Allow(anyone = true, acting = true)
    View show(@PathVariable UUID id) {
        return pages.show(
                "foundation/notify/announcements/notice",
                announcements.published(id).orElseThrow(() -> Problem.notFound("announcement.unknown")),
                HttpStatus.OK);
    }
}
