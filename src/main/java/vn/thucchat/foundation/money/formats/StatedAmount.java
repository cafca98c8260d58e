package vn.thucchat.foundation.money.formats;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount in whole đồng as banks write it: {@code 1.234.567}, {@code 1,234,567.00}, {@code (50.000)}, {@code 50,000-},
 * {@code −50.000 ₫}, {@code +70 000 VND}, {@code 50.000 DR}. Three digits after a sign are thousands: đồng have no
 * smaller part.
 */
final class StatedAmount {

    private static final String CURRENCY = "(?:VND|VNĐ|đồng|dong|₫|đ)";
    private static final Pattern BEFORE = Pattern.compile("^" + CURRENCY + "\\s*", flags());
    private static final Pattern BEHIND = Pattern.compile("\\s*" + CURRENCY + "\\.?$", flags());
    private static final Set<String> VND = Set.of("", "vnd", "vnđ", "đ", "₫", "đồng", "dong", "704", "-");
    private static final Pattern MINUS = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D\\u00AD]");
    private static final Pattern PLUS = Pattern.compile("[\\uFF0B\\u207A]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ANY = number("[., '’]", "[.,]");

    private StatedAmount() {}

    /** @param style how the file writes thousands; null: it does not say, and each number does */
    static @Nullable Long read(String text, CsvMapping.@Nullable DecimalStyle style) {
        String bare = SPACES.matcher(
                        PLUS.matcher(MINUS.matcher(text).replaceAll("-")).replaceAll("+"))
                .replaceAll(" ")
                .strip();
        int signs = 0;
        boolean negative = false;
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = BEHIND.matcher(BEFORE.matcher(bare).replaceFirst("")).replaceFirst("");
            String upper = bare.toUpperCase(java.util.Locale.ROOT);
            if (bare.startsWith("(") && bare.endsWith(")")) {
                bare = bare.substring(1, bare.length() - 1).strip();
                negative = true;
                signs++;
            } else if (upper.matches(".*\\d ?(?:CR|DR)")) {
                bare = bare.substring(0, bare.length() - 2).strip();
                negative |= upper.endsWith("DR");
                signs++;
            } else if (bare.startsWith("-") || bare.startsWith("+")) {
                negative |= bare.startsWith("-");
                bare = bare.substring(1).strip();
                signs++;
            } else if (bare.endsWith("-") || bare.endsWith("+")) {
                negative |= bare.endsWith("-");
                bare = bare.substring(0, bare.length() - 1).strip();
                signs++;
            }
        }
        if (signs > 1) return null;
        var number = (style == null ? ANY : style.number()).matcher(bare);
        if (!number.matches()) return null;
        @Nullable String mark = number.group("mark");
        if (mark != null && mark.equals(number.group("point"))) return null;
        long amount = Long.parseLong(number.group("whole").replaceAll("\\D", ""));
        return negative ? -amount : amount;
    }

    /** Whether a column of currencies says đồng, or nothing. */
    static boolean isVnd(String currency) {
        return VND.contains(currency.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * Whole đồng, grouped by one of some signs or not at all.
     *
     * @param thousands a character class of the signs that may group
     * @param point a character class of the signs before decimals, which are zero
     */
    static Pattern number(String thousands, String point) {
        return Pattern.compile("(?<whole>\\d{1,3}(?<mark>" + thousands + ")\\d{3}(?:\\k<mark>\\d{3}){0,3}|\\d{1,15})"
                + "(?:(?<point>" + point + ")0{1,2})?");
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }
}
