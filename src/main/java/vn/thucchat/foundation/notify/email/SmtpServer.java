package vn.thucchat.foundation.notify.email;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our e-mail.
 *
 * @param user null where it asks for none
 */
record SmtpServer(
        String host,
        int port,
        Encryption encryption,
        @Nullable String user,
        @Nullable String password) {

    /** How the connection is encrypted. */
    enum Encryption {
        /** From its first byte: {@code smtps://}. */
        IMPLICIT,
        /** By STARTTLS, without which nothing is sent: {@code smtp://}. */
        STARTTLS,
        /** Not at all: {@code smtp://…?tls=none}, for a server on the same machine. */
        NONE
    }

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /**
     * Reads {@code smtp(s)://user:password@host:port}; signs such as {@code @} in user or password are percent-encoded.
     *
     * @throws IllegalArgumentException when it is no such address
     */
    static SmtpServer read(String url) {
        try {
            var uri = new URI(url);
            boolean implicit = "smtps".equals(uri.getScheme());
            boolean none = "tls=none".equals(uri.getRawQuery());
            if ((!implicit && !"smtp".equals(uri.getScheme()))
                    || uri.getHost() == null
                    || !uri.getRawPath().isEmpty()
                    || uri.getRawFragment() != null
                    || (uri.getRawQuery() != null && (!none || implicit)))
                throw new IllegalArgumentException("smtp(s)://user:password@host:port is expected");
            String[] account = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            if (account.length == 1) throw new IllegalArgumentException("a user without a password");
            return new SmtpServer(
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : implicit ? SUBMISSIONS : SUBMISSION,
                    implicit ? Encryption.IMPLICIT : none ? Encryption.NONE : Encryption.STARTTLS,
                    account.length == 0 ? null : decoded(account[0]),
                    account.length == 0 ? null : decoded(account[1]));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("smtp(s)://user:password@host:port is expected");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password, which is no log's business. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
