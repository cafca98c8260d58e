package vn.thucchat.foundation.notify.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Gives the chat a link by which its person links it to their account; a chat that is linked is told how to end it. */
@Component
record LinkHandler(ZaloLinks links) implements ConversationHandler {

    private static final int ORDER = 800;

    @Override
    public String name() {
        return "link";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> words() {
        return List.of("lien ket");
    }

    @Override
    public Reply answer(Question question, Texts t) {
        return question.account() != null
                ? new Reply(
                        t.of("conversation.link.there"),
                        List.of(new Link(ZaloLinks.PATH, t.of("conversation.link.manage"))))
                : new Reply(
                        t.of("conversation.link.text"),
                        List.of(new Link(links.offer(question.chat()), t.of("conversation.link.open"))));
    }
}
