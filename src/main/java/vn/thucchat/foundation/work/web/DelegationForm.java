package vn.thucchat.foundation.work.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** @param deputy as {@link DelegationsPage#value} writes one */
record DelegationForm(
        @Size(min = 1, max = 200, message = "form.choose") String deputy,

        @NotNull(message = "work.delegation.day") LocalDate first,

        @NotNull(message = "work.delegation.day") LocalDate last) {}
