package vn.thucchat.foundation.identity.upstream;

import java.time.Instant;

/**
 * What a browser keeps, sealed, between leaving for a provider and coming back.
 *
 * @param state that the provider brings back
 * @param nonce that the ID token carries
 * @param verifier of PKCE (RFC 7636)
 * @param to the page that the person wanted
 * @param again whether somebody signed in is to prove it once more
 */
public record SignInAttempt(
        String provider, String state, String nonce, String verifier, String to, boolean again, Instant begun) {

    /** The same, on the way to another page. */
    SignInAttempt to(String wanted) {
        return new SignInAttempt(provider, state, nonce, verifier, wanted, again, begun);
    }
}
