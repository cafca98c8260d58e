package vn.thucchat.foundation.registers.web;

import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.pages.Multiline;

/** What a person says is wrong with a value, and how it should read. */
record CorrectionForm(
        @Size(min = 5, max = 700, message = "registers.correction.fault") @Multiline
        String wrong) {}
