package vn.thucchat.foundation.identity.duplicates.web;

/** Why somebody objects, or why an administrator declines. */
record ReasonForm(String reason) {}
