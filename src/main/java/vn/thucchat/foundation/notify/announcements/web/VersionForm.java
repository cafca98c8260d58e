package vn.thucchat.foundation.notify.announcements.web;

import jakarta.validation.constraints.NotNull;

/** Which version of an announcement an approver read. */
record VersionForm(@NotNull(message = "result.stale") Integer version) {}
