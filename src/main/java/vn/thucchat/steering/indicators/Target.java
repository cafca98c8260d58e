package vn.thucchat.steering.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What a unit is to reach in a period. Never overwritten: a newer one for the same indicator, unit and period holds, the
 * older ones stay readable.
 *
 * @param derivation how it was concluded when the document does not state it as it stands; empty when it does
 */
public record Target(
        UUID id,
        String indicator,
        UnitCode unit,
        Period period,
        BigDecimal value,
        Document document,
        String derivation,
        boolean synthetic,
        Instant setAt) {}
