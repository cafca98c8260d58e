package vn.thucchat.foundation.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Computes how long a message that was not taken waits for its next attempt. */
public final class RetryBackoff {

    /** After each failure in a row, over three days (Standard Webhooks 1.0.0, “Deliverability”). */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** A receiver that asks for more is not heeded further. */
    private static final Duration LONGEST = Duration.ofHours(24);
    /** Up to a tenth more, so that what failed together does not come again together. */
    private static final double JITTER = 0.1;

    private RetryBackoff() {}

    /**
     * Computes the wait before the next attempt.
     *
     * @param failures in a row before this one
     * @param asked how long the receiver asks to be left alone, or null
     * @return empty when it was tried often enough
     */
    public static Optional<Duration> next(int failures, @Nullable Duration asked) {
        if (failures >= WAITS.size()) return Optional.empty();
        Duration wait = WAITS.get(failures);
        wait = wait.plusMillis(
                (long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
        if (asked == null || asked.compareTo(wait) <= 0) return Optional.of(wait);
        return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }
}
