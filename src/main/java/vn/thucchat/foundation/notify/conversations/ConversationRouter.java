package vn.thucchat.foundation.notify.conversations;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Chooses the answer that fits what was written, with Vietnamese marks or without; help where none does. */
@Component
class ConversationRouter {

    /** An answer with the words that were written behind the ones that chose it. */
    record Chosen(ConversationHandler answer, String words) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+");

    private final List<ConversationHandler> all;
    private final HelpHandler help;

    ConversationRouter(List<ConversationHandler> all, HelpHandler help) {
        this.all = all.stream()
                .sorted(Comparator.comparingInt(ConversationHandler::order))
                .toList();
        this.help = help;
    }

    Chosen choose(String written) {
        String key = NameSearchKey.of(written).strip();
        for (ConversationHandler answer : all)
            for (String chooses : answer.words())
                if (key.equals(chooses) || key.startsWith(chooses + " "))
                    return new Chosen(answer, behind(written, chooses.split(" ", -1).length));
        return new Chosen(help, written.strip());
    }

    /** What is written behind so many words, which may be parted by other signs than blanks: {@code tra-cứu: chợ}. */
    private static String behind(String written, int words) {
        Matcher word = WORD.matcher(written);
        int end = 0;
        for (int i = 0; i < words && word.find(); i++) end = word.end();
        return SIGNS.matcher(written.substring(end)).replaceFirst("").strip();
    }

    /** Words of the menu, which people press instead of writing them. */
    List<String> menu(Texts t) {
        return all.stream()
                .filter(ConversationHandler::inMenu)
                .map(answer -> t.of("conversation." + answer.name()))
                .toList();
    }
}
