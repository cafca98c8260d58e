package vn.thucchat.foundation.notify.conversations.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.conversations.ConversationTurn;
import vn.thucchat.foundation.notify.conversations.Conversations;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;

/** Administrators of the province see that people are answered; never who wrote, or what. */
@Controller
record ConversationsController(Conversations conversations, Pages pages) {

    @GetMapping(Conversations.PATH)
    @Allow(Roles.ADMINISTRATOR)
    View list(Cursor cursor, Actor actor) {
        if (!conversations.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        Slice<ConversationTurn> found = conversations.list(actor, cursor);
        return pages.show(
                "foundation/notify/conversations/conversations",
                new ConversationsPage(
                        found.items(), Table.of(Conversations.PATH, ConversationsPage.COLUMNS, cursor, found)));
    }
}
