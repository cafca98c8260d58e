package vn.thucchat.foundation.identity.requests.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.pages.Multiline;

/** What an officer answers, as it is typed. */
record AnswerForm(
        @NotNull(message = "form.choose") Done done,

        @Size(min = 5, max = 2000, message = "requests.answer.length") @Multiline
        String answer) {

    /** Whether it is done as asked. */
    enum Done {
        DONE,
        REFUSED
    }
}
