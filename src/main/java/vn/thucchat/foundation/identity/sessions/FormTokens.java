package vn.thucchat.foundation.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.pages.SiteCookies;

/**
 * Computes the token that a form must bring back (CSRF) instead of keeping it: the mark, under the installation's key,
 * of the session's cookie, or for a stranger of a random cookie that is given with the first form (the signed
 * double-submit cookie of OWASP's CSRF cheat sheet). A new session has new tokens.
 */
@Component
public record FormTokens(Sessions sessions, SiteCookies cookies, Seal seal) implements CsrfTokenRepository {

    static final String COOKIE = "tc-form";
    private static final String PURPOSE = "form token";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The token of a stranger's first form, with the cookie that it is made from. */
    private record First(String cookie, CsrfToken token) implements CsrfToken {
        @Override
        public String getHeaderName() {
            return token.getHeaderName();
        }

        @Override
        public String getParameterName() {
            return token.getParameterName();
        }

        @Override
        public String getToken() {
            return token.getToken();
        }
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new First(cookie, of(cookie));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof First first)
            cookies.write(request, response, COOKIE, first.cookie(), SiteCookies.WHILE_OPEN, "Strict");
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return sessions.token(request)
                .or(() -> cookies.read(request, COOKIE))
                .map(this::of)
                .orElse(null);
    }

    private CsrfToken of(String cookie) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", seal.mark(cookie, PURPOSE));
    }
}
