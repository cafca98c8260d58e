package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import vn.thucchat.foundation.pages.Texts;

/**
 * A message that a person finds in the application.
 *
 * @param kind what it is about, for example {@code work.due}
 * @param textKey key of its text in the message files
 * @param arguments of the text, written so that they read in both languages
 * @param link path of the page where the person acts, for example {@code /reporting}
 */
public record InboxMessage(
        UUID recipient,
        UUID id,
        String kind,
        String textKey,
        List<String> arguments,
        String link,
        Instant createdAt,
        @Nullable Instant seenAt) {

    /** Its text in a language; of one whose text a later release took away, where it leads. */
    public String text(Texts t) {
        try {
            return t.of(textKey, arguments.toArray());
        } catch (NoSuchMessageException gone) {
            return link;
        }
    }

    public boolean seen() {
        return seenAt != null;
    }
}
