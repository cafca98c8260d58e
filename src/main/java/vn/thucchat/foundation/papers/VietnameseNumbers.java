package vn.thucchat.foundation.papers;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people in Viet Nam write them: point between thousands, comma before decimals. Strict: what has no one
 * meaning is not a number. Where one separator alone could be read either way, Vietnamese custom decides, so show the
 * person what was understood ({@link #write}):
 *
 * <ul>
 *   <li>{@code 1.234} is one thousand two hundred and thirty-four; {@code 1,234} is a little more than one
 *   <li>{@code 1234,5} · {@code 1.234,5} · {@code 1.234.567}: Vietnamese
 *   <li>{@code 1,234.5} · {@code 1,234,567}: English, when it cannot be Vietnamese
 *   <li>{@code 12.5} · {@code 1234.567} · {@code 0.125}: a decimal point, as no group of thousands looks like this
 * </ul>
 *
 * A sign may stand before ({@code +}, {@code -}, {@code −}). Not numbers: spaces within, leading zeros ({@code 05437} is
 * a code), groups not of three, exponents, per cent signs, currencies, more than 40 characters.
 */
public final class VietnameseNumbers {

    private static final String WHOLE = "(?:0|[1-9]\\d*)";
    private static final Pattern PLAIN = Pattern.compile(WHOLE);
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?:[1-9]\\d{0,2}(?:\\.\\d{3})+|" + WHOLE + ")(?:,\\d+)?");
    private static final Pattern ENGLISH = Pattern.compile("[1-9]\\d{0,2}(?:(?:,\\d{3})+\\.\\d+|(?:,\\d{3}){2,})");
    private static final Pattern DECIMAL_POINT = Pattern.compile(WHOLE + "\\.\\d+");
    private static final int LONGEST = 40;

    private VietnameseNumbers() {}

    public static Optional<BigDecimal> parse(String text) {
        String typed = text.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) return Optional.empty();
        boolean signed = "+-−".indexOf(typed.charAt(0)) >= 0;
        boolean negative = signed && typed.charAt(0) != '+';
        return magnitude(signed ? typed.substring(1) : typed).map(value -> negative ? value.negate() : value);
    }

    /** In full, nothing rounded: {@code 1.234,5}. {@link #parse} of it gives the same value. */
    public static String write(BigDecimal value) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.of("vi", "VN")));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    private static Optional<BigDecimal> magnitude(String digits) {
        String plain;
        // the order is the custom: Vietnamese first, the others only for what is left
        if (PLAIN.matcher(digits).matches()) plain = digits;
        else if (VIETNAMESE.matcher(digits).matches())
            plain = digits.replace(".", "").replace(',', '.');
        else if (ENGLISH.matcher(digits).matches()) plain = digits.replace(",", "");
        else if (DECIMAL_POINT.matcher(digits).matches()) plain = digits;
        else return Optional.empty();
        return Optional.of(new BigDecimal(plain));
    }
}
