package vn.thucchat.foundation.identity.factors;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts between an account's id and what browsers keep as the owner of a key: its 16 bytes, which tell of no person. */
final class UserHandle {

    private static final int BYTES = 2 * Long.BYTES;

    private UserHandle() {}

    static byte[] of(UUID account) {
        return ByteBuffer.allocate(BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }

    /** The account that an answer names as the owner of its key, or null. */
    static @Nullable UUID account(byte @Nullable [] handle) {
        if (handle == null || handle.length != BYTES) return null;
        var bytes = ByteBuffer.wrap(handle);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
