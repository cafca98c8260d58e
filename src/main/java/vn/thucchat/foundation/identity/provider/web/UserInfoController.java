package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.provider.PersonClaims;
import vn.thucchat.foundation.identity.provider.PersonClaims.Told;

/** Tells whoever holds an access token about the person (OpenID Connect Core 1.0, section 5.3; RFC 6750). */
@Controller
record UserInfoController(PersonClaims claims) {

    private static final String SCHEME = "bearer ";

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Allow(anyone = true)
    ResponseEntity<Map<String, Object>> userInfo(HttpServletRequest request) {
        String token = token(request);
        if (token == null) return refused(HttpStatus.UNAUTHORIZED, "Bearer");
        return switch (claims.of(token)) {
            case Told.Claims(var told) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(told);
            case Told.Invalid() -> refused(HttpStatus.UNAUTHORIZED, "Bearer error=\"invalid_token\"");
            case Told.Insufficient() ->
                refused(HttpStatus.FORBIDDEN, "Bearer error=\"insufficient_scope\", scope=\"openid\"");
        };
    }

    /** In the header, or in the body of a form; in the address it would stand in every log on the way. */
    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null)
            return header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                    ? header.substring(SCHEME.length()).strip()
                    : null;
        boolean form = request.getMethod().equals("POST") && request.getQueryString() == null;
        return form ? request.getParameter("access_token") : null;
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String challenge) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
