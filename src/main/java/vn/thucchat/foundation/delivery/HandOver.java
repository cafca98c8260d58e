package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger of hand-overs.
 *
 * @param due by when the recipient is expected to have seen the message
 * @param deliveredAt when the channel took it, or null
 */
public record HandOver(
        String recipient,
        UUID id,
        String channel,
        Instant due,
        @Nullable Instant deliveredAt) {}
