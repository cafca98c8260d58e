package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Normalises decimal numbers, so that equal values are written alike. */
public final class Decimals {

    private Decimals() {}

    /** Without zeros at the end and never in powers of ten: {@code 85.50} is {@code 85.5}, {@code 1E+2} is {@code 100}. */
    public static @Nullable BigDecimal stripped(@Nullable BigDecimal value) {
        if (value == null) return null;
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
