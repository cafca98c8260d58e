package vn.thucchat.foundation.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Makes UUIDv7 (RFC 9562, 5.7): ids that sort by the time they were made, so that indexes grow at one end. Within a
 * process each is greater than the one before, in one millisecond too, as is expected of what sorts a log.
 */
public final class Ids {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** A clock that was put back by more is believed: hours of ids of one millisecond would not tell the time. */
    private static final long BACK_MS = 10_000;

    // 48 bits of milliseconds and the 12 bits after the version as a counter (RFC 9562, 6.2, method 1)
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next(InstantSource clock) {
        long millis = clock.millis();
        long stamp = LAST.updateAndGet(last -> after(last, millis));
        return new UUID(
                (stamp >>> 12 << 16) | 0x7000L | (stamp & 0x0FFFL),
                0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL));
    }

    /** The id that a text is; empty where it is none. */
    public static Optional<UUID> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The instant, to the millisecond, at which {@link #next} made an id. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The next stamp after one; a full counter borrows from the millisecond that comes. */
    static long after(long last, long millis) {
        long ahead = (last >>> 12) - millis;
        if (ahead >= 0 && ahead <= BACK_MS) return last + 1;
        // begins low, so that there is room to count in
        return millis << 12 | RANDOM.nextInt(0x0800);
    }
}
