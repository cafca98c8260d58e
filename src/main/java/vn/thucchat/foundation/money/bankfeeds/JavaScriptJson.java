package vn.thucchat.foundation.money.bankfeeds;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * JSON as JavaScript's {@code JSON.stringify} writes it, keys sorted: providers sign what it gives (ECMA-262, 25.5.2).
 */
final class JavaScriptJson {

    /** A whole number of more digits is written with an exponent. */
    private static final int LONGEST_WHOLE = 21;
    /** So is one that has six noughts or more behind its point. */
    private static final int LEAST_POINT = -5;

    private static final Pattern PLACE = Pattern.compile("0|[1-9][0-9]{0,9}");

    private static final long LAST_PLACE = (1L << 32) - 1;

    private JavaScriptJson() {}

    /** Compact, the keys of every object sorted by code unit. */
    static String sorted(JsonNode node) {
        var text = new StringBuilder();
        write(node, true, text);
        return text.toString();
    }

    /** Compact, the keys of objects in the order in which they came. */
    static void asCame(JsonNode node, StringBuilder text) {
        write(node, false, text);
    }

    private static void write(JsonNode node, boolean sorted, StringBuilder text) {
        if (node.isObject()) {
            text.append('{');
            List<String> keys = keys(node, sorted);
            for (int i = 0; i < keys.size(); i++) {
                if (i > 0) text.append(',');
                quote(keys.get(i), text);
                text.append(':');
                write(node.get(keys.get(i)), sorted, text);
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) text.append(',');
                write(node.get(i), sorted, text);
            }
            text.append(']');
        } else if (node.isString()) {
            quote(node.asString(), text);
        } else if (node.isNumber() && !Double.isFinite(doubled(node))) {
            text.append("null");
        } else {
            text.append(plain(node));
        }
    }

    /**
     * The names of an object's properties, sorted by code unit; but what is a number of an array's place ({@code 0},
     * {@code 12}) JavaScript puts first, by its size (ECMA-262, 10.1.11.1).
     */
    static List<String> keys(JsonNode object) {
        return keys(object, true);
    }

    private static List<String> keys(JsonNode object, boolean sorted) {
        var keys = new ArrayList<>(object.propertyNames());
        Comparator<String> places = Comparator.comparingLong(JavaScriptJson::place);
        keys.sort(sorted ? places.thenComparing(Comparator.naturalOrder()) : places);
        return keys;
    }

    private static long place(String key) {
        if (!PLACE.matcher(key).matches()) return Long.MAX_VALUE;
        long place = Long.parseLong(key);
        return place < LAST_PLACE ? place : Long.MAX_VALUE;
    }

    /** A value that is no text, object or array, as JavaScript turns it into text. */
    static String plain(JsonNode node) {
        return node.isNumber() ? number(doubled(node)) : node.toString();
    }

    /** As JavaScript reads it: infinite when it is too large. */
    private static double doubled(JsonNode number) {
        return number.numberValue().doubleValue();
    }

    /**
     * A double has at most 17 digits, so that what is written is short, whatever was sent: {@code 1e999999999} in full
     * would fill the memory (ECMA-262, 6.1.6.1.20).
     */
    private static String number(double value) {
        if (value == 0) return "0";
        if (!Double.isFinite(value)) return Double.toString(value);
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int before = digits.length() - shortest.scale(); // the point stands after so many digits
        String text;
        if (before > LONGEST_WHOLE || before < LEAST_POINT) text = exponential(digits, before - 1);
        else if (before >= digits.length()) text = digits + "0".repeat(before - digits.length());
        else if (before > 0) text = digits.substring(0, before) + "." + digits.substring(before);
        else text = "0." + "0".repeat(-before) + digits;
        return value < 0 ? "-" + text : text;
    }

    private static String exponential(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }

    /** The fewest digits that mean this value; where one is enough, Java writes two. */
    private static BigDecimal shortest(double value) {
        BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal one = written.round(new MathContext(1));
        return one.doubleValue() == value ? one.stripTrailingZeros() : written;
    }

    static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    boolean lone = Character.isSurrogate(c) && !paired(value, i);
                    if (c < ' ' || lone)
                        text.append("\\u").append(HexFormat.of().toHexDigits(c));
                    else text.append(c);
                }
            }
        }
        text.append('"');
    }

    private static boolean paired(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
