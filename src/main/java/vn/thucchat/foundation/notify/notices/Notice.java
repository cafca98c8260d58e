package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * A message of the inbox on its way to its recipient outside of the platform.
 *
 * @param id of the message in the inbox
 * @param medium by which it goes, or went last
 * @param expiresAt from when on it is not worth sending
 * @param endedAt when it was sent, or given up; null while it is on its way
 */
public record Notice(
        UUID account,
        UUID id,
        String kind,
        State state,
        Medium medium,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    /** The same notice as it goes by another medium. */
    Notice by(Medium other) {
        return new Notice(account, id, kind, state, other, createdAt, expiresAt, endedAt);
    }

    /** Where a notice stands. All but the first are its end. */
    public enum State {
        PLANNED,
        /** A provider took it. */
        SENT,
        /** The person opened it in the inbox before. */
        OPENED,
        EXPIRED,
        /** No channel took it. */
        UNREACHED
    }

    /**
     * A try, or a decision not to.
     *
     * @param number from 1 on by each medium
     * @param reference the provider's id of the message, or its words
     */
    public record Attempt(
            UUID account, UUID notice, Medium medium, int number, Outcome outcome, String reference, Instant at) {}

    /** What became of a try. */
    public enum Outcome {
        ACCEPTED,
        /** The provider says that it reached the person's device. */
        DELIVERED,
        /** The provider took it and says now that it reached nobody. */
        UNDELIVERED,
        REFUSED,
        /** Refused because the address reaches nobody. */
        BROKEN,
        POSTPONED,
        /** The provider may have taken it: its answer was lost. */
        UNKNOWN,
        /** Not tried: the person had opened it. */
        OPENED,
        /** Not tried: it was too late. */
        EXPIRED,
        /** Not tried: the person has no such address any more, or declined. */
        NO_ADDRESS
    }
}
