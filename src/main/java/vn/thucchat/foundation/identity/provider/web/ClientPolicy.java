package vn.thucchat.foundation.identity.provider.web;

import java.net.URI;

/** The Content-Security-Policy of a page whose form leads to a client: that of all pages, and the client's origin. */
final class ClientPolicy {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
                    + " connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self';"
                    + " form-action 'self' ";

    private ClientPolicy() {}

    /** @param redirectUri as it was registered: it holds nothing that a policy could be changed by */
    static String of(String redirectUri) {
        return POLICY + origin(redirectUri);
    }

    /** {@code https://portal.example.vn}. */
    static String origin(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
