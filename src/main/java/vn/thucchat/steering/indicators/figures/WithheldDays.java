package vn.thucchat.steering.indicators.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Tells on which days the facts of a unit belong to a figure that is withheld. */
interface WithheldDays {

    WithheldDays NONE = (_, _) -> false;

    /** Tells whether the day's facts of the unit belong to a withheld figure, and not to a unit that took over its code. */
    boolean of(UnitCode unit, LocalDate day);

    /** The days of the withheld figures. */
    static WithheldDays of(Set<PublicSums.Cell> withheld, Units units) {
        return (unit, day) -> withheld.stream().anyMatch(cell -> cell.unit().equals(unit) && has(cell, day, units));
    }

    private static boolean has(PublicSums.Cell cell, LocalDate day, Units units) {
        return units.compose(List.of(cell.unit()), cell.boundaries(), day)
                .partsOf(cell.unit())
                .contains(new Composition.Part(cell.unit(), null));
    }
}
