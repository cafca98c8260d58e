package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.pages.Form;

/**
 * The form to sign in.
 *
 * @param to where to go back to
 * @param ways other providers' buttons
 * @param passkeys whether browsers have passkeys at the address of this site
 * @param roles usernames of the demonstration that anybody may sign in as; none while it is off
 * @param turn whether the reader has waited and it is their turn
 */
public record SignInPage(
        Form<?> form, String to, List<SignInWays.Way> ways, List<String> roles, boolean passkeys, boolean turn) {}
