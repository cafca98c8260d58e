package vn.thucchat.steering.indicators.definitions.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.pages.Texts;

/**
 * A change from an earlier value, as it is told: shares in percentage points ({@code +18,1 điểm}), all else in per cent
 * ({@code +32,7%}), and what is more than three times as much in times ({@code gấp 13,7 lần}). One decimal at most.
 *
 * @param points for shares; null otherwise
 * @param percent relative change in per cent; null for shares
 */
@NamedInterface("words")
public record Growth(@Nullable BigDecimal points, @Nullable BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THREE_TIMES = BigDecimal.valueOf(200);

    /** From one value to another of the same measure; null when there is no such change. */
    public static @Nullable Growth of(Quantity before, Quantity now) {
        BigDecimal by = now.value().subtract(before.value());
        if (now.share()) return new Growth(by, null);
        if (before.value().signum() == 0) return null;
        return new Growth(null, by.multiply(HUNDRED).divide(before.value(), 2, RoundingMode.HALF_UP));
    }

    /** Below zero, zero or above. */
    public int sign() {
        return points != null ? points.signum() : percent == null ? 0 : percent.signum();
    }

    public String text(Texts t) {
        if (points != null) return t.of("figures.points", t.signed(points, 1));
        if (percent == null) return "";
        if (percent.compareTo(THREE_TIMES) <= 0) return t.signed(percent, 1) + "%";
        return t.of("figures.times", t.number(percent.add(HUNDRED).divide(HUNDRED, 6, RoundingMode.HALF_UP), 1));
    }
}
