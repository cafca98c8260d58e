package vn.thucchat.foundation.identity.provider.web;

import vn.thucchat.foundation.identity.provider.SignOuts.SignOut;

/**
 * Asks a person whether to sign out here.
 *
 * @param query the request, to be sent back
 */
public record EndSessionPage(SignOut asked, String query) {

    /** Who asks; empty where nobody said. */
    public String client() {
        return asked.client() == null ? "" : asked.client().name();
    }
}
