package vn.thucchat.foundation.identity.admission;

import java.util.UUID;

/**
 * Names a place in the queue, and what its holder chose before it began: never a password.
 *
 * @param id a UUIDv7: of two tickets the one with the lesser id came first
 * @param username as typed, or empty
 * @param to the page to go to, or empty
 */
public record QueueTicket(UUID id, String username, String to) {}
