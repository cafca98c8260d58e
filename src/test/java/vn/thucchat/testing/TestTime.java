package vn.thucchat.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * The time of a whole test run: the machine's, or with {@code -Dclock=2026-11-28T18:30:00Z} one that starts there and
 * runs on. Tests take every instant and every day from here, and give them to the database.
 */
public final class TestTime {

    private static final Duration AHEAD = ahead(System.getProperty("clock", ""));

    /** The clock of the run. */
    public static final InstantSource CLOCK = Clock.offset(Clock.systemUTC(), AHEAD);

    private TestTime() {}

    private static Duration ahead(String start) {
        return start.isEmpty() ? Duration.ZERO : Duration.between(Instant.now(), Instant.parse(start));
    }

    public static Instant now() {
        return CLOCK.instant();
    }

    /** The Vietnamese day. */
    public static LocalDate today() {
        return BusinessTime.day(now());
    }

    /** The Vietnamese month. */
    public static YearMonth month() {
        return YearMonth.from(today());
    }

    /** What a clock on a Vietnamese wall shows. */
    public static LocalDateTime local() {
        return LocalDateTime.ofInstant(now(), BusinessTime.VIETNAM);
    }
}
