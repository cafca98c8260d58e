package vn.thucchat.foundation.notify.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;

/**
 * Something that a person wrote, and what became of its answer.
 *
 * @param chat mark of Zalo's id of the person
 * @param answer name of the answer that was chosen; empty before
 * @param tries made so far
 * @param reference Zalo's id of the answer, or its last words
 */
public record ConversationTurn(
        String chat,
        UUID id,
        State state,
        String answer,
        Instant wroteAt,
        @Nullable Instant endedAt,
        int tries,
        String reference) {

    /** How far an answer is. */
    public enum State {
        PLANNED,
        ANSWERED,
        /** Later than Zalo takes answers. */
        EXPIRED,
        FAILED
    }

    static final Transitions<State> LIFE = Transitions.from(State.PLANNED)
            .act("answer", State.ANSWERED, State.PLANNED)
            .act("expire", State.EXPIRED, State.PLANNED)
            .act("give-up", State.FAILED, State.PLANNED);
}
