package vn.thucchat.foundation.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads URLs that people type as the address of their own server, for example {@code https://till.example/paid?shop=1}.
 * The text is checked when it is typed; the addresses of its name each time that something is sent ({@link
 * OutboundHttp}).
 */
public final class OutboundUrl {

    private static final int MAX_LENGTH = 500;
    private static final int HTTPS = 443;
    /** Ports below this one belong to mail servers and the like, which a request could confuse. */
    private static final int FREE_PORTS = 1_024;

    private OutboundUrl() {}

    /**
     * Reads an URL and normalises it.
     *
     * @param anywhere whether plain HTTP is taken too, on any port and host: an installation that sends into its own
     *     network
     * @return empty when nothing can be sent there
     */
    public static Optional<URI> read(String typed, boolean anywhere) {
        if (typed.length() > MAX_LENGTH) return Optional.empty();
        try {
            URI uri = new URI(typed.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean fits = (scheme.equals("https") || (anywhere && scheme.equals("http")))
                    && !host.isEmpty()
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && (anywhere || (fits(uri.getPort()) && mayBePublic(host)));
            if (!fits) return Optional.empty();
            int usualPort = scheme.equals("https") ? HTTPS : 80;
            String port = uri.getPort() < 0 || uri.getPort() == usualPort ? "" : ":" + uri.getPort();
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            // letters of other alphabets would have to be written in two ways
            URI normal = new URI(new URI(scheme + "://" + host + port + path + query).toASCIIString());
            return normal.toString().length() > MAX_LENGTH ? Optional.empty() : Optional.of(normal);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(int port) {
        return port < 0 || port == HTTPS || (port > FREE_PORTS && port <= 65_535);
    }

    /** A literal address says at once whether it is public; a name without a dot is one of an own network. */
    private static boolean mayBePublic(String host) {
        try {
            return OutboundHttp.INTERNET.matches(
                    host.startsWith("[") ? InetAddress.ofLiteral(host) : Inet4Address.ofPosixLiteral(host));
        } catch (IllegalArgumentException named) {
            return !host.startsWith("[") && host.indexOf('.') > 0 && !host.endsWith(".localhost");
        }
    }
}
