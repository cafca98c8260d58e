package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import vn.thucchat.foundation.identity.sessions.SignInWays;

/**
 * The place of somebody who waits to sign in.
 *
 * @param about how long it will take, in words
 * @param username as typed, or empty
 * @param to where to go back to
 * @param ways other providers' buttons: they have no queue
 * @param passkeys whether browsers have passkeys at the address of this site
 */
public record SignInQueuePage(
        String place, String about, String username, String to, List<SignInWays.Way> ways, boolean passkeys) {}
