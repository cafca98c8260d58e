package vn.thucchat.steering.indicators.reporting.web;

import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.pages.Multiline;

/**
 * Why a reviewer returns a submission, as it is typed.
 *
 * @param version of the submission that the page showed
 */
record DecisionForm(
        int version,

        @Size(min = 5, max = 4000, message = "review.reason.length") @Multiline
        String reason) {}
