package vn.thucchat.foundation.notify.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Says how many messages wait for the person who linked the chat: a number and a link, never what they say. */
@Component
record InboxHandler(Inbox inbox) implements ConversationHandler {

    private static final int ORDER = 200;

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> words() {
        return List.of("tin cua toi", "thong bao", "hop tin");
    }

    @Override
    public Reply answer(Question question, Texts t) {
        if (question.account() == null) return new Reply(t.of("conversation.inbox.unlinked"), List.of());
        int unseen = inbox.unseen(new Actor(question.account(), "", "", false, List.of()));
        return new Reply(
                t.of("conversation.inbox.text", t.number(unseen)),
                List.of(new Link("/inbox", t.of("conversation.inbox.open"))));
    }
}
