package vn.thucchat.foundation.identity.consent.web;

/**
 * A press of "I consent".
 *
 * @param text hash of the words beside the button
 */
record ConsentForm(String text) {}
