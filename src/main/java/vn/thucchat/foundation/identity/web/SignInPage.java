package vn.thucchat.foundation.identity.web;

/**
 * @param username as it was typed
 * @param to where to go back to
 * @param waitMinutes how long to wait after too many attempts; 0 when that is not so
 */
public record SignInPage(String username, String to, boolean wrong, long waitMinutes) {}
