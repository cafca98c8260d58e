package vn.thucchat.foundation.payments;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one bank lays out its CSV statements. Columns are named as in the header, whatever the case of the letters.
 *
 * @param delimiter between fields
 * @param headerLine the line of the file that names the columns, from 1; those before it say nothing to us
 * @param endsAt the statement ends before the line whose first text begins so ("Tổng cộng"); null: with the file
 * @param datePattern as {@link DateTimeFormatter} has it, with the time of day where the column holds it too
 * @param timePattern of the column of times; null exactly where there is no such column
 */
public record CsvMapping(
        char delimiter,
        int headerLine,
        @Nullable String endsAt,
        Account account,
        Columns columns,
        DecimalStyle decimals,
        String datePattern,
        @Nullable String timePattern) {

    /** Whose account it is. */
    public sealed interface Account {
        /** The file does not say. */
        record Fixed(String number) implements Account {}

        record Column(String name) implements Account {}
    }

    /** Where the amounts stand. */
    public sealed interface Amounts {
        /** What came in and what went out in columns of their own, both above zero. */
        record Split(String in, String out) implements Amounts {}

        /** Below zero for what went out. */
        record Signed(String column) implements Amounts {}
    }

    /** @param time null: there is no column of its own; so for all that may be null */
    public record Columns(
            String date,
            @Nullable String time,
            Amounts amounts,
            @Nullable String reference,
            String memo,
            @Nullable String payerName,
            @Nullable String payerAccount) {}

    /** How amounts are written; {@code 35,000} means a thousand times as much in one as in the other. */
    public enum DecimalStyle {
        /** {@code 1.234.567,00}, {@code 1234567}. */
        VIETNAMESE("."),
        /** {@code 1,234,567.00}, {@code 1234567}. */
        ENGLISH(",");

        private final String thousands;
        private final Pattern amount;

        DecimalStyle(String thousands) {
            this.thousands = thousands;
            String point = thousands.equals(".") ? "," : "\\.";
            // three digits after a decimal sign would be the other style's thousands: those are not taken
            amount = Pattern.compile("[+-]?(?:\\d{1,15}|\\d{1,3}(?:" + Pattern.quote(thousands) + "\\d{3}){1,4})(?:"
                    + point + "0{1,2})?");
        }

        /** @return đồng; null when it is not a whole amount in this style */
        @Nullable
        Long read(String text) {
            String bare = text.replaceFirst("(?i)\\s*(?:VND|VNĐ|đ)$", "").replaceAll("[\\s\\u00A0]", "");
            if (!amount.matcher(bare).matches()) return null;
            String whole = bare.replace(thousands, "").replaceFirst("[.,]0+$", "");
            return Long.parseLong(whole);
        }
    }

    public CsvMapping {
        if (headerLine < 1) throw new IllegalArgumentException("headerLine " + headerLine);
        if ((timePattern == null) != (columns.time == null))
            throw new IllegalArgumentException("a time pattern and a time column belong together");
        formatter(datePattern);
        if (timePattern != null) formatter(timePattern);
    }

    DateTimeFormatter dates() {
        return formatter(datePattern);
    }

    @Nullable
    DateTimeFormatter times() {
        return timePattern == null ? null : formatter(timePattern);
    }

    /** Strict, so that 31/02 is no day; which asks for the year to be told as u, where people write y. */
    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
