package vn.thucchat.economy.market.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The number of a stall as it is kept: capitals without marks, digits, and {@code . / -} between them. */
public final class StallNumber {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z./-]{0,19}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private StallNumber() {}

    /** {@code ki ốt 12} is {@code KI-OT-12}. */
    public static Optional<String> read(String typed) {
        String read = VietnameseText.unmarked(typed.strip())
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s*([./-])\\s*", "$1")
                .replaceAll("\\s+", "-");
        return FORM.matcher(read).matches() ? Optional.of(read) : Optional.empty();
    }

    /** Without the signs in it, as the table's generated column: who looks for {@code k7} means {@code K-7}. */
    public static String plain(String number) {
        return number.replaceAll("[./-]", "");
    }

    /** As the table's generated column sorts it: A2 before A10. */
    public static String place(String number) {
        return DIGITS.matcher(number).replaceAll(digits -> {
            String padded = "00000" + digits.group();
            return padded.substring(padded.length() - 6);
        });
    }
}
