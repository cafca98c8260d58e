package vn.thucchat.foundation.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Leads from a chat to what the site finds for some words; the page shows each reader what they may see. */
@Component
class SearchConversationHandler implements ConversationHandler {

    private static final int ORDER = 100;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> words() {
        return List.of("tra cuu", "tim");
    }

    @Override
    public Reply answer(Question question, Texts t) {
        if (question.words().isEmpty())
            return new Reply(
                    t.of("conversation.search.ask"), List.of(new Link("/search", t.of("conversation.search.open"))));
        String asked = URLEncoder.encode(question.words(), StandardCharsets.UTF_8);
        return new Reply(
                t.of("conversation.search.text", question.words()),
                List.of(new Link("/search?q=" + asked, t.of("conversation.search.open"))));
    }
}
