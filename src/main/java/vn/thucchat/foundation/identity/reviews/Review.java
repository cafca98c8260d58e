package vn.thucchat.foundation.identity.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * The review of one unit in one quarter.
 *
 * @param quarter {@code 2026Q4}
 * @param dueOn the last day to decide
 * @param closedAt when nothing was left to decide, or null
 * @param counts how far it is
 */
public record Review(
        UnitCode unit,
        UUID id,
        String quarter,
        boolean synthetic,
        LocalDate begunOn,
        LocalDate dueOn,
        @Nullable Instant closedAt,
        Counts counts) {

    /** The kind of work that a review is. */
    public static final String WORK = "identity.access-review";

    /**
     * How many roles there are of each state.
     *
     * @param roles all
     * @param decided those with a decision
     * @param ended those that ended otherwise before anybody decided
     */
    public record Counts(int roles, int decided, int ended) {

        public int open() {
            return roles - decided - ended;
        }

        /** Those that wait for nobody any more. */
        public int done() {
            return decided + ended;
        }
    }

    public Quarter period() {
        return Quarter.read(quarter);
    }

    public String path() {
        return AccessReviews.PATH + "/" + id;
    }

    public boolean overdue(LocalDate today) {
        return closedAt == null && today.isAfter(dueOn);
    }
}
