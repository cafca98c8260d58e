package vn.thucchat.foundation.identity.credentials.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.credentials.CredentialEndpoint;
import vn.thucchat.foundation.identity.credentials.CredentialEndpoint.Answer;
import vn.thucchat.foundation.identity.credentials.CredentialNonces;
import vn.thucchat.foundation.identity.credentials.CredentialOffers;
import vn.thucchat.foundation.identity.credentials.PresentedOffer;
import vn.thucchat.foundation.identity.credentials.WalletTokens;
import vn.thucchat.foundation.identity.credentials.WalletTokens.Presented;

/** What wallets call on the way from an offer to a credential. */
@Controller
record WalletController(
        CredentialOffers offers, WalletTokens tokens, CredentialNonces nonces, CredentialEndpoint endpoint) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 64_000;
    /** From one network: a whole market fetches on one day. */
    private static final int PER_MINUTE = 600;

    @GetMapping("/credentials/offers/{offer}")
    @Allow(anyone = true)
    @PerMinute(PER_MINUTE)
    ResponseEntity<Map<String, Object>> offer(@PathVariable String offer) {
        return offers.document(offer)
                .map(document -> answer(HttpStatus.OK, document))
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND, Map.of("error", "invalid_request")));
    }

    @PostMapping("/credentials/nonce")
    @Allow(anyone = true)
    @PerMinute(PER_MINUTE)
    ResponseEntity<Map<String, Object>> nonce() {
        return answer(HttpStatus.OK, Map.of("c_nonce", nonces.fresh()));
    }

    @PostMapping("/credentials/issue")
    @Allow(anyone = true)
    @PerMinute(PER_MINUTE)
    ResponseEntity<Map<String, Object>> issue(HttpServletRequest request) throws IOException {
        return withToken(request, "invalid_credential_request", (offer, body) -> switch (endpoint.issue(offer, body)) {
            case Answer.Refused(String error) -> answer(HttpStatus.BAD_REQUEST, Map.of("error", error));
            case Answer.Issued(var texts, var notification) -> {
                var issued = new LinkedHashMap<String, Object>();
                issued.put(
                        "credentials",
                        texts.stream().map(text -> Map.of("credential", text)).toList());
                issued.put("notification_id", notification.toString());
                yield answer(HttpStatus.OK, issued);
            }
        });
    }

    @PostMapping("/credentials/notification")
    @Allow(anyone = true)
    @PerMinute(PER_MINUTE)
    ResponseEntity<Map<String, Object>> notification(HttpServletRequest request) throws IOException {
        return withToken(request, "invalid_notification_request", (offer, body) -> {
            String error = endpoint.notified(offer, body);
            return error == null
                    ? ResponseEntity.noContent().build()
                    : answer(HttpStatus.BAD_REQUEST, Map.of("error", error));
        });
    }

    /** @param unreadable the error of a body that is no JSON object */
    private ResponseEntity<Map<String, Object>> withToken(
            HttpServletRequest request,
            String unreadable,
            BiFunction<PresentedOffer, JsonNode, ResponseEntity<Map<String, Object>>> answer)
            throws IOException {
        return switch (tokens.read(request)) {
            case Presented.Refused(boolean malformed, List<String> challenges) ->
                ResponseEntity.status(malformed ? HttpStatus.BAD_REQUEST : HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenges.toArray(String[]::new))
                        .build();
            case Presented.Valid(var offer) ->
                body(request)
                        .map(body -> answer.apply(offer, body))
                        .orElseGet(() -> answer(HttpStatus.BAD_REQUEST, Map.of("error", unreadable)));
        };
    }

    private static Optional<JsonNode> body(HttpServletRequest request) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(LONGEST + 1);
        if (sent.length > LONGEST) return Optional.empty();
        try {
            return Optional.of(JSON.readTree(new String(sent, StandardCharsets.UTF_8)))
                    .filter(JsonNode::isObject);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
