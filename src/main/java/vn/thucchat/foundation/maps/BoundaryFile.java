package vn.thucchat.foundation.maps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Boundaries that an administrator loaded.
 *
 * @param boundariesOn a day on which they were in force; they count on all days until a boundary changed
 * @param source who made them, shown wherever they are drawn
 * @param licence under which they may be shown
 * @param units how many communes have an outline in it
 */
public record BoundaryFile(
        UUID id,
        LocalDate boundariesOn,
        String source,
        String licence,
        int units,
        Load load,
        @Nullable Withdrawal withdrawal) {

    /** Who loaded it. */
    public record Load(Instant loadedAt, String loadedBy) {}

    /** Who withdrew it, so that it counts no longer. */
    public record Withdrawal(Instant withdrawnAt, String withdrawnBy) {}
}
