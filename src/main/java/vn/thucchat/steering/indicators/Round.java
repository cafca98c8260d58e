package vn.thucchat.steering.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;

/**
 * A call for figures.
 *
 * @param above every unit of {@code level} below this one (or itself) owes the figures
 * @param due the last day to submit
 * @param indicators the codes of what is owed
 */
public record Round(
        UUID id,
        String name,
        Period period,
        UnitCode above,
        UnitKind.Level level,
        LocalDate due,
        boolean synthetic,
        Instant openedAt,
        List<String> indicators) {

    /**
     * What a unit still owes of a round.
     *
     * @param stated how many of its indicators have an accepted statement
     * @param open the state of what the unit is handing in, or null when it has not begun
     */
    public record Owed(
            UUID round,
            UnitCode unit,
            int owed,
            int stated,
            Submission.@org.jspecify.annotations.Nullable State open) {}
}
