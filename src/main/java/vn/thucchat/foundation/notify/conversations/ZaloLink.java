package vn.thucchat.foundation.notify.conversations;

import java.time.Instant;

/**
 * A chat that a person linked to their account.
 *
 * @param chat mark of Zalo's id of the person; nothing else of it is kept
 */
public record ZaloLink(String chat, Instant linkedAt) {}
