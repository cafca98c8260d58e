package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;

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
    public record Owed(UUID round, UnitCode unit, int owed, int stated, Submission.@Nullable State open) {

        public Standing standing() {
            if (stated >= owed) return Standing.ACCEPTED;
            if (open == null) return Standing.MISSING;
            return switch (open) {
                case DRAFT -> Standing.DRAFT;
                case SUBMITTED -> Standing.SUBMITTED;
                case RETURNED -> Standing.RETURNED;
                case ACCEPTED, WITHDRAWN -> Standing.MISSING;
            };
        }
    }

    /** How far a unit is with a round, the furthest behind first. */
    public enum Standing {
        MISSING,
        RETURNED,
        DRAFT,
        SUBMITTED,
        ACCEPTED;

        /** Whether it is the unit's turn to act. */
        public boolean waitsForUnit() {
            return this == MISSING || this == RETURNED || this == DRAFT;
        }
    }
}
