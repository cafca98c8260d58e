package vn.thucchat.foundation.notify.announcements.web;

import jakarta.validation.constraints.NotNull;

/** Which version of an announcement was read by who submits or approves it. */
record VersionForm(@NotNull(message = "result.stale") Integer version) {}
