package vn.thucchat.foundation.identity.admission;

import org.jspecify.annotations.Nullable;

/**
 * Names who asks for a place.
 *
 * @param network {@code net:192.0.2.7}
 * @param device the hash of the cookie of a browser in which somebody signed in before, or null
 */
public record SignInOrigin(String network, @Nullable String device) {

    boolean known() {
        return device != null;
    }
}
