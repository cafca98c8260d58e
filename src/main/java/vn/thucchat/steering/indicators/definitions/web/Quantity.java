package vn.thucchat.steering.indicators.definitions.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.IndicatorValues.IndicatorValue;

/**
 * An amount with its unit, as it is written.
 *
 * @param value of a ratio: the share in per cent
 * @param numerator of a ratio that is written as a fraction ({@code 477/832}); null otherwise
 * @param denominator likewise
 * @param comparator {@code =}, {@code ≈}, {@code >} or {@code <}: what the source stated
 * @param measure {@code percent}, {@code ratio}, {@code count}, {@code Mbps}, {@code billion USD}, or any other unit
 *     that is its own name
 */
@NamedInterface("words")
public record Quantity(
        BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String comparator,
        String measure) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FROM_HERE_OF_ALL = BigDecimal.valueOf(40);

    /** In the measure of an indicator; null without a value. */
    public static @Nullable Quantity of(
            Indicator it,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String comparator) {
        return value == null ? null : new Quantity(value, numerator, denominator, comparator, it.measure());
    }

    /** What an indicator came to; null without a value. */
    static @Nullable Quantity of(Indicator it, @Nullable IndicatorValue of) {
        return of == null ? null : of(it, of.value(), of.numerator(), of.denominator(), of.comparator());
    }

    public static Quantity of(BigDecimal value, String measure) {
        return new Quantity(value, null, null, "=", measure);
    }

    /** Whether it is written as a fraction. */
    public boolean fraction() {
        return measure.equals("ratio") && numerator != null && denominator != null;
    }

    /** Whether differences are told in points. */
    public boolean share() {
        return measure.equals("percent") || measure.equals("ratio");
    }

    /** What bars and lines are drawn with: for a fraction its share of a hundred. */
    public BigDecimal size() {
        return numerator != null && denominator != null && fraction() && denominator.signum() > 0
                ? numerator.multiply(HUNDRED).divide(denominator, 4, RoundingMode.HALF_UP)
                : value;
    }

    /** The end of the scale where there is a natural one: the whole, unless the share is so small that it would vanish. */
    public @Nullable BigDecimal full() {
        return share() && size().compareTo(FROM_HERE_OF_ALL) >= 0 ? HUNDRED : null;
    }

    /** {@code ≈}, {@code >}, {@code <}, or nothing. */
    public String sign() {
        return comparator.equals("=") ? "" : comparator;
    }

    /** The figures alone: {@code 11,27} · {@code 477/832}. */
    public String numeral(Texts t) {
        return numerator != null && denominator != null && fraction()
                ? t.number(numerator) + "/" + t.number(denominator)
                : t.number(value);
    }

    /** {@code %}, {@code Mbps}, {@code tỷ USD}, or nothing where things are counted. */
    public String unit(Texts t) {
        if (fraction()) return "";
        return unit(t, measure);
    }

    /** The unit, set off as it is written: {@code 7%} but {@code 10 tỷ USD}. */
    public String suffix(Texts t) {
        String unit = unit(t);
        return unit.isEmpty() || unit.equals("%") ? unit : "\u00a0" + unit;
    }

    /** All of it in one run: {@code ≈ 10 tỷ USD}. */
    public String text(Texts t) {
        return (sign().isEmpty() ? "" : sign() + "\u00a0") + numeral(t) + suffix(t);
    }

    /** Writes a computed number, such as a growth rate, rounded to at most {@code decimals} places. */
    public String text(Texts t, int decimals) {
        return fraction()
                ? text(t)
                : (sign().isEmpty() ? "" : sign() + "\u00a0") + t.number(value, decimals) + suffix(t);
    }

    /** For beside a bar: without the unit where there is no room for it. */
    public String label(Texts t) {
        String all = text(t);
        return all.length() > 20 ? numeral(t) : all;
    }

    /** A difference in the same unit, of what is counted in whole things: {@code 4,27 điểm}, {@code 120}. Its sign is left to the caller's words. */
    public String difference(Texts t, BigDecimal by) {
        boolean whole = measure.equals("count") && by.abs().compareTo(BigDecimal.ONE) >= 0;
        String number = t.number(by.abs(), whole ? 0 : 2);
        if (share()) return t.of("figures.points", number);
        String unit = unit(t);
        return unit.isEmpty() ? number : number + "\u00a0" + unit;
    }

    private static String unit(Texts t, String measure) {
        return switch (measure) {
            case "percent", "ratio" -> "%";
            case "count" -> "";
            case "billion USD" -> t.of("figures.unit.billion-usd");
            default -> measure;
        };
    }
}
