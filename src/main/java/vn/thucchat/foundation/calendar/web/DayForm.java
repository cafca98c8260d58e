package vn.thucchat.foundation.calendar.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.calendar.StatedDay;

/** What a document says of a day, as a person types it. */
record DayForm(
        @NotNull(message = "calendar.day.outside") LocalDate day,

        @NotNull(message = "form.choose") StatedDay.Kind kind,

        String holiday,

        @Size(min = 1, max = 120, message = "calendar.name.fault")
        String name,

        @Size(min = 1, max = 120, message = "calendar.document.fault")
        String document,

        @NotNull(message = "calendar.issued.fault") LocalDate issued,

        @Size(min = 1, max = 120, message = "calendar.issuer.fault")
        String issuer,

        @Size(min = 1, max = 300, message = "calendar.source.fault")
        String source,

        @NotNull(message = "form.choose") SourceDocument.Checked checked) {

    StatedDay stated(Instant now) {
        return new StatedDay(
                day, kind, holiday, name, new SourceDocument(document, issued, issuer, source, checked), false, now);
    }
}
