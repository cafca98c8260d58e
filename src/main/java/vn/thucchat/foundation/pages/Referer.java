package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a request came from. */
public final class Referer {

    private Referer() {}

    /** The path and query of the page of ours that it was sent from; null where it was none, or nobody said. */
    public static @Nullable String path(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) return null;
        try {
            var from = URI.create(referer);
            if (!request.getServerName().equals(from.getHost()) || from.getRawPath() == null) return null;
            String path = from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            return path.startsWith("/") && !path.startsWith("//") ? path : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
