package vn.thucchat.foundation.identity.recovery.web;

import java.util.List;
import vn.thucchat.foundation.identity.recovery.Recovery;

/**
 * Where an owner stops what runs for the account.
 *
 * @param running what runs; none to a stranger, who has the link
 * @param state of the recovery whose link the reader has
 * @param own whether the reader is signed in to the account
 * @param path to which the button sends
 */
public record StopPage(List<Recovery> running, State state, boolean own, String path) {

    /** Whether there is anything to stop. */
    public enum State {
        RUNS,
        /** a new password was set by it */
        USED,
        OVER
    }
}
