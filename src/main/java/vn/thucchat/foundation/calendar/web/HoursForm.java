package vn.thucchat.foundation.calendar.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.foundation.calendar.SourceDocument;

/** The weekly hours of a unit as a person types them: {@code 07:30-11:30 13:30-17:00}. */
record HoursForm(
        @Size(min = 1, max = 35, message = "form.choose") String unit,

        @NotNull(message = "calendar.day.outside") LocalDate from,

        String weekdays,

        String saturday,

        @Size(min = 1, max = 120, message = "calendar.document.fault")
        String document,

        @NotNull(message = "calendar.issued.fault") LocalDate issued,

        @Size(min = 1, max = 120, message = "calendar.issuer.fault")
        String issuer,

        @Size(min = 1, max = 300, message = "calendar.source.fault")
        String source,

        @NotNull(message = "form.choose") SourceDocument.Checked checked) {

    SourceDocument sourceDocument() {
        return new SourceDocument(document, issued, issuer, source, checked);
    }
}
