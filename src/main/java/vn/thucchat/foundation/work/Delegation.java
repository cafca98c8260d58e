package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Names who takes a person's work of a role in a unit while the person is away.
 *
 * @param lastDay the last day of the absence, included
 * @param withdrawnAt when the person took it back, or null
 */
public record Delegation(
        UnitCode unit,
        UUID id,
        String role,
        UUID person,
        UUID deputy,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant madeAt,
        @Nullable Instant withdrawnAt) {

    public boolean holds(LocalDate day) {
        return withdrawnAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
