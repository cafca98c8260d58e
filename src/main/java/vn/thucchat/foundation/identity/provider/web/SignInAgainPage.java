package vn.thucchat.foundation.identity.provider.web;

import vn.thucchat.foundation.identity.provider.AuthorizationRequest;

/**
 * Says that a client wants its user to sign in anew.
 *
 * @param query the request, to be sent back
 */
public record SignInAgainPage(AuthorizationRequest asked, String query) {

    public String client() {
        return asked.client().name();
    }
}
