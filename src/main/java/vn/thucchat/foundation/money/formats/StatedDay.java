package vn.thucchat.foundation.money.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day at the begin of a text, as banks write it: {@code 20/11/2026}, {@code 20-11-26}, {@code 2026-11-20}, {@code
 * 20-Nov-2026}, {@code 20261120}; with or without a time of day before or behind it, and what follows.
 *
 * @param time null: the day alone
 * @param rest what stands behind, such as the number of the movement
 */
record StatedDay(LocalDate day, @Nullable LocalTime time, String rest) {

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(?:(?<d>\\d{1,2})[/.\\- ](?<m>\\d{1,2}|[A-Za-z]{3})[/.\\- ](?<y>\\d{4}|\\d{2})"
                    + "|(?<y2>\\d{4})[/.\\-](?<m2>\\d{1,2})[/.\\-](?<d2>\\d{1,2})|(?<packed>20\\d{6}))(?!\\d)");

    private static final Pattern TIME = Pattern.compile(
            "(?<h>\\d{1,2}):(?<mi>\\d{2})(?::(?<s>\\d{2})(?:\\.\\d+)?)?(?:\\s*(?<half>AM|PM|SA|CH))?",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** Null when it does not begin with a day, or a time and a day, that exists. */
    static @Nullable StatedDay read(String text) {
        String left = text.strip();
        Matcher time = TIME.matcher(left);
        @Nullable LocalTime at = null;
        if (time.lookingAt()) {
            at = time(time);
            left = left.substring(time.end()).stripLeading();
        }
        Matcher day = DAY.matcher(left);
        if (!day.lookingAt()) return null;
        @Nullable LocalDate found = day(day);
        if (found == null) return null;
        left = left.substring(day.end()).replaceFirst("^(?:\\s*[-–,]\\s+|T(?=\\d)|\\s+)", "");
        time = TIME.matcher(left);
        if (at == null && time.lookingAt()) {
            at = time(time);
            left = left.substring(time.end());
        }
        return new StatedDay(found, at, left.replaceFirst("^[\\s\\-–/,]+", "").strip());
    }

    /** All days in a text, in their order. */
    static List<LocalDate> all(String text) {
        return DAY.matcher(text)
                .results()
                .map(found -> read(found.group()))
                .filter(java.util.Objects::nonNull)
                .map(StatedDay::day)
                .toList();
    }

    private static @Nullable LocalDate day(Matcher found) {
        try {
            String packed = found.group("packed");
            if (packed != null) return day(packed.substring(0, 4), packed.substring(4, 6), packed.substring(6));
            String year = found.group("y");
            return year == null
                    ? day(found.group("y2"), found.group("m2"), found.group("d2"))
                    : day(year.length() == 2 ? "20" + year : year, found.group("m"), found.group("d"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        int named = MONTHS.indexOf(month.toUpperCase(Locale.ROOT)) + 1;
        if (named == 0 && !month.matches("\\d+")) return null;
        var found = LocalDate.of(
                Integer.parseInt(year), named > 0 ? named : Integer.parseInt(month), Integer.parseInt(day));
        return BookingTime.of(found).isPresent() ? found : null;
    }

    private static @Nullable LocalTime time(Matcher found) {
        try {
            int hour = Integer.parseInt(found.group("h"));
            String half = found.group("half");
            if (half != null) hour = hour % 12 + (half.toUpperCase(Locale.ROOT).matches("PM|CH") ? 12 : 0);
            String seconds = found.group("s");
            return LocalTime.of(
                    hour, Integer.parseInt(found.group("mi")), seconds == null ? 0 : Integer.parseInt(seconds));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
