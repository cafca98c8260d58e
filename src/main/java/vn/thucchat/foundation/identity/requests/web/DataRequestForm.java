package vn.thucchat.foundation.identity.requests.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.pages.Multiline;

/** What a person asks about their data, as it is typed. */
record DataRequestForm(
        @NotNull(message = "form.choose") DataRequest.Kind kind,

        @Size(min = 5, max = 1000, message = "requests.reason.length") @Multiline
        String reason) {}
