package vn.thucchat.foundation.identity.security;

/**
 * Says that a form came without its token, or with that of a session that has ended, and what to do.
 *
 * @param back where the form was, or the start page
 */
public record StaleFormPage(String back) {}
