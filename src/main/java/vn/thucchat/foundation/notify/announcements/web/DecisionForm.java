package vn.thucchat.foundation.notify.announcements.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an announcement is sent back or stopped. */
record DecisionForm(
        @Size(min = 3, max = 400, message = "announcement.reason.fault")
        String reason,

        @Nullable Integer version) {}
