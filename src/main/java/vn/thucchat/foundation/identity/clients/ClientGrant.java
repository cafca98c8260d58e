package vn.thucchat.foundation.identity.clients;

import java.util.Locale;

/** Ways in which a client gets a token (RFC 6749, section 1.3). */
public enum ClientGrant {
    /** a person signs in and allows it */
    AUTHORIZATION_CODE,
    /** it goes on without the person */
    REFRESH_TOKEN,
    /** in its own name */
    CLIENT_CREDENTIALS;

    /** What the protocol calls it: {@code authorization_code}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
