package vn.thucchat.foundation.notify.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Says what can be asked; also to whoever has just begun to follow the account. */
@Component
class HelpHandler implements ConversationHandler {

    private static final int LAST = 900;

    @Override
    public String name() {
        return "help";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public List<String> words() {
        return List.of("tro giup", "giup", "help", "menu");
    }

    @Override
    public Reply answer(Question question, Texts t) {
        return new Reply(t.of("conversation.help.text"), List.of(new Link("/", t.of("conversation.help.open"))));
    }
}
