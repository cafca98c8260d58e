package vn.thucchat.foundation.identity.reviews.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.reviews.ReviewedRole;

/**
 * What an administrator decides on one role, as it is typed.
 *
 * @param lastDay asked for where the role is to end on a day
 */
record DecisionForm(
        @NotNull(message = "form.choose") UUID roleGrant,
        @NotNull(message = "form.choose") ReviewedRole.Outcome decision,
        @Nullable LocalDate lastDay) {}
