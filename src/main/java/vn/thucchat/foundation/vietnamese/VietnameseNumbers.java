package vn.thucchat.foundation.vietnamese;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser and writer of numbers as people in Viet Nam type them: point, comma or space between thousands, comma or
 * point before decimals. What could mean two things is refused with both meanings. There are two kinds of number, and a
 * text that both read has one value:
 *
 * <ul>
 *   <li>{@link #whole}, đồng and counts: {@code 120.000}, {@code 120,000}, {@code 120 000}, {@code 120000},
 *       {@code 120.000đ}, {@code 35k}, {@code 1,5 triệu}, {@code 1tr5}, {@code 2 tỷ}; {@code 1.23} is refused
 *   <li>{@link #decimal}, shares, speeds, areas: {@code 12,5}, {@code 12.5}, {@code 1.234,5}, {@code 1 234};
 *       {@code 1.234} and {@code 1,234} are refused
 * </ul>
 *
 * A sign may stand before ({@code +}, {@code -}, {@code −}). Not numbers: leading zeros ({@code 05437} is a code), groups
 * not of three, exponents, per cent signs, more than 40 characters.
 */
public final class VietnameseNumbers {

    private static final String NONE = "number.none";
    private static final int LONGEST = 40;
    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u2009\\u202F]");
    /** Groups of three behind one to three digits, by one separator throughout; or digits with none. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<head>0|[1-9]\\d{0,2}(?:(?<between>[., ])\\d{3})(?:\\k<between>\\d{3})*|[1-9]\\d*)(?:(?<point>[.,])(?<decimals>\\d+))?");

    private static final Pattern SCALED = Pattern.compile(
            "(?<number>[0-9][0-9., ]*?) ?(?<unit>k|nghìn|nghin|ngàn|ngan|tr|triệu|trieu|tỷ|tỉ|ty|ti)(?: ?(?<half>rưỡi)|(?<rest>\\d{1,3}))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VietnameseNumbers() {}

    /** Đồng or a count. */
    public static Parsed<BigDecimal> whole(String typed) {
        String text = spaced(typed);
        if (text.length() > LONGEST) return none(typed);
        String bare = withoutCurrency(text);
        boolean negative = bare.startsWith("-") || bare.startsWith("−");
        String digits = unsigned(bare);
        List<BigDecimal> meanings = scaled(digits);
        if (meanings.isEmpty()) meanings = wholes(digits);
        return result(typed, meanings, negative, true);
    }

    /** A number that may have decimals. */
    public static Parsed<BigDecimal> decimal(String typed) {
        String text = spaced(typed);
        if (text.length() > LONGEST) return none(typed);
        boolean negative = text.startsWith("-") || text.startsWith("−");
        return result(typed, decimals(unsigned(text)), negative, false);
    }

    /** Whether it is written as a number, be it clear or not. */
    public static boolean numeric(String text) {
        return !(decimal(text) instanceof Parsed.Refused<BigDecimal>(String key, var _) && key.equals(NONE));
    }

    /**
     * In full, nothing rounded, so that whoever reads it reads the same: {@code 1.234.567}, {@code 1.234,5}; where this
     * could be taken for something else, {@code 1234} and {@code 1,2340}.
     */
    public static String write(BigDecimal value) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.of("vi", "VN")));
        int decimals = Math.max(0, value.stripTrailingZeros().scale());
        boolean million = value.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0;
        format.setGroupingUsed((decimals > 0 && decimals != 3) || (million && decimals == 0));
        format.setMinimumFractionDigits(decimals == 3 ? 4 : decimals);
        format.setMaximumFractionDigits(decimals == 3 ? 4 : decimals);
        return format.format(value);
    }

    private static Parsed<BigDecimal> result(String typed, List<BigDecimal> meanings, boolean negative, boolean whole) {
        List<BigDecimal> signed =
                meanings.stream().map(n -> negative ? n.negate() : n).toList();
        if (signed.isEmpty()) return none(typed);
        if (signed.size() == 1) {
            BigDecimal only = signed.getFirst();
            return whole && only.stripTrailingZeros().scale() > 0
                    ? Parsed.refused("number.not-whole", Parsed.quoted(typed))
                    : new Parsed.Value<>(only);
        }
        return Parsed.refused(
                whole ? "number.unclear.whole" : "number.unclear",
                Parsed.quoted(typed),
                write(signed.get(0)),
                write(signed.get(1)));
    }

    private static Parsed<BigDecimal> none(String typed) {
        return Parsed.refused(NONE, Parsed.quoted(typed));
    }

    /** Lists the decimal numbers that a text may mean: {@code 1,234} gives 1234 and 1.234. */
    private static List<BigDecimal> decimals(String digits) {
        Matcher number = NUMBER.matcher(digits);
        if (!number.matches()) return List.of();
        String head = number.group("head");
        String between = number.group("between");
        String plain = head.replaceAll("[., ]", "");
        String decimals = number.group("decimals");
        // one group behind a point or a comma may as well be three decimals
        if (decimals == null && between != null && !between.equals(" ") && head.length() == plain.length() + 1)
            return List.of(new BigDecimal(plain), new BigDecimal(head.replace(',', '.')));
        if (decimals == null) return List.of(new BigDecimal(plain));
        if (number.group("point").equals(between)) return List.of();
        return List.of(new BigDecimal(plain + "." + decimals));
    }

    /** Lists the whole numbers that a text may mean: {@code 120,000} gives 120000 alone. */
    private static List<BigDecimal> wholes(String digits) {
        Matcher number = NUMBER.matcher(digits);
        if (!number.matches()
                || (number.group("point") != null && number.group("point").equals(number.group("between"))))
            return List.of();
        String plain = number.group("head").replaceAll("[., ]", "");
        String decimals = number.group("decimals");
        if (decimals == null) return List.of(new BigDecimal(plain));
        var withDecimals = new BigDecimal(plain + "." + decimals);
        boolean noughts = decimals.matches("0+") && decimals.length() != 3;
        // 120.000,00 and 120000.00 say what they are; 120.00 may be a slip for 12.000
        if (noughts && (number.group("between") != null || plain.length() > 3)) return List.of(new BigDecimal(plain));
        return List.of(withDecimals, new BigDecimal(plain + decimals));
    }

    /** {@code 1,5 triệu}, {@code 1tr5}, {@code 35k}; none where it is not written like this. */
    private static List<BigDecimal> scaled(String digits) {
        Matcher scaled = SCALED.matcher(digits);
        if (!scaled.matches()) return List.of();
        int zeros = switch (scaled.group("unit").toLowerCase(Locale.ROOT)) {
            case "k", "nghìn", "nghin", "ngàn", "ngan" -> 3;
            case "tr", "triệu", "trieu" -> 6;
            default -> 9;
        };
        List<BigDecimal> numbers = decimals(scaled.group("number"));
        String rest = scaled.group("rest");
        if (rest == null && scaled.group("half") == null)
            return numbers.stream().map(n -> n.movePointRight(zeros)).toList();
        if (numbers.size() != 1 || numbers.getFirst().scale() > 0) return List.of();
        BigDecimal head = numbers.getFirst().movePointRight(zeros);
        if (rest == null) return List.of(head.add(BigDecimal.valueOf(5).movePointRight(zeros - 1)));
        var thousandth = head.add(new BigDecimal(rest).movePointRight(zeros - 3));
        var fraction = head.add(new BigDecimal(rest).movePointRight(zeros - rest.length()));
        // 1tr5 is a million and a half, 1tr500 too; 1tr25 is said of 1.250.000 and of 1.025.000
        return rest.length() == 2 ? List.of(fraction, thousandth) : List.of(fraction);
    }

    private static String withoutCurrency(String text) {
        String after = text.replaceFirst("(?iu) ?(?:₫|vnđ|vnd|đồng|đ|dong)$", "");
        return after.length() < text.length() ? after : text.replaceFirst("(?iu)^([+−-]?) ?(?:₫|vnđ|vnd) ?", "$1");
    }

    private static String unsigned(String text) {
        return text.isEmpty() || "+-−".indexOf(text.charAt(0)) < 0 ? text : text.substring(1);
    }

    private static String spaced(String typed) {
        return Normalizer.normalize(SPACES.matcher(typed).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }
}
