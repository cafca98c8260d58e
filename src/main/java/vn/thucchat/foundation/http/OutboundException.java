package vn.thucchat.foundation.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Failure of an exchange with an outside server. A {@code RestClient} throws it as cause of its own exception. */
public final class OutboundException extends IOException {

    /** Cause of the failure. */
    public enum Reason {
        /** An address of the name is not allowed; nothing was sent. */
        FORBIDDEN_ADDRESS,
        /** The deadline passed, or the name was not resolved in time. */
        TIMEOUT,
        /** The name has no address, or no server answers there. */
        UNREACHABLE,
        /** The server's certificate is not trusted, or is for another host. */
        UNTRUSTED_CERTIFICATE,
        /** The connection broke, or the answer is not HTTP. */
        INVALID_RESPONSE
    }

    private final Reason reason;

    private OutboundException(Reason reason, Exception cause) {
        super(reason + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static OutboundException of(Exception cause) {
        return new OutboundException(
                switch (cause) {
                    case NameLookup.ForbiddenAddressException _ -> Reason.FORBIDDEN_ADDRESS;
                    case NameLookup.LookupTimeoutException _ -> Reason.TIMEOUT;
                    // a time-out of the socket is an interrupted read or write too
                    case InterruptedIOException _ -> Reason.TIMEOUT;
                    case UnknownHostException _, ConnectException _, NoRouteToHostException _ -> Reason.UNREACHABLE;
                    case SSLException _ -> Reason.UNTRUSTED_CERTIFICATE;
                    default -> Reason.INVALID_RESPONSE;
                },
                cause);
    }
}
