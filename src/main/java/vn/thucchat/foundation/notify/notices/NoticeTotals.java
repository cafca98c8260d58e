package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.notify.channels.Medium;

/** Counts what became of many messages outside of the platform, for the room that sent them; of nobody's address. */
@Service
public class NoticeTotals {

    /**
     * A message that was sent to a person.
     *
     * @param language in which it was worded
     */
    public record Message(UUID account, UUID id, String language) {}

    /**
     * How many notices stand so.
     *
     * @param medium by which they go, or went last
     */
    public record Total(Medium medium, Notice.State state, int notices) {}

    /** How many messages providers took, each of which costs. */
    public record Accepted(Medium medium, String language, int tries) {}

    /** A message without its recipient. */
    public record Line(
            UUID id,
            Medium medium,
            Notice.State state,
            @Nullable Instant endedAt) {}

    private final NoticeTotalStore store;
    private final NoticeAttemptStore attempts;

    NoticeTotals(NoticeTotalStore store, NoticeAttemptStore attempts) {
        this.store = store;
        this.attempts = attempts;
    }

    public List<Total> of(List<Message> messages) {
        return messages.isEmpty() ? List.of() : store.totals(messages);
    }

    public List<Accepted> accepted(List<Message> messages) {
        return messages.isEmpty() ? List.of() : store.accepted(messages);
    }

    /** Lists the messages by a channel in some states, ordered by id, from behind {@code after}. */
    public List<Line> list(List<Message> messages, Medium medium, List<Notice.State> states, UUID after, int limit) {
        return messages.isEmpty() ? List.of() : store.list(messages, medium, states, after, limit);
    }

    /** The tries of one of them, the first first. */
    public List<Notice.Attempt> tries(Message message) {
        return attempts.of(message.account(), message.id());
    }
}
