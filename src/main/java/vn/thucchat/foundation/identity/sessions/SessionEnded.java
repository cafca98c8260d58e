package vn.thucchat.foundation.identity.sessions;

import java.util.UUID;

/**
 * A session of an account was ended by somebody. A hint, heard in the same process: sessions also end by time, a new password
 * or a disabled account, of which nobody hears.
 */
public record SessionEnded(UUID account) {}
