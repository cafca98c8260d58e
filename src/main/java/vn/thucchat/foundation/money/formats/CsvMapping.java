package vn.thucchat.foundation.money.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one bank lays out its CSV statements. Columns are named as in the header, whatever the case of the letters.
 *
 * @param delimiter between fields
 * @param headerLine the line of the file that names the columns, from 1; those before it say nothing to us
 * @param endsAt the statement ends before the line whose first text begins so ("Tổng cộng"); null: with the file
 * @param datePattern as {@link DateTimeFormatter} has it, with the time of day where the column holds it too
 * @param timePattern of the column of times; null exactly where there is no such column
 * @param charset of files that have no mark of their own
 */
public record CsvMapping(
        char delimiter,
        int headerLine,
        @Nullable String endsAt,
        Account account,
        Columns columns,
        DecimalStyle decimals,
        String datePattern,
        @Nullable String timePattern,
        Charset charset) {

    /** In UTF-8, where the file has no mark that says otherwise. */
    public CsvMapping(
            char delimiter,
            int headerLine,
            @Nullable String endsAt,
            Account account,
            Columns columns,
            DecimalStyle decimals,
            String datePattern,
            @Nullable String timePattern) {
        this(
                delimiter,
                headerLine,
                endsAt,
                account,
                columns,
                decimals,
                datePattern,
                timePattern,
                StandardCharsets.UTF_8);
    }

    /** Whose account it is. */
    public sealed interface Account {
        /** The file does not say. */
        record Fixed(String number) implements Account {}

        record Column(String name) implements Account {}
    }

    /** Where the amounts stand. */
    public sealed interface Amounts {
        /** What came in and what went out in columns of their own; some banks put a minus before what went out. */
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
        VIETNAMESE("[. '’]", ","),
        /** {@code 1,234,567.00}, {@code 1234567}. */
        ENGLISH("[, '’]", "\\.");

        private final Pattern number;

        DecimalStyle(String thousands, String point) {
            // three digits after a decimal sign would be the other style's thousands: those are not taken
            number = StatedAmount.number(thousands, point);
        }

        Pattern number() {
            return number;
        }
    }

    /** One or several columns of words, in the layout with a semicolon between: the first is the memo. */
    List<String> memoColumns() {
        return memoColumns(columns);
    }

    private static List<String> memoColumns(Columns columns) {
        return Stream.of(columns.memo.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    public CsvMapping {
        if (headerLine < 1) throw new IllegalArgumentException("headerLine " + headerLine);
        if ((timePattern == null) != (columns.time == null))
            throw new IllegalArgumentException("a time pattern and a time column belong together");
        if (memoColumns(columns).isEmpty()) throw new IllegalArgumentException("no column of memos");
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
