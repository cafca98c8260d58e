package vn.thucchat.foundation.identity.sessions.web;

/**
 * A device that is being set up.
 *
 * @param draft sealed, as the page before gave it
 * @param code that the device shows
 */
record CodesForm(String draft, String code) {}
