package vn.thucchat.steering.indicators.documents;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * A target or a published figure that is taken from a document.
 *
 * @param id of the target, or of the statement behind the figure
 * @param comparator {@code =}, {@code ≈}, {@code >} or {@code <}: what the document states
 * @param numerator of a ratio whose parts are stated; null otherwise
 */
public record Citation(
        UUID id,
        Kind kind,
        String indicator,
        UnitCode unit,
        Period period,
        String comparator,
        BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        boolean synthetic) {

    /** What is taken from the document. */
    public enum Kind {
        TARGET,
        FIGURE
    }
}
