package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clientkeys.SignedTexts;
import vn.thucchat.foundation.identity.clients.Issuer;

/**
 * Reads the access token of a request: alone where whoever has it may send it ({@code Bearer}, RFC 6750), with a proof of the
 * key that it is bound to otherwise ({@code DPoP}, RFC 9449, section 7).
 */
@Component
class PresentedTokens {

    static final String BEARER = "Bearer";
    static final String DPOP = "DPoP";

    /** Signature algorithms of DPoP proofs, as the header {@code WWW-Authenticate} lists them: {@code PS256 ES256}. */
    private static final String ALGORITHMS = " algs=\"" + String.join(" ", SignedTexts.ALGORITHMS) + "\"";

    private final IssuedTokens tokens;
    private final DpopProofs proofs;
    private final Issuer issuer;

    PresentedTokens(IssuedTokens tokens, DpopProofs proofs, Issuer issuer) {
        this.tokens = tokens;
        this.proofs = proofs;
        this.issuer = issuer;
    }

    /** What a request presents. */
    sealed interface Presented {

        /**
         * Nothing that opens anything.
         *
         * @param status 400 where the request cannot be understood (RFC 6750, section 3.1)
         * @param challenges for {@code WWW-Authenticate}
         */
        record Refused(HttpStatus status, List<String> challenges) implements Presented {}

        record Valid(String scheme, IssuedTokens.Opened opened) implements Presented {}
    }

    /** @param form whether a form may hold it too (RFC 6750, section 2.2) */
    Presented read(HttpServletRequest request, boolean form) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        boolean inForm = form && request.getMethod().equals("POST") && request.getQueryString() == null;
        String[] written = inForm ? request.getParameterValues("access_token") : null;
        // one token, in one way (RFC 6750, section 2)
        if (headers.size() + (written == null ? 0 : written.length) > 1)
            return new Presented.Refused(HttpStatus.BAD_REQUEST, List.of(challenge(BEARER, "invalid_request", null)));
        if (headers.isEmpty()) return written == null ? none() : bearer(written[0]);
        String[] parts = headers.getFirst().strip().split(" +", 2);
        if (parts.length != 2) return none();
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> bearer(parts[1]);
            case "dpop" -> bound(request, parts[1]);
            default -> none();
        };
    }

    /** A token that is bound to a key is of no use by itself (RFC 9449, section 7.2). */
    private Presented bearer(String token) {
        IssuedTokens.Opened opened = tokens.open(token).orElse(null);
        if (opened == null) return refused(BEARER, "invalid_token");
        return opened.token().jkt() == null ? new Presented.Valid(BEARER, opened) : refused(DPOP, "invalid_token");
    }

    private Presented bound(HttpServletRequest request, String token) {
        IssuedTokens.Opened opened = tokens.open(token).orElse(null);
        String jkt = opened == null ? null : opened.token().jkt();
        if (opened == null || jkt == null) return refused(DPOP, "invalid_token");
        List<String> sent = Collections.list(request.getHeaders(DpopProofs.HEADER));
        Optional<String> shown = sent.size() != 1
                ? Optional.empty()
                : proofs.verify(sent.getFirst(), request.getMethod(), issuer.name() + request.getRequestURI(), token);
        if (shown.isEmpty()) return refused(DPOP, "invalid_dpop_proof");
        return DpopProofs.sameKey(jkt, shown.get())
                ? new Presented.Valid(DPOP, opened)
                : refused(DPOP, "invalid_token");
    }

    private static Presented none() {
        return new Presented.Refused(HttpStatus.UNAUTHORIZED, List.of(BEARER, DPOP + ALGORITHMS));
    }

    private static Presented refused(String scheme, String error) {
        return new Presented.Refused(HttpStatus.UNAUTHORIZED, List.of(challenge(scheme, error, null)));
    }

    /** The challenge of an answer that refuses a token. */
    static String challenge(String scheme, String error, @Nullable String scope) {
        String algorithms = scheme.equals(DPOP) ? ALGORITHMS + "," : "";
        return scheme + algorithms + " error=\"" + error + "\"" + (scope == null ? "" : ", scope=\"" + scope + "\"");
    }
}
