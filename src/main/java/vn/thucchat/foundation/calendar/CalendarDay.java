package vn.thucchat.foundation.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;

/**
 * What a day is to working time, and why.
 *
 * @param holiday the code of a holiday of the law ({@code tet}), of a compensatory day the one that it makes up for;
 *     empty for none
 * @param name in the words of a document; empty where the code says it
 * @param document null for an ordinary day
 * @param provisional computed because the year's notice is not known yet
 */
public record CalendarDay(
        LocalDate day,
        Kind kind,
        String holiday,
        String name,
        @Nullable SourceDocument document,
        boolean provisional) {

    /** What is done on a day. */
    public enum Kind {
        WORKING(true),
        WEEKLY_REST(false),
        HOLIDAY(false),
        /** free, because a holiday fell on a weekly rest day */
        COMPENSATORY(false),
        /** free, worked on another day */
        SWAP_OFF(false),
        /** worked, though a weekly rest day */
        SWAP_WORKING(true);

        private final boolean worked;

        Kind(boolean worked) {
            this.worked = worked;
        }

        /** Whether state offices work. */
        public boolean worked() {
            return worked;
        }
    }

    static CalendarDay ordinary(LocalDate day) {
        return new CalendarDay(day, PublicCalendar.weekend(day) ? Kind.WEEKLY_REST : Kind.WORKING, "", "", null, false);
    }

    /** What the day is called: {@code Quốc khánh}, {@code Nghỉ bù Quốc khánh}, {@code Ngày làm việc}. */
    public String title(Texts t) {
        if (holiday.isEmpty()) return name.isEmpty() ? t.of("calendar.kind." + kind) : name;
        String named = t.of("calendar.holiday." + holiday);
        return kind == Kind.HOLIDAY ? named : t.of("calendar.kind." + kind + ".of", named);
    }
}
