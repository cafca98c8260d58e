package vn.thucchat.foundation.money.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a bank booked something.
 *
 * @param day in Viet Nam
 * @param at null: the day alone is stated
 */
record BookingTime(LocalDate day, @Nullable Instant at) {

    static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Outside these it is a slip, and a database may not hold it. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    static Optional<BookingTime> of(LocalDate day) {
        return plausible(new BookingTime(day, null));
    }

    /** What has no offset is Vietnamese time. */
    static Optional<BookingTime> of(LocalDateTime local) {
        return plausible(
                new BookingTime(local.toLocalDate(), local.atZone(VIET_NAM).toInstant()));
    }

    /** As XML Schema writes days and times, with an offset or without. */
    static Optional<BookingTime> xml(@Nullable String day, @Nullable String time) {
        try {
            if (time != null) return xmlTime(time);
            return day == null ? Optional.empty() : of(LocalDate.parse(day, DateTimeFormatter.ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BookingTime> xmlTime(String time) {
        TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parse(time);
        // asked first: a conversion that fails costs an exception for each payment
        if (!read.isSupported(ChronoField.OFFSET_SECONDS)) return of(LocalDateTime.from(read));
        OffsetDateTime known = OffsetDateTime.from(read);
        return plausible(new BookingTime(known.atZoneSameInstant(VIET_NAM).toLocalDate(), known.toInstant()));
    }

    private static Optional<BookingTime> plausible(BookingTime time) {
        int year = time.day.getYear();
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(time);
    }
}
