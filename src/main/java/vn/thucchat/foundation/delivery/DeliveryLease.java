package vn.thucchat.foundation.delivery;

import java.time.Instant;

/**
 * The right to hand one message over.
 *
 * @param attempts failures in a row before this one
 * @param until when another process may claim it; shows that the lease is still ours
 */
record DeliveryLease(OutboxMessage message, String host, int attempts, Instant until) {}
