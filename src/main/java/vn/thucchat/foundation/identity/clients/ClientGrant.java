package vn.thucchat.foundation.identity.clients;

import java.util.Locale;

/** Ways in which a client gets a token (RFC 6749, section 1.3). */
public enum ClientGrant {
    /** a person signs in and allows it */
    AUTHORIZATION_CODE,
    /** it goes on without the person */
    REFRESH_TOKEN,
    /** in its own name */
    CLIENT_CREDENTIALS,
    /** a person allows it in a browser elsewhere (RFC 8628) */
    DEVICE_CODE;

    /** What the protocol calls it: {@code authorization_code}, {@code urn:ietf:params:oauth:grant-type:device_code}. */
    public String parameter() {
        String name = name().toLowerCase(Locale.ROOT);
        return this == DEVICE_CODE ? "urn:ietf:params:oauth:grant-type:" + name : name;
    }

    /** The message key of what it is. */
    public String key() {
        return "identity.client.grant." + name().toLowerCase(Locale.ROOT);
    }
}
