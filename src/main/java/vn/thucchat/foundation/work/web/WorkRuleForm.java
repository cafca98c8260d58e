package vn.thucchat.foundation.work.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.work.WorkRule;

/** @param days empty: the step is not taken */
record WorkRuleForm(
        @Size(min = 1, max = 80, message = "form.choose") String kind,

        @NotNull(message = "form.choose") WorkRule.Step step,

        @Nullable Integer days,

        @NotNull(message = "work.rules.from.past") LocalDate from,

        @Size(min = 1, max = 120, message = "calendar.document.fault")
        String document,

        @NotNull(message = "calendar.issued.fault") LocalDate issued,

        @Size(min = 1, max = 120, message = "calendar.issuer.fault")
        String issuer,

        @Size(min = 1, max = 300, message = "calendar.source.fault")
        String source) {

    WorkRule rule() {
        return new WorkRule(
                kind,
                step,
                days,
                from,
                new SourceDocument(document, issued, issuer, source, SourceDocument.Checked.READ),
                false);
    }
}
