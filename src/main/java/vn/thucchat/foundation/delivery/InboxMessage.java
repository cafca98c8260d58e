package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    public boolean seen() {
        return seenAt != null;
    }
}
