package vn.thucchat.foundation.identity.sessions.web;

/** A link that was used, is too old, or was never made. */
public record LinkOverPage() {}
