package vn.thucchat.foundation.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Cookies of this site: kept from scripts, for the whole site, and where {@code BASE_URL} is https only ever sent
 * encrypted and to this very host ({@code __Host-tc}, RFC 6265bis).
 */
@Component
public class SiteCookies {

    /** Until the browser is closed. */
    public static final Duration WHILE_OPEN = Duration.ofSeconds(-1);

    private final boolean encrypted;

    public SiteCookies(@Value("${thucchat.base-url}") String baseUrl) {
        this.encrypted = encrypted(baseUrl);
    }

    /** Whether people reach this site by https. */
    public boolean encrypted() {
        return encrypted;
    }

    private static boolean encrypted(String baseUrl) {
        return baseUrl.regionMatches(true, 0, "https:", 0, 6);
    }

    /** The name that a cookie really has: {@code tc} or {@code __Host-tc}. */
    public String name(String name) {
        return encrypted ? "__Host-" + name : name;
    }

    /** What the browser brought under a name; nothing when it is empty or longer than any of ours. */
    public Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        String wanted = name(name);
        for (Cookie cookie : cookies)
            if (cookie.getName().equals(wanted)
                    && !cookie.getValue().isEmpty()
                    && cookie.getValue().length() <= 4000) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    /** @param sameSite {@code Lax}: sent when somebody follows a link to us; {@code Strict}: only from our own pages */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration age,
            String sameSite) {
        var cookie = ResponseCookie.from(name(name), value)
                .path("/")
                .httpOnly(true)
                .secure(encrypted || request.isSecure())
                .sameSite(sameSite)
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public void delete(HttpServletRequest request, HttpServletResponse response, String name) {
        write(request, response, name, "", Duration.ZERO, "Lax");
    }
}
