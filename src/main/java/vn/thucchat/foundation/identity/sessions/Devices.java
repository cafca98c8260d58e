package vn.thucchat.foundation.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.identity.throttling.Throttle;
import vn.thucchat.foundation.pages.SiteCookies;

/**
 * Knows again a browser in which the right password was given before, by a random cookie that the database holds the
 * hash of. It lets nobody in: it says whose attempts are not held up by somebody else's (OWASP, "device cookies").
 */
@Component
public class Devices {

    private static final String COOKIE = "tc-device";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SiteCookies cookies;
    private final Throttle throttle;
    private final UnknownPlaceNotice notice;

    Devices(SiteCookies cookies, Throttle throttle, UnknownPlaceNotice notice) {
        this.cookies = cookies;
        this.throttle = throttle;
        this.notice = notice;
    }

    /** The hash of the cookie that the browser brings, or null. */
    public @Nullable String of(HttpServletRequest request) {
        return token(request).map(Devices::hash).orElse(null);
    }

    /**
     * Remembers the browser, and the network it is in, of somebody who has just given the right password; and tells the
     * person when both are new. Into a demonstration account people come from everywhere.
     */
    public void remember(HttpServletRequest request, HttpServletResponse response, Account account) {
        String address = request.getRemoteAddr();
        if (!account.synthetic() && throttle.strange(account.id(), address, of(request)))
            notice.send(
                    account,
                    BrowserLabel.of(request.getHeader(HttpHeaders.USER_AGENT)),
                    ClientNetwork.readable(address));
        // one that was brought but is not known may have been put there by somebody else
        String token = token(request)
                .filter(brought -> throttle.knows(account.username(), hash(brought)))
                .orElseGet(Devices::fresh);
        throttle.remember(account.id(), address, hash(token));
        cookies.write(request, response, COOKIE, token, KEPT, "Lax");
    }

    /** Whether an account's right password came from this browser before. */
    public boolean knows(HttpServletRequest request, String username) {
        return token(request)
                .filter(token -> throttle.knows(username, hash(token)))
                .isPresent();
    }

    /** Whether the right password of any account came from this browser before. */
    public boolean knows(HttpServletRequest request) {
        return token(request).filter(token -> throttle.knows(hash(token))).isPresent();
    }

    private Optional<String> token(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(value -> TOKEN.matcher(value).matches());
    }

    private static String fresh() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
