package vn.thucchat.steering.indicators.explanations.web;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.foundation.pages.Multiline;

/**
 * A leader's next question after an answer, as it is typed.
 *
 * @param version of the explanation that the page showed
 */
record NextQuestionForm(
        int version,

        @Size(min = 5, max = 4000, message = "explanation.question.length") @Multiline
        String question,

        @NotNull(message = "form.day") @FutureOrPresent(message = "form.day.past")
        LocalDate due) {}
