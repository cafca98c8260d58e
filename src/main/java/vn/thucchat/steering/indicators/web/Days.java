package vn.thucchat.steering.indicators.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people type them: {@code 2022-06-30} as a browser sends it, {@code 30/6/2022} as Vietnamese write it. */
final class Days {

    private static final Pattern VIETNAMESE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private Days() {}

    static Optional<LocalDate> parse(String typed) {
        String text = typed.strip();
        var iso = ISO.matcher(text);
        if (iso.matches()) return day(iso.group(1), iso.group(2), iso.group(3));
        var vietnamese = VIETNAMESE.matcher(text);
        return vietnamese.matches()
                ? day(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int in = Integer.parseInt(year);
        if (in < 1945 || in > 2199) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(in, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
