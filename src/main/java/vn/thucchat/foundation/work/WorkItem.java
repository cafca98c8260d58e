package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.units.UnitCode;

/**
 * An act that somebody must do by some time.
 *
 * @param unit the unit that has to act
 * @param kind code of its {@link WorkKind}
 * @param role whose holders in the unit or above it may act
 * @param person of these the only one who is asked, or null
 * @param evidence id of the room's record that it is about; open once in a unit for a kind
 * @param arguments what the kind words it with, in no language: codes, names
 * @param dueAt the last instant, in the unit's working time
 * @param closing null while it is open
 */
public record WorkItem(
        UnitCode unit,
        UUID id,
        String kind,
        String role,
        @Nullable UUID person,
        UUID evidence,
        List<String> arguments,
        boolean synthetic,
        Instant openedAt,
        Instant dueAt,
        @Nullable Closing closing) {

    /** How an item ended. */
    public enum Outcome {
        /** the act was done */
        DONE,
        /** nobody needs it any more */
        WITHDRAWN,
        /** another unit has to do it */
        REASSIGNED
    }

    /** The end of an item. */
    public record Closing(Instant closedAt, UUID closedBy, String closedByName, Outcome outcome) {}

    public LocalDate dueOn() {
        return BusinessTime.day(dueAt);
    }

    /** Whether its time has passed: by now while it is open, else by its end. */
    public boolean late(Instant now) {
        return (closing == null ? now : closing.closedAt()).isAfter(dueAt);
    }
}
