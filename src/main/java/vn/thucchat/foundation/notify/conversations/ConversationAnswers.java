package vn.thucchat.foundation.notify.conversations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.ConversationAnswer;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Chooses the answer that fits what was written, with Vietnamese marks or without; help where none does. */
@Component
class ConversationAnswers {

    /** An answer with the words that were written behind the ones that chose it. */
    record Chosen(ConversationAnswer answer, String words) {}

    private final List<ConversationAnswer> all;
    private final HelpAnswer help;

    ConversationAnswers(List<ConversationAnswer> all, HelpAnswer help) {
        this.all = all.stream()
                .sorted(Comparator.comparingInt(ConversationAnswer::order))
                .toList();
        this.help = help;
    }

    Chosen choose(String written) {
        String[] words = written.strip().split("\\s+", -1);
        String key = NameSearchKey.of(written).strip();
        for (ConversationAnswer answer : all)
            for (String chooses : answer.words())
                if (key.equals(chooses) || key.startsWith(chooses + " ")) {
                    int behind = Math.min(words.length, chooses.split(" ", -1).length);
                    return new Chosen(answer, String.join(" ", Arrays.copyOfRange(words, behind, words.length)));
                }
        return new Chosen(help, written.strip());
    }

    /** Words of the menu, which people press instead of writing them. */
    List<String> menu(Texts t) {
        return all.stream().map(answer -> t.of("conversation." + answer.name())).toList();
    }
}
