package vn.thucchat.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, and how that was counted.
 *
 * @param steps from the receipt to the due time, without a gap
 * @param provisional a year on the way has no notice of its holidays yet, so that the day may still move
 */
public record DueTime(Instant at, List<Step> steps, boolean provisional) {

    /**
     * Days in a row that are counted, or left out, for one reason.
     *
     * @param counted working days, or minutes of a term in hours
     * @param total counted so far, these included
     * @param day what the days are
     * @param ground the document that says so; null where a weekday is simply worked
     */
    public record Step(
            Kind kind,
            LocalDate from,
            LocalDate to,
            long counted,
            long total,
            CalendarDay day,
            @Nullable SourceDocument ground) {}

    /** Why days count or not. */
    public enum Kind {
        /** left out: what was received on a day is counted from the next */
        DAY_OF_RECEIPT,
        /** left out: received too late in the day for what is settled or handed over at once */
        AFTER_LATEST_HOUR,
        COUNTED,
        NOT_WORKED
    }
}
