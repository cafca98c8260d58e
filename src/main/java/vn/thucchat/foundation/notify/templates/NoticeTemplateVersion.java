package vn.thucchat.foundation.notify.templates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;

/**
 * A version of the words of a text in one language.
 *
 * @param textKey in the message files: {@code work.digest}
 * @param version from 1 on; version 0 is that of the message files
 * @param text with its variables: {@code {0} việc sắp đến hạn}
 * @param wishedFrom first day on which it is to hold
 * @param holdsFrom messages made from then on have these words; null while nobody approved it
 */
public record NoticeTemplateVersion(
        String textKey,
        String language,
        int version,
        String text,
        State state,
        LocalDate wishedFrom,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant holdsFrom) {

    /** How far a version is. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED,
        /** Approved, and taken back before it held. */
        WITHDRAWN
    }

    static final Transitions<State> LIFE = Transitions.from(State.PROPOSED)
            .act("approve", State.APPROVED, State.PROPOSED)
            .act("reject", State.REJECTED, State.PROPOSED)
            .act("withdraw", State.WITHDRAWN, State.APPROVED);

    /**
     * Tells whether this version is in force at a moment. Of several in force, the one with the latest {@code holdsFrom}
     * words the message, whatever its number.
     */
    boolean holds(Instant at) {
        return holdsFrom != null && !holdsFrom.isAfter(at);
    }
}
