package vn.thucchat.foundation.identity.factors;

/** An answer of an authenticator that is not taken. Its message is for auditors: {@code BadOriginException}. */
final class RefusedPasskeyAnswer extends Exception {

    private final transient PasskeyRefusal why;

    RefusedPasskeyAnswer(PasskeyRefusal why, String detail) {
        super(detail, null, false, false);
        this.why = why;
    }

    PasskeyRefusal why() {
        return why;
    }
}
