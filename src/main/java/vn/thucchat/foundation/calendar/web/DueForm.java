package vn.thucchat.foundation.calendar.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** What somebody asks the due time of. */
record DueForm(
        @NotNull(message = "form.day") LocalDate day,

        @Pattern(regexp = "([01]?[0-9]|2[0-3]):[0-5][0-9]", message = "calendar.due.hour.fault")
        String hour,

        String count,

        String unit,

        String agency) {

    boolean hours() {
        return unit.equals("HOURS");
    }
}
