package vn.thucchat.foundation.identity.factors;

/** Says why an answer of an authenticator was not taken. */
public enum PasskeyRefusal {
    /** passkeys do not work at the address of this site */
    OFF,
    /** the challenge is too old, was answered before, or is not of this browser or for this */
    EXPIRED,
    /** nobody has this key here: it was removed, or made elsewhere */
    UNKNOWN,
    /** the authenticator did not check who its user is */
    NOT_VERIFIED,
    /** a key that could not be found again by itself at the sign-in */
    NOT_DISCOVERABLE,
    /** somebody has this key already */
    TAKEN,
    /** the account has as many keys as it may have */
    TOO_MANY,
    /** anything else that is not as it must be: origin, domain, flags, counter, signature, owner */
    INVALID;

    /** The message that says so: {@code identity.passkey.EXPIRED}. */
    public String key() {
        return "identity.passkey." + this;
    }
}
