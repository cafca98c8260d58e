package vn.thucchat.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A statement about one day, in a document. Of several about the same day the latest holds, those of people before those
 * that came with a release.
 *
 * @param holiday the code of the holiday whose days in that year the document decides ({@code tet}); empty for none
 * @param name in the words of the document
 * @param shipped came with a release
 * @param knownAt since when the platform reckons with it
 */
public record StatedDay(
        LocalDate day,
        Kind kind,
        String holiday,
        String name,
        SourceDocument document,
        boolean shipped,
        Instant knownAt) {

    /** What a document can say of a day. */
    public enum Kind {
        HOLIDAY,
        COMPENSATORY,
        SWAP_OFF,
        SWAP_WORKING,
        /** what was stated before no longer holds: the law alone does */
        WITHDRAWN
    }

    /** What the day is by this statement. */
    CalendarDay calendarDay() {
        return new CalendarDay(day, CalendarDay.Kind.valueOf(kind.name()), holiday, name, document, false);
    }
}
