package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.provider.PushedRequestEndpoint;
import vn.thucchat.foundation.identity.provider.PushedRequestEndpoint.Answer;
import vn.thucchat.foundation.identity.provider.RequestQuery;
import vn.thucchat.foundation.identity.security.Quota;

/** The pushed authorization request endpoint (RFC 9126): a client, proved by the filter before, sends its request itself. */
@Controller
record PushedRequestController(PushedRequestEndpoint endpoint, Quota quota) {

    /** From one network in the name of clients that prove nothing: more people than sign in from an office in a minute. */
    private static final int UNPROVEN_PER_MINUTE = 120;

    @PostMapping(PushedRequestEndpoint.PATH)
    @Allow(anyone = true)
    ResponseEntity<Map<String, Object>> push(HttpServletRequest request) {
        var client = SecurityContextHolder.getContext().getAuthentication();
        if (client == null) return answer(HttpStatus.UNAUTHORIZED, Map.of("error", "invalid_client"));
        if (endpoint.unproven(client)) quota.charge(request, UNPROVEN_PER_MINUTE);
        List<String> proofs = Collections.list(request.getHeaders(DpopProofs.HEADER));
        return switch (endpoint.push(client, RequestQuery.of(request.getParameterMap()), proofs)) {
            case Answer.Kept(var name, var seconds) ->
                answer(HttpStatus.CREATED, Map.of("request_uri", name, "expires_in", seconds));
            case Answer.Refused(var error) -> answer(HttpStatus.BAD_REQUEST, Map.of("error", error));
            // RFC 9126, section 2.3
            case Answer.TooMany() ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .cacheControl(CacheControl.noStore())
                        .body(Map.of("error", "temporarily_unavailable"));
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
