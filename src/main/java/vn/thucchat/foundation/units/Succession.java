package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit on a day.
 *
 * @param whole true when all of {@code from} went to {@code to}; false when it was split between several
 * @param share the part (0 to 1) that went to {@code to} where it was split and somebody decided how; null when nobody
 *     did, so that its figures cannot be divided
 */
public record Succession(
        UnitCode from,
        UnitCode to,
        LocalDate effective,
        boolean whole,
        @Nullable BigDecimal share,
        String source) {}
