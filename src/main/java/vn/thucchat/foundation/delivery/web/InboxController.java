package vn.thucchat.foundation.delivery.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;

/** A person's own messages. Opening one leads to where the person acts. */
@Controller
record InboxController(Inbox inbox, Pages pages) {

    @GetMapping("/inbox")
    @Allow(signedIn = true)
    View list(Cursor cursor, Actor actor) {
        return pages.show("foundation/delivery/inbox", new InboxPage(inbox.of(actor, cursor), !cursor.start()));
    }

    @PostMapping("/inbox/{id}/opened")
    @Allow(signedIn = true)
    View open(@PathVariable UUID id, Actor actor) {
        return SeeOther.at(inbox.open(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
