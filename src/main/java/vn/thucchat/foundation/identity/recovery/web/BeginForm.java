package vn.thucchat.foundation.identity.recovery.web;

/** Whose account somebody wants to get back into. */
record BeginForm(String username) {}
