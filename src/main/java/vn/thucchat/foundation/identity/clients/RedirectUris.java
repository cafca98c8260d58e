package vn.thucchat.foundation.identity.clients;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Which addresses people may be sent back to (RFC 9700, section 2.1): exactly those that were registered, letter by letter;
 * only the port of a loopback address is the program's to choose (RFC 8252, section 7.3).
 */
public final class RedirectUris {

    private static final int LONGEST = 500;
    private static final Pattern LOOPBACK = Pattern.compile("http://127\\.0\\.0\\.1(?::([0-9]{1,5}))?(/[^#]*)");

    private RedirectUris() {}

    /** Whether an address can be registered: https without fragment, or {@code http://127.0.0.1/…} without port. */
    public static boolean fit(String uri) {
        if (uri.length() > LONGEST || !uri.matches("[!-~]+") || uri.contains("\\")) return false;
        var loopback = LOOPBACK.matcher(uri);
        if (loopback.matches()) return loopback.group(1) == null && !uri.contains("*");
        try {
            var parsed = new URI(uri);
            return "https".equals(parsed.getScheme())
                    && parsed.getHost() != null
                    && parsed.getRawUserInfo() == null
                    && parsed.getRawFragment() == null
                    && !uri.contains("*");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether it is an address of the person's own machine. */
    public static boolean loopback(String uri) {
        return LOOPBACK.matcher(uri).matches();
    }

    /** Whether one of the registered addresses is meant. */
    public static boolean match(Collection<String> registered, String asked) {
        if (registered.contains(asked)) return true;
        var loopback = LOOPBACK.matcher(asked);
        return loopback.matches()
                && port(loopback.group(1))
                && registered.contains("http://127.0.0.1" + loopback.group(2));
    }

    private static boolean port(String digits) {
        return digits != null && Integer.parseInt(digits) > 0 && Integer.parseInt(digits) <= 65535;
    }
}
