package vn.thucchat.steering.indicators.explanations.web;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import vn.thucchat.foundation.pages.Multiline;

/**
 * A leader's question as it is typed.
 *
 * @param id made when the form was shown, so that sending it twice asks once
 */
record QuestionForm(
        @NotNull(message = "form.mismatch") UUID id,

        @Size(min = 5, max = 4000, message = "explanation.question.length") @Multiline
        String question,

        @NotNull(message = "form.day") @FutureOrPresent(message = "form.day.past")
        LocalDate due) {}
