package vn.thucchat.foundation.notify.announcements.web;

import jakarta.validation.constraints.Size;

/** Why an announcement is sent back or stopped. */
record DecisionForm(
        @Size(min = 3, max = 400, message = "announcement.reason.fault")
        String reason) {}
