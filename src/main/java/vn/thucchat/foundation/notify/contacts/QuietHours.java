package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * Hours of the day, in Viet Nam, at which a person is not disturbed.
 *
 * @param from whole hour: 22 of 22:00
 * @param until whole hour; the same as {@code from} for none
 */
public record QuietHours(int from, int until) {

    /** @throws IllegalArgumentException when they are no hours of a day */
    public QuietHours {
        if (from < 0 || from > 23 || until < 0 || until > 23)
            throw new IllegalArgumentException(from + "-" + until + " are no hours of a day");
    }

    /** Reads {@code 22-6}. */
    static QuietHours read(String text) {
        String[] hours = text.strip().split("-", 2);
        if (hours.length != 2) throw new IllegalArgumentException("Quiet hours are written as 22-6, not " + text);
        return new QuietHours(Integer.parseInt(hours[0].strip()), Integer.parseInt(hours[1].strip()));
    }

    /** When the quiet hours in which an instant lies end; empty when it lies in none. */
    public Optional<Instant> end(Instant at) {
        ZonedDateTime here = at.atZone(BusinessTime.VIETNAM);
        int hour = here.getHour();
        boolean quiet = from < until ? hour >= from && hour < until : from > until && (hour >= from || hour < until);
        if (!quiet) return Optional.empty();
        ZonedDateTime end = here.toLocalDate().atTime(until, 0).atZone(BusinessTime.VIETNAM);
        return Optional.of((end.isAfter(here) ? end : end.plusDays(1)).toInstant());
    }
}
