package vn.thucchat.foundation.notify.channels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to hand a message to a provider. Reasons are the provider's words without personal data. */
public sealed interface SendResult {

    /** @param reference the provider's id of the message, or its words */
    record Accepted(String reference) implements SendResult {}

    /**
     * No try by this channel can succeed.
     *
     * @param broken whether nobody is reached at the address any more
     */
    record Refused(String reason, boolean broken) implements SendResult {}

    /** The person is not reached by this channel at this address, which says nothing against either. */
    record Absent(String reason) implements SendResult {}

    /**
     * The provider did not take it, and may later.
     *
     * @param after how long it asks to be left alone, or null
     */
    record Postponed(String reason, @Nullable Duration after) implements SendResult {}

    /** Nobody knows whether the provider took it: the answer was lost. A further try bears the same id. */
    record Unknown(String reason) implements SendResult {}
}
