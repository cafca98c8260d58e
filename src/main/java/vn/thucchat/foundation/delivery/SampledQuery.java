package vn.thucchat.foundation.delivery;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Answers the gauges of one query: however many gauges read it and however often, the database is asked once in five
 * seconds.
 */
public final class SampledQuery<T> {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final Supplier<T> query;
    private @Nullable T last;
    private long askedAt;

    public SampledQuery(Supplier<T> query) {
        this.query = query;
    }

    /** Reads one number of the answer; NaN while the database is away. */
    public synchronized double read(ToDoubleFunction<T> number) {
        try {
            long now = System.nanoTime();
            T answer = last;
            if (answer == null || now - askedAt >= FRESH_NANOS) {
                answer = query.get();
                last = answer;
                askedAt = now;
            }
            return number.applyAsDouble(answer);
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
