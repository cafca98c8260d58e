package vn.thucchat.foundation.money.webhooks;

import java.time.Instant;

/**
 * A message that a webhook was not told, because somebody said so.
 *
 * @param number the movement's
 * @param name of who said so
 * @param reason in their words
 */
public record SkippedMessage(long number, Instant at, String name, String reason) {}
