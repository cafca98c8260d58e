package vn.thucchat.foundation.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A way by which messages leave the outbox. A bean; found by its name. */
public interface DeliveryChannel {

    /** Result of one attempt. An exception counts as {@link Failed}. */
    sealed interface Attempt {
        record Delivered() implements Attempt {}

        /** @param retryAfter how long the receiver asks to be left alone, or null */
        record Failed(String reason, @Nullable Duration retryAfter) implements Attempt {}

        /** Nothing was tried: it is not the time. This counts as no failure. */
        record Deferred(Instant until) implements Attempt {}

        /** No attempt can succeed; the message goes to the poison list at once. */
        record Rejected(String reason) implements Attempt {}
    }

    /** Name in the outbox, for example {@code inbox}. */
    String name();

    /**
     * Hands one message over, outside of a transaction. A process that dies before it is noted hands it over again, so
     * a channel passes on the message's id or heeds it itself.
     */
    Attempt deliver(OutboxMessage message);
}
