package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to a channel.
 *
 * @param recipient as the channel names it, for example an account's id for the inbox; the shard key
 * @param id the same whenever it is handed over again
 * @param payload as the channel reads it, usually JSON
 * @param createdAt when the act was
 */
public record OutboxMessage(String recipient, UUID id, String channel, String payload, Instant createdAt) {}
