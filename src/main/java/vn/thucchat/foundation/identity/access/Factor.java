package vn.thucchat.foundation.identity.access;

/** By what a person proved who they are. */
public enum Factor {
    PASSWORD,
    /** WebAuthn with user verification: a device, and what its owner is or knows */
    PASSKEY,
    /** another provider's sign-in: VNeID, level 1 */
    UPSTREAM,
    /** another provider's sign-in that asked for two factors: VNeID, level 2 */
    UPSTREAM_TWO_FACTORS,
    /** a link that somebody else made */
    LINK,
    /** a card of the demonstration, which asks for nothing */
    DEMONSTRATION,
    /** a time-based code (RFC 6238) */
    CODE,
    /** one of the codes printed for the day on which the device is lost */
    RECOVERY_CODE;

    /** Whether it shows that its owner has a thing, and not only knows a word. */
    public boolean device() {
        return switch (this) {
            case PASSKEY, CODE, RECOVERY_CODE, UPSTREAM_TWO_FACTORS -> true;
            case PASSWORD, UPSTREAM, LINK, DEMONSTRATION -> false;
        };
    }
}
