package vn.thucchat.foundation.notify.channels.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.notify.channels.KeptMessages;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** The outgoing box of the demonstration: anybody reads it, because anybody can be its people. */
@Controller
record KeptMessagesController(KeptMessages kept, Media media, Pages pages) {

    static final String PATH = "/demonstration/outgoing";

    @GetMapping(PATH)
    @Allow(anyone = true)
    View list(Cursor cursor) {
        if (!media.demonstration()) throw Problem.notFound("notify.kept.off");
        return pages.show(
                "foundation/notify/channels/kept-messages", new KeptMessagesPage(kept.list(cursor), !cursor.start()));
    }
}
