package vn.thucchat.foundation.calendar.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.StatedHours;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The weekly hours of units, all that was stated of them, and the form that states more.
 *
 * @param units that hours may be stated of
 * @param form null for a reader who may not state anything
 */
public record WorkingHoursPage(
        List<Line> lines, List<Option> units, @Nullable Form<?> form, CalendarOptions options, List<Fault> faults) {

    /** @param unit the name of a unit */
    public record Line(String unit, StatedHours hours) {}
}
