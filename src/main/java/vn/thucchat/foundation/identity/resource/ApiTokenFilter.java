package vn.thucchat.foundation.identity.resource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thucchat.foundation.identity.provider.ApiTokens;
import vn.thucchat.foundation.identity.security.TokenRefusals;

/** Lets in whom an access token names, for this one request; whoever sends a token is not looked for by a cookie. */
final class ApiTokenFilter extends OncePerRequestFilter {

    /** What each bank and each mail program proves in its own way. */
    private static final List<String> OWN_PROOF = List.of("/api/v1/payments/notifications/", "/api/v1/one-click/");

    private final ApiTokens tokens;
    private final TokenRefusals refusals;

    ApiTokenFilter(ApiTokens tokens, TokenRefusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    static boolean concerns(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.startsWith("/api/") || OWN_PROOF.stream().anyMatch(path::startsWith)) return false;
        if (CorsUtils.isPreFlightRequest(request)) return asksForToken(request);
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) return false;
        String scheme = header.toLowerCase(Locale.ROOT);
        return scheme.startsWith("bearer ") || scheme.startsWith("dpop ");
    }

    /** Whether the request is a CORS preflight for a request with a token (Fetch standard); it bears no token itself. */
    private static boolean asksForToken(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(name -> name.strip().equalsIgnoreCase(HttpHeaders.AUTHORIZATION));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        switch (tokens.open(request, reading)) {
            case ApiTokens.Outcome.Refused(var status, var challenges) -> {
                challenges.forEach(one -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, one));
                refusals.answer(request, response, status, status == HttpStatus.FORBIDDEN);
            }
            case ApiTokens.Outcome.Granted(var caller) -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(caller);
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
        }
    }
}
