package vn.thucchat.foundation.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.Stream;

/**
 * A public holiday of the law.
 *
 * @param holiday its code, {@code tet}
 * @param lunar whether {@code on} is a day of the lunar calendar
 * @param offset days from {@code on} to where the holiday begins; negative: before it
 * @param days how many it has
 * @param decidedYearly the Prime Minister decides the days each year; {@code offset} holds until then
 * @param compensated made up for where it falls on a weekly rest day
 */
record HolidayRule(
        String holiday,
        boolean lunar,
        MonthDay on,
        int offset,
        int days,
        boolean decidedYearly,
        boolean compensated,
        Validity valid,
        SourceDocument document) {

    /** The days of a year, as far as the law was in force. */
    Stream<LocalDate> in(int year) {
        LocalDate day = lunar ? LunarCalendar.solar(year, on.getMonthValue(), on.getDayOfMonth()) : on.atYear(year);
        LocalDate first = day.plusDays(offset);
        return first.datesUntil(first.plusDays(days)).filter(valid::includes);
    }

    /** Whether a decision about the days of this year is to be expected. */
    boolean awaitsDecision(int year) {
        return decidedYearly && in(year).findAny().isPresent();
    }
}
