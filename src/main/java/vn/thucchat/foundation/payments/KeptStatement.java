package vn.thucchat.foundation.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank's statement file that was taken.
 *
 * @param account our number of the account
 * @param lines how many movements it states, {@code fresh} of them that nobody had told of before
 * @param openingVnd đồng before the first line; null: the file states no balances
 * @param unexplainedVnd đồng by which the balances changed more than the lines say
 */
public record KeptStatement(
        int account,
        UUID id,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        int lines,
        int fresh,
        @Nullable Long openingVnd,
        @Nullable Long closingVnd,
        @Nullable Long unexplainedVnd,
        Instant takenAt) {

    /** Whether the balances contradict the lines. */
    public boolean contradicts() {
        return unexplainedVnd != null && unexplainedVnd != 0;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
