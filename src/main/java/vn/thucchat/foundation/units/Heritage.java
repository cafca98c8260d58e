package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the successions: an heir of a unit on a day.
 *
 * @param to null when nobody recorded which unit took it over
 * @param share null when it is the only heir, or when nobody decided how the unit is divided
 */
record Heritage(
        UnitCode from,
        @Nullable UnitCode to,
        LocalDate effective,
        @Nullable BigDecimal share,
        String source) {}
