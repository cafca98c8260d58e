package vn.thucchat.foundation.calendar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.DueTime;
import vn.thucchat.foundation.calendar.Term;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A due time in the API. Times bear the offset of Viet Nam.
 *
 * @param agency whose hours were counted; null for an office without hours of its own
 * @param provisional a year on the way has no notice of its holidays yet, so that the day may still move
 * @param steps from the receipt to the due time, without a gap
 */
record DueAnswer(
        OffsetDateTime received,
        OffsetDateTime due,
        @Nullable Integer workingDays,
        @Nullable Integer workingHours,
        @Nullable UnitCode agency,
        boolean provisional,
        List<Step> steps) {

    /**
     * Days in a row for one reason.
     *
     * @param from the first day
     * @param to the last day
     * @param kind DAY_OF_RECEIPT, AFTER_LATEST_HOUR, COUNTED or NOT_WORKED
     * @param day what state offices do on the days: WORKING, WEEKLY_REST, HOLIDAY, COMPENSATORY, SWAP_OFF or SWAP_WORKING
     * @param counted working days, or minutes of a term in hours
     * @param total counted so far
     * @param because the same in words
     * @param source the document that says so
     */
    record Step(
            LocalDate from,
            LocalDate to,
            String kind,
            String day,
            long counted,
            long total,
            String because,
            @Nullable String source) {}

    static DueAnswer of(Texts t, DueQuery query, DueTime due) {
        Unit agency = query.agency();
        return new DueAnswer(
                local(query.received()),
                local(due.at()),
                query.term() instanceof Term.Days(int days) ? days : null,
                query.term() instanceof Term.Hours(int hours) ? hours : null,
                agency == null ? null : agency.code(),
                due.provisional(),
                due.steps().stream()
                        .map(step -> new Step(
                                step.from(),
                                step.to(),
                                step.kind().name(),
                                step.day().kind().name(),
                                step.counted(),
                                step.total(),
                                StepWords.reason(t, query.term(), step),
                                StepWords.source(step).isEmpty() ? null : StepWords.source(step)))
                        .toList());
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(BusinessTime.VIETNAM).toOffsetDateTime();
    }
}
