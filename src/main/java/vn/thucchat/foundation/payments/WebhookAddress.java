package vn.thucchat.foundation.payments;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where messages may be sent: to hosts of the public Internet only, so that nobody makes the platform knock at doors of
 * its own network. The text is looked at when somebody gives it, the address that the name stands for each time that
 * something is sent.
 */
final class WebhookAddress {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    /** The first port that anybody may open; below are mail servers and the like, which a POST could confuse. */
    private static final int FREE_PORTS = 1_024;

    private WebhookAddress() {}

    /**
     * @param anywhere whether plain HTTP is taken too, on any port: an installation that sends into its own network
     * @return in its usual form, or empty when it is none that messages can be sent to
     */
    static Optional<URI> read(String typed, boolean anywhere) {
        if (typed.length() > LONGEST) return Optional.empty();
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
            String port = uri.getPort() < 0 || uri.getPort() == usual(scheme) ? "" : ":" + uri.getPort();
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            // letters of other alphabets would have to be written in two ways
            URI usual = new URI(new URI(scheme + "://" + host + port + path + query).toASCIIString());
            return usual.toString().length() > LONGEST ? Optional.empty() : Optional.of(usual);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static int port(URI uri) {
        return uri.getPort() < 0 ? usual(uri.getScheme()) : uri.getPort();
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? HTTPS : 80;
    }

    private static boolean fits(int port) {
        return port < 0 || port == HTTPS || (port > FREE_PORTS && port <= 65_535);
    }

    /** What a host that is no name stands for is known at once; a name without a dot is one of an own network. */
    private static boolean mayBePublic(String host) {
        try {
            return isPublic(host.startsWith("[") ? InetAddress.ofLiteral(host) : Inet4Address.ofPosixLiteral(host));
        } catch (IllegalArgumentException named) {
            return !host.startsWith("[") && host.indexOf('.') > 0 && !host.endsWith(".localhost");
        }
    }

    /** Whether it is of the public Internet: IANA's registries of special-purpose addresses (RFC 6890) say which are not. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        if (address instanceof Inet4Address) return isPublic(a, b, c);
        int first = (a << 8) | b;
        int second = (c << 8) | (bytes[3] & 0xFF);
        // of IPv6 only what is given out to networks, 2000::/3, and there not
        return (first & 0xE000) == 0x2000
                // protocols, Teredo, and documentation
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0DB8))
                // IPv4 in disguise
                && first != 0x2002
                // documentation
                && !(first == 0x3FFF && second < 0x1000);
    }

    private static boolean isPublic(int a, int b, int c) {
        return switch (a) {
            case 0, 10, 127 -> false;
            // between a provider and its customers
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            // protocols, documentation, old relays, private
            case 192 -> !(b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99));
            // measuring, documentation
            case 198 -> !(b == 18 || b == 19 || (b == 51 && c == 100));
            case 203 -> !(b == 0 && c == 113);
            // groups and what is kept back
            default -> a < 224;
        };
    }
}
