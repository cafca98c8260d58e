package vn.thucchat.steering.indicators;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts working days: Monday to Friday. Public holidays are not known here; the person who sets a day sees it. */
public final class WorkingDays {

    private WorkingDays() {}

    /** The day that is so many working days after another. */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (isOne(reached)) left--;
        }
        return reached;
    }

    /** The number of working days from one day to another, both included; 0 when the second is before the first. */
    static int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) if (isOne(day)) days++;
        return days;
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
