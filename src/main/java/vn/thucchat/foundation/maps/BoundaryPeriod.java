package vn.thucchat.foundation.maps;

import java.time.LocalDate;
import java.util.Set;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A stretch of days on which the boundaries of no commune changed.
 *
 * @param from the first day; {@link LocalDate#MIN} when it is older than the records
 * @param to the last day; {@link LocalDate#MAX} while it lasts
 * @param communes all communes, wards and townships of these days
 */
public record BoundaryPeriod(LocalDate from, LocalDate to, Set<UnitCode> communes) {

    /** The day that stands for the whole stretch: the first that is known. */
    public LocalDate day() {
        if (!from.equals(LocalDate.MIN)) return from;
        return to.equals(LocalDate.MAX) ? LocalDate.EPOCH : to;
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
