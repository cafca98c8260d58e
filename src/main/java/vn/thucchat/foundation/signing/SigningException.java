package vn.thucchat.foundation.signing;

/** A document could not be signed; nothing was made that anybody could take for a signed one. */
public final class SigningException extends Exception {

    /** Why not. */
    public enum Cause {
        /** The document is no PDF that we read, or its signatures do not hold. */
        DOCUMENT,
        /** The key, its token or its certificate cannot be used. */
        KEY,
        /** No good time stamp came. */
        STAMP,
        /** It is not known that the certificate is not revoked, or it is. */
        REVOCATION
    }

    private final Cause why;

    SigningException(Cause why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** Whether a later attempt may end otherwise. */
    public boolean passing() {
        return why == Cause.STAMP || why == Cause.REVOCATION;
    }

    public Cause why() {
        return why;
    }
}
