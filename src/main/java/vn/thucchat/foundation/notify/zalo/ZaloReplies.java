package vn.thucchat.foundation.notify.zalo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.pages.Link;

/**
 * Hands answers in a chat to Zalo, as messages of customer care. Zalo takes eight of them for nothing within 48 hours of
 * what the person wrote; texts have at most 2,000 signs, and five things can be pressed under them.
 */
@Component
public class ZaloReplies {

    private static final int LONGEST = 2000;
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST_BUTTON = 100;

    private final ZaloSettings settings;
    private final ZaloTokens tokens;
    private final ZaloClient client;
    private final ZaloCodes codes = new ZaloCodes();

    ZaloReplies(ZaloSettings settings, ZaloTokens tokens, ZaloClient client) {
        this.settings = settings;
        this.tokens = tokens;
        this.client = client;
    }

    /** The host that answers go to. */
    public String host() {
        return settings.replies().getHost();
    }

    /**
     * Tries once to hand an answer over, outside of a transaction.
     *
     * @param links that are opened in the browser, absolute addresses
     * @param menu words that are written for the person who presses them
     */
    public SendResult send(String user, String text, List<Link> links, List<String> menu) {
        Optional<ZaloTokens.Access> access = tokens.access();
        if (access.isEmpty()) return new SendResult.Postponed("no access token", null);
        ZaloClient.Answer answer = client.reply(
                access.get().token(), user, message(text.substring(0, Math.min(text.length(), LONGEST)), links, menu));
        return switch (answer) {
            case ZaloClient.Unheard(var result) -> result;
            case ZaloClient.Said said ->
                switch (codes.of(said.error())) {
                    case ACCEPTED ->
                        new SendResult.Accepted(said.data().path("message_id").asString(""));
                    case LATER -> new SendResult.Postponed(said.words(), null);
                    case NEVER, NO_ZALO -> new SendResult.Refused(said.words(), false);
                    case RENEW -> {
                        tokens.forget(access.get());
                        yield new SendResult.Postponed(said.words(), null);
                    }
                };
        };
    }

    private static Map<String, Object> message(String text, List<Link> links, List<String> menu) {
        var buttons = new ArrayList<Map<String, Object>>();
        for (Link link : links)
            buttons.add(
                    Map.of("title", title(link.text()), "type", "oa.open.url", "payload", Map.of("url", link.url())));
        for (String word : menu) buttons.add(Map.of("title", title(word), "type", "oa.query.show", "payload", word));
        if (buttons.isEmpty()) return Map.of("text", text);
        List<Map<String, Object>> shown = buttons.subList(0, Math.min(buttons.size(), MOST_BUTTONS));
        return Map.of("text", text, "attachment", Map.of("type", "template", "payload", Map.of("buttons", shown)));
    }

    private static String title(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_BUTTON));
    }
}
