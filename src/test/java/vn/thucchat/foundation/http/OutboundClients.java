package vn.thucchat.foundation.http;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;

/** Clients for tests of rooms that send. */
@NullMarked
public final class OutboundClients {

    private OutboundClients() {}

    public static OutboundHttp usual() {
        try {
            return new OutboundHttp();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param tls whose certificates are trusted */
    public static OutboundHttp trusting(SSLContext tls) {
        return new OutboundHttp(InetAddress::getAllByName, tls);
    }
}
