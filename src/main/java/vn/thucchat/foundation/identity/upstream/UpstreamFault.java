package vn.thucchat.foundation.identity.upstream;

/** Why a sign-in by another provider came to nothing. Pages show the message {@code upstream.fault.<name>}. */
public enum UpstreamFault {
    /** the provider does not answer, or not as it should */
    DOWN,
    /** the person, or the provider, said no */
    DENIED,
    /** begun too long ago, in another browser, or brought a second time */
    EXPIRED,
    /** the code was redeemed before, or is too old */
    CODE_USED,
    /** signature, issuer, audience or {@code nonce} are not what they must be */
    INVALID,
    /** the clocks of both sides differ by more than a minute */
    CLOCK,
    /** neither number and birthday nor tax code */
    NUMBER_MISSING,
    /** the person's level is lower than what is asked for */
    LEVEL_LOW,
    /** somebody else is signed in here */
    ANOTHER_PERSON,
    /** the provider now names another person or organisation than before */
    PERSON_CHANGED,
    /** it was to be proven anew, and the provider answered by a sign-in of before */
    NOT_FRESH,
    /** the account was closed */
    CLOSED;

    /** The message key of what to do. */
    public String key() {
        return "upstream.fault." + this;
    }
}
