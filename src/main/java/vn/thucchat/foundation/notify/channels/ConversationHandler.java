package vn.thucchat.foundation.notify.channels;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/**
 * Answers one kind of question that people ask the official account in a chat. A bean of any room; people choose it in the
 * chat's menu, or write one of its words. Never says anything of a person to a chat that is not linked to an account.
 */
public interface ConversationHandler {

    /**
     * What somebody wrote.
     *
     * @param words behind the word that chose the answer, as they were written: {@code dâu bắc kạn}; may be empty
     * @param account of the person who linked this chat; null for everybody else
     * @param chat names the chat without telling whose it is
     */
    record Question(String words, @Nullable UUID account, String chat) {}

    /**
     * What is answered.
     *
     * @param links to pages of this site by their paths: {@code /search?q=x}
     */
    record Reply(String text, List<Link> links) {}

    /** Names it, and is its word in the menu by the message {@code conversation.<name>}: {@code search}. */
    String name();

    /** The place in the menu, the lowest first. */
    int order();

    /** Words that choose it, in small letters without Vietnamese marks: {@code tra cuu}. */
    List<String> words();

    /** Whether it is in the menu; what is not is chosen by writing alone. */
    default boolean inMenu() {
        return true;
    }

    Reply answer(Question question, Texts t);
}
