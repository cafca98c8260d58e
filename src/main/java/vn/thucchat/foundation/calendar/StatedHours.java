package vn.thucchat.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A statement about the weekly hours of a unit and of all units below it that have none of their own.
 *
 * @param from the first day of these hours
 * @param hours null: from that day on those of the unit above hold again
 * @param synthetic invented for demonstration
 * @param shipped came with a release
 * @param knownAt since when the platform reckons with it
 */
public record StatedHours(
        UnitCode unit,
        LocalDate from,
        @Nullable OfficeHours hours,
        SourceDocument document,
        boolean synthetic,
        boolean shipped,
        Instant knownAt) {}
