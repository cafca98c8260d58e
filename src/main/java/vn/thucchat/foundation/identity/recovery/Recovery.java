package vn.thucchat.foundation.identity.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get back into an account.
 *
 * @param account null where nobody has the name that was typed: it goes on like any other and comes to nothing
 * @param clerk who compared card and face at a counter, or null where the owner acts alone
 * @param secondClerk a second clerk, where the account holds roles; null while there is none
 * @param proofs given so far, by name
 * @param confirmedAt when a proof was given again after the wait; null while none was
 * @param usedAt when a new password was set by it; null while none was
 * @param opensAt from when on a new password may be set; null while something is missing
 */
public record Recovery(
        UUID id,
        @Nullable UUID account,
        @Nullable UUID clerk,
        @Nullable UUID secondClerk,
        List<String> proofs,
        Instant madeAt,
        @Nullable Instant opensAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable Instant usedAt) {

    static final int PROOFS_NEEDED = 2;
    /** How long a proof that is given again after the wait lets its giver set a password. */
    static final Duration CONFIRMED = Duration.ofMinutes(30);

    /** What can be done with it. */
    public enum State {
        /** proofs, or a second clerk, are missing */
        PROVING,
        /** time passes in which the owner can stop it */
        WAITING,
        /** the wait is over; one proof has to be given again, since a link may have been left in a browser */
        CONFIRMING,
        /** a new password may be set */
        OPEN,
        /** stopped, used or too old */
        OVER
    }

    public State state(Instant now) {
        if (endedAt != null || !now.isBefore(expiresAt)) return State.OVER;
        if (opensAt == null) return State.PROVING;
        if (now.isBefore(opensAt)) return State.WAITING;
        if (clerk != null) return State.OPEN;
        return confirmedAt != null && now.isBefore(confirmedAt.plus(CONFIRMED)) ? State.OPEN : State.CONFIRMING;
    }
}
