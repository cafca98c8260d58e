package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;

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

    /** One act on it: what it made of the submission, who did it and why. */
    public record Step(State made, Instant at, UUID account, String by, String reason) {}

    /** The life of a submission; {@link #LIFE} is the whole of it. */
    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN;

        /** A returned or withdrawn-from-review paper is written on as a draft. */
        static final Transitions<State> LIFE = Transitions.from(DRAFT)
                .act("write", DRAFT, DRAFT, RETURNED)
                .act("submit", SUBMITTED, DRAFT, RETURNED)
                .act("take-back", DRAFT, SUBMITTED)
                .act("return", RETURNED, SUBMITTED)
                .act("accept", ACCEPTED, SUBMITTED)
                .act("withdraw", WITHDRAWN, DRAFT, RETURNED);

        /** Whether the officer may still write on it. */
        public boolean open() {
            return this == DRAFT || this == RETURNED;
        }
    }
}
