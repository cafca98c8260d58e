package vn.thucchat.foundation.notify.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.pages.Texts;

/**
 * Ends the link of a chat from the chat itself: whoever has it need not have the account that it was linked to, as where
 * somebody else opened the link.
 */
@Component
record UnlinkHandler(ZaloLinks links) implements ConversationHandler {

    private static final int ORDER = 810;

    @Override
    public String name() {
        return "unlink";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> words() {
        return List.of("thoi lien ket", "thoi noi", "huy lien ket");
    }

    @Override
    public boolean inMenu() {
        return false;
    }

    @Override
    public Reply answer(Question question, Texts t) {
        links.unlinkByChat(question.chat());
        // the same words when an answer that was lost is made once more, or nothing was linked
        return new Reply(t.of("conversation.unlink.text"), List.of());
    }
}
