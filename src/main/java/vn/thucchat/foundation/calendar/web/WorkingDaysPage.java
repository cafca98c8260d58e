package vn.thucchat.foundation.calendar.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.CalendarDay;
import vn.thucchat.foundation.calendar.StatedDay;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.sheets.CellError;

/**
 * The days of a year that are not as their day of the week says, what was stated of them, and the form that states more.
 *
 * @param provisional the year's notice is not known
 * @param workingDays of the year
 * @param stated all statements about days of the year, the latest first
 * @param form null for a reader who may not state anything
 * @param errors of the spreadsheet that was sent
 */
public record WorkingDaysPage(
        int year,
        boolean provisional,
        int workingDays,
        List<CalendarDay> days,
        List<StatedDay> stated,
        @Nullable Form<?> form,
        CalendarOptions options,
        List<Fault> faults,
        List<CellError> errors) {

    static final int FIRST = DueQuery.FIRST.getYear();
    static final int LAST = 2099;

    /** The years to go to from here. */
    public List<Integer> years() {
        return java.util.stream.IntStream.rangeClosed(Math.max(FIRST, year - 2), Math.min(LAST, year + 2))
                .boxed()
                .toList();
    }
}
