package vn.thucchat.foundation.identity.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * A role grant copied when its review began, with the decision if there is one.
 *
 * @param name of the person
 * @param held whether it is held now
 * @param decision null while nobody decided
 */
public record ReviewedRole(
        UUID roleGrant,
        UUID account,
        String name,
        Given given,
        boolean held,
        @Nullable Decision decision) {

    /**
     * How it was given.
     *
     * @param endsAt from when on it is not held any more, or null
     * @param grantedBy username of who gave it, or null: the platform
     */
    public record Given(
            String role,
            Instant since,
            @Nullable Instant endsAt,
            @Nullable String grantedBy) {

        /** The last day, in Vietnam, on which it is held; null when no end was set. */
        public @Nullable LocalDate lastDay() {
            return endsAt == null ? null : BusinessTime.day(endsAt.minusMillis(1));
        }
    }

    /** What can be decided of a role. */
    public enum Outcome {
        KEEP,
        UNTIL,
        TAKE_AWAY,
        /** by the platform: nobody decided, and the rule takes it away so many days after the term */
        TERM_PASSED;

        public String key() {
            return "reviews.outcome." + this;
        }
    }

    /**
     * What was decided.
     *
     * @param lastDay on which it is held, of {@link Outcome#UNTIL}
     * @param decidedBy username; null: the platform
     */
    public record Decision(
            Outcome outcome,
            @Nullable LocalDate lastDay,
            @Nullable String decidedBy,
            Instant decidedAt) {}

    /** Whether the role is still held and has no decision yet. */
    public boolean waits() {
        return decision == null && held;
    }
}
