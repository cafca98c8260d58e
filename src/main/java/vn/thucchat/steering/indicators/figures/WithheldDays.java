package vn.thucchat.steering.indicators.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Tells which days of units come to figures that are withheld. */
interface WithheldDays {

    WithheldDays NONE = (_, _) -> false;

    /** Whether a unit of this code whose figure is withheld has the day's facts; another may have taken over the code. */
    boolean of(UnitCode unit, LocalDate day);

    /** Those that come to figures of units. */
    static WithheldDays of(Set<PublicSums.Cell> withheld, Units units) {
        return (unit, day) -> withheld.stream().anyMatch(cell -> cell.unit().equals(unit) && has(cell, day, units));
    }

    private static boolean has(PublicSums.Cell cell, LocalDate day, Units units) {
        return units.compose(List.of(cell.unit()), cell.boundaries(), day)
                .partsOf(cell.unit())
                .contains(new Composition.Part(cell.unit(), null));
    }
}
