package vn.thucchat.steering.indicators.explanations.web;

import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.pages.Multiline;

/**
 * The answer to a leader's question as it is typed.
 *
 * @param version of the question that the page showed
 */
record AnswerForm(
        int version,

        @Size(min = 5, max = 8000, message = "explanation.answer.length") @Multiline
        String answer) {}
