package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What a unit is to reach in a period. Never overwritten: a newer one for the same indicator, unit and period holds, the
 * older ones stay readable.
 *
 * @param derivation how it was concluded when the document does not state it as it stands; empty when it does
 * @param steps the unit's own path to it through the year; null when it goes straight
 */
public record Target(
        UUID id,
        String indicator,
        UnitCode unit,
        Period period,
        BigDecimal value,
        Document document,
        String derivation,
        @Nullable Steps steps,
        boolean synthetic,
        Instant setAt) {

    /** What is to be reached by the end of the first, second and third quarter, in the indicator's measure. */
    public record Steps(BigDecimal q1, BigDecimal q2, BigDecimal q3) {
        boolean same(@Nullable Steps other) {
            return other != null
                    && q1.compareTo(other.q1) == 0
                    && q2.compareTo(other.q2) == 0
                    && q3.compareTo(other.q3) == 0;
        }
    }

    /** A target that is reached straight. */
    public Target(
            UUID id,
            String indicator,
            UnitCode unit,
            Period period,
            BigDecimal value,
            Document document,
            String derivation,
            boolean synthetic,
            Instant setAt) {
        this(id, indicator, unit, period, value, document, derivation, null, synthetic, setAt);
    }

    /** The same with a path of its own. */
    public Target with(@Nullable Steps newSteps) {
        return new Target(id, indicator, unit, period, value, document, derivation, newSteps, synthetic, setAt);
    }

    /** Whether setting this over what holds would say anything new. */
    boolean saysTheSameAs(@Nullable Target holding) {
        return holding != null
                && value.compareTo(holding.value) == 0
                && document.id().equals(holding.document.id())
                && derivation.equals(holding.derivation)
                && (steps == null ? holding.steps == null : steps.same(holding.steps));
    }
}
