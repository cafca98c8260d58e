package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * One line of a submission: what a unit states about an indicator for a period. It is the evidence of REPORTED and
 * SURVEYED facts.
 *
 * @param yoyPct change on the same period of the year before in per cent, where the document states it
 * @param quote the words it stands in
 * @param derivation how it was concluded when the document does not state it as it stands; empty when it does
 * @param acceptedAt null until a reviewer accepted it
 * @param supersededBy the later statement that took its place
 */
public record Statement(
        UUID id,
        UUID submission,
        UnitCode unit,
        String indicator,
        Period period,
        String comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal yoyPct,
        LocalDate asOf,
        Provenance provenance,
        String quote,
        String derivation,
        boolean synthetic,
        @Nullable Instant acceptedAt,
        @Nullable UUID supersededBy) {

    /** The value as it is shown: as stated, else the share that its parts make. */
    public @Nullable BigDecimal shown(Indicator of) {
        return value != null ? value : of.share(numerator, denominator);
    }
}
