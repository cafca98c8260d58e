package vn.thucchat.foundation.identity.upstream;

/** Says why a sign-in by another provider came to nothing. */
public final class UpstreamException extends Exception {

    private static final long serialVersionUID = 1;

    private final UpstreamFault fault;

    /** @param detail for the log, without personal data */
    public UpstreamException(UpstreamFault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
    }

    public UpstreamFault fault() {
        return fault;
    }
}
