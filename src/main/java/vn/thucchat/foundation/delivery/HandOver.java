package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger of hand-overs: a message that its recipient is expected to see by some time.
 *
 * @param recipient as the channel names it, for example an account's id; personal data
 * @param dueAt by when the recipient is expected to have seen the message
 * @param deliveredAt when the channel took it, or null
 * @param seenAt when the recipient saw it, or null
 * @param poisoned whether nobody tries to deliver it any more
 */
public record HandOver(
        String recipient,
        UUID id,
        String channel,
        Instant dueAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant seenAt,
        boolean poisoned) {

    /** What a list of the ledger shows. */
    public enum State {
        /** due, and not seen */
        OVERDUE,
        /** not due yet, and not seen */
        EXPECTED,
        SEEN
    }

    public State state(Instant now) {
        return seenAt != null ? State.SEEN : dueAt.isBefore(now) ? State.OVERDUE : State.EXPECTED;
    }
}
