package vn.thucchat.foundation.vietnamese;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of days as people in Viet Nam type them: {@code 05/01/2026}, {@code 5/1/2026}, {@code 05-01-2026},
 * {@code 5.1.2026}, {@code 05012026}, and {@code 2026-01-05} as browsers and machines write it. A year of two digits is refused.
 */
public final class VietnameseDays {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4})(?:[ T]0?0:00(?::00)?)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([/-])(\\d{1,2})\\2(\\d{1,2})(?:[ T]00:00(?::00)?)?");
    /** Keypads of digits only have no stroke; as a year first it would have no such month. */
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{6}|\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{2}");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private VietnameseDays() {}

    public static Parsed<LocalDate> parse(String typed) {
        String text = typed.strip();
        if (text.length() > 30) return none(typed);
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) return of(typed, day.group(4), day.group(3), day.group(1));
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) return of(typed, year.group(1), year.group(3), year.group(4));
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) return of(typed, digits.group(3), digits.group(2), digits.group(1));
        return SHORT_YEAR.matcher(text).matches() ? Parsed.refused("day.short-year", typed) : none(typed);
    }

    /** {@code 05/01/2026}: what a day field holds. */
    public static String write(LocalDate day) {
        return day.format(FORM);
    }

    /** A day in whatever form as {@link #write} has it; what is none stays as it is. */
    public static String rewritten(String typed) {
        return parse(typed).value().map(VietnameseDays::write).orElse(typed);
    }

    private static Parsed<LocalDate> of(String typed, String year, String month, String day) {
        int in = Integer.parseInt(year);
        if (in < FIRST_YEAR || in > LAST_YEAR) return none(typed);
        try {
            return new Parsed.Value<>(LocalDate.of(in, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return none(typed);
        }
    }

    private static Parsed<LocalDate> none(String typed) {
        return Parsed.refused("day.none", Parsed.quoted(typed));
    }
}
