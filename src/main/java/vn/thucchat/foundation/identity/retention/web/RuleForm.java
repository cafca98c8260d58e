package vn.thucchat.foundation.identity.retention.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A rule as an officer types it. */
record RuleForm(
        String code,

        @NotNull(message = "privacy.rules.value.fault")
        @Min(value = 1, message = "privacy.rules.value.fault")
        @Max(value = 100_000, message = "privacy.rules.value.fault")
        Integer value,

        @NotNull(message = "privacy.rules.from.past") LocalDate from,

        @Size(min = 3, max = 300, message = "privacy.rules.document.fault")
        String document) {}
