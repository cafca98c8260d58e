package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From numbers to places along an axis. Always holds zero, so that lengths can be compared, and ends at round numbers.
 *
 * @param ticks the round numbers to write beside the axis, from low to high
 */
record Scale(double low, double high, List<BigDecimal> ticks) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    static Scale of(List<BigDecimal> values, int steps) {
        double low = 0;
        double high = 0;
        for (var value : values) {
            low = Math.min(low, value.doubleValue());
            high = Math.max(high, value.doubleValue());
        }
        if (high == low) high = 1;
        BigDecimal step = roundStep((high - low) / steps);
        long first = (long) Math.floor(low / step.doubleValue() + 1e-9);
        long last = (long) Math.ceil(high / step.doubleValue() - 1e-9);
        var ticks = new ArrayList<BigDecimal>();
        for (long at = first; at <= last; at++) ticks.add(step.multiply(BigDecimal.valueOf(at)));
        return new Scale(first * step.doubleValue(), last * step.doubleValue(), List.copyOf(ticks));
    }

    private static BigDecimal roundStep(double rough) {
        int magnitude = (int) Math.floor(Math.log10(rough));
        double fraction = rough / Math.pow(10, magnitude);
        for (double round : ROUND)
            if (fraction <= round + 1e-9) return BigDecimal.valueOf(round).scaleByPowerOfTen(magnitude);
        throw new IllegalStateException("no round step for " + rough);
    }

    /** 0 at the low end, 1 at the high end. */
    double share(BigDecimal value) {
        return Math.clamp((value.doubleValue() - low) / (high - low), 0, 1);
    }

    /** As SVG takes it: {@code 46.8%}. */
    static String percent(double share) {
        return plain(share * 100) + "%";
    }

    static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
