package vn.thucchat.foundation.money.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank's statement file that was taken.
 *
 * @param account our number of the account
 * @param lines how many movements it states, {@code fresh} of them that nobody had told of before
 * @param complete whether it states all that moved on its days; a notification states single movements
 * @param openingVnd đồng before the first line; null: the file does not state it
 * @param unexplainedVnd đồng by which the balances changed more than the lines say; null: it does not state both
 * @param breaks rows whose running balance does not follow from the row before
 * @param notes how much was left out or taken otherwise than it says
 */
public record KeptStatement(
        int account,
        UUID id,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        int lines,
        int fresh,
        boolean complete,
        @Nullable Long openingVnd,
        @Nullable Long closingVnd,
        @Nullable Long unexplainedVnd,
        int breaks,
        int notes,
        Instant takenAt) {

    /** Whether the balances contradict the lines. */
    public boolean contradicts() {
        return breaks > 0 || (unexplainedVnd != null && unexplainedVnd != 0);
    }

    /** Whether it states something of the day. */
    boolean touches(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it states all that moved on the day. */
    boolean covers(LocalDate day) {
        return complete && touches(day);
    }
}
