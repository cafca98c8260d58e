package vn.thucchat.foundation.identity.consent.web;

import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.pages.Multiline;

/** What a person says against a look, or an administrator answers, as it is typed. */
record ObjectionForm(
        @Size(min = 5, max = 1000, message = "looks.text.length") @Multiline
        String text) {}
