package vn.thucchat.foundation.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The words, numbers and dates of one language. Numbers and dates follow Vietnamese custom in Vietnamese
 * ({@code 11,27} · {@code 2.255} · {@code 8/8/2022}) and British custom in English.
 */
public final class Texts {

    /** Signs of a number that a phone shows beside its name, such as {@code 2.255.000}. */
    private static final int LONGEST_BESIDE_A_NAME = 9;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Pattern ONE = Pattern.compile("[+−-]?1");

    private final MessageSource messages;
    private final Locale locale;

    public Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * The text of a message; a missing key is a bug and throws. Numbers in {@code arguments} are best formatted first.
     * Where the first of them is one, English may have words of its own under {@code key.one}: {@code 1 fact}.
     */
    public String of(String key, Object... arguments) {
        String one = one(key, arguments);
        return one != null ? one : messages.getMessage(key, arguments, locale);
    }

    /** Whether the first argument is one, and the language has words of its own for that. */
    public boolean speaksOfOne(String key, Object... arguments) {
        return one(key, arguments) != null;
    }

    private @Nullable String one(String key, Object... arguments) {
        return !vietnamese()
                        && arguments.length > 0
                        && ONE.matcher(arguments[0].toString()).matches()
                ? messages.getMessage(key + ".one", arguments, null, locale)
                : null;
    }

    /** The text of a message, or what is given when there is none: for codes that others made up. */
    public String orElse(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    public boolean vietnamese() {
        return locale.getLanguage().equals("vi");
    }

    /** {@code vi} or {@code en}: for the {@code lang} attribute and links. */
    public String language() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** The name of a thing that has one in each language; Vietnamese where English is missing. */
    public String either(String vietnamese, @Nullable String english) {
        return vietnamese() || english == null || english.isBlank() ? vietnamese : english;
    }

    /** At most {@code decimals} decimals, no trailing zeros: {@code 11,27}, {@code 66}, {@code 2.255}. */
    public String number(BigDecimal value, int decimals) {
        var format = new DecimalFormat("#,##0", symbols());
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // rounded first: what rounds to nothing has no sign; the minus sign proper lines up with digits
        return format.format(value.setScale(decimals, RoundingMode.HALF_UP)).replace('-', '−');
    }

    public String number(BigDecimal value) {
        return number(value, 2);
    }

    public String number(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /** With its sign, also when positive: {@code +4,27}. */
    public String signed(BigDecimal value) {
        return signed(value, 2);
    }

    /** As {@link #signed(BigDecimal)}, with at most {@code decimals} decimals. */
    public String signed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + number(rounded, decimals);
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(vietnamese() ? "d/M/yyyy" : "d MMM yyyy", locale));
    }

    /** The name of a day of the week, short: {@code T2}, {@code CN}, {@code Mon}. */
    public String weekday(LocalDate date) {
        if (!vietnamese()) return date.format(DateTimeFormatter.ofPattern("EEE", locale));
        int day = date.getDayOfWeek().getValue();
        return day == 7 ? "CN" : "T" + (day + 1);
    }

    /** The Vietnamese day of an instant. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }

    /** The Vietnamese wall-clock time of an instant. */
    public String time(Instant at) {
        return at.atZone(VIETNAM)
                .format(DateTimeFormatter.ofPattern(
                        vietnamese() ? "HH:mm 'ngày' d/M/yyyy" : "HH:mm 'on' d MMM yyyy", locale));
    }

    private DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(vietnamese() ? Locale.of("vi", "VN") : Locale.UK);
    }

    /** The class of the cell that holds a number: a long one takes a line of its own where a table folds on a phone. */
    public String numberCell(String text) {
        return text.length() > LONGEST_BESIDE_A_NAME ? "n wide" : "n";
    }
}
