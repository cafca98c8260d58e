package vn.thucchat.foundation.delivery.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** A person's own messages. Opening one leads to where the person acts. */
@Controller
record InboxController(Inbox inbox, List<Inbox.Notes> notes, ObjectProvider<Inbox.Words> words, Pages pages) {

    @GetMapping("/inbox")
    @Allow(signedIn = true)
    View list(Cursor cursor, Actor actor, Texts t) {
        Slice<InboxMessage> messages = inbox.of(actor, cursor);
        List<UUID> ids = messages.items().stream().map(InboxMessage::id).toList();
        var texts = new HashMap<UUID, String>();
        words.ifAvailable(it -> texts.putAll(it.of(messages.items(), t)));
        var lines = new HashMap<UUID, List<Link>>();
        for (Inbox.Notes each : notes)
            each.of(actor, ids, t)
                    .forEach((id, line) ->
                            lines.computeIfAbsent(id, _ -> new ArrayList<>()).add(line));
        return pages.show("foundation/delivery/inbox", new InboxPage(messages, texts, lines, !cursor.start()));
    }

    /** The number at the top of pages, which asks for itself anew; an index answers it. */
    @GetMapping("/inbox/unseen")
    @Allow(signedIn = true)
    View unseen(Actor actor) {
        return pages.show("foundation/delivery/unseen", inbox.unseen(actor));
    }

    @PostMapping("/inbox/{id}/opened")
    @Allow(signedIn = true)
    View open(@PathVariable UUID id, Actor actor) {
        return SeeOther.at(inbox.open(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
