package vn.thucchat.steering.indicators.web;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts days of work: Monday to Friday. Public holidays are not known here; the person who sets a day sees it. */
final class WorkingDays {

    private WorkingDays() {}

    static LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (reached.getDayOfWeek() != DayOfWeek.SATURDAY && reached.getDayOfWeek() != DayOfWeek.SUNDAY) left--;
        }
        return reached;
    }
}
