package vn.thucchat.steering.indicators;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What a unit hands in for a period: its statements and the document that they come from.
 *
 * @param reason why it was returned, or empty
 * @param version counts changes; whoever acts names the version that they saw
 */
public record Submission(
        UUID id,
        UnitCode unit,
        Period period,
        State state,
        @Nullable Document document,
        String note,
        boolean synthetic,
        Instant createdAt,
        UUID createdBy,
        String createdByName,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedByName,
        String reason,
        int version) {

    /** The life of a submission; {@link #NEXT} is the whole of it. */
    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN;

        /** Which states may follow which. A returned or withdrawn-from-review paper is written on as a draft. */
        static final Map<State, Set<State>> NEXT = Map.of(
                DRAFT, Set.of(SUBMITTED, WITHDRAWN),
                SUBMITTED, Set.of(DRAFT, RETURNED, ACCEPTED),
                RETURNED, Set.of(DRAFT, SUBMITTED, WITHDRAWN),
                ACCEPTED, Set.of(),
                WITHDRAWN, Set.of());

        public boolean mayBecome(State next) {
            return NEXT.getOrDefault(this, Set.of()).contains(next);
        }

        /** Whether the officer may still write on it. */
        public boolean open() {
            return this == DRAFT || this == RETURNED;
        }
    }
}
