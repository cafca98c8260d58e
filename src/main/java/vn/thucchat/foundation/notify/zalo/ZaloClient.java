package vn.thucchat.foundation.notify.zalo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.notify.channels.FailedExchange;
import vn.thucchat.foundation.notify.channels.SendResult;

/** Talks to Zalo. An answer of status 200 is no success: the {@code error} in it says what became of the call. */
@Component
class ZaloClient {

    private static final JsonMapper JSON = new JsonMapper();
    /** A day and an hour, where the answer does not say. */
    private static final long ACCESS_SECONDS = 90_000;

    private static final int LONGEST = 200;

    private final ZaloSettings settings;
    private final RestClient client;

    @Autowired
    ZaloClient(ZaloSettings settings, OutboundHttp http) {
        this(settings, http, Duration.ofSeconds(15));
    }

    ZaloClient(ZaloSettings settings, OutboundHttp http, Duration deadline) {
        this.settings = settings;
        // the addresses are the operator's, no stranger's
        client = http.client(InetAddressFilter.all(), deadline);
    }

    /** Result of a renewal. */
    sealed interface Renewal {}

    record Renewed(String access, String refresh, Duration lasts) implements Renewal {}

    record NotRenewed(String why) implements Renewal {}

    /** Zalo's answer to a message. */
    sealed interface Answer {}

    /** @param error 0 for success; the words are Zalo's */
    record Said(int error, String words, JsonNode data) implements Answer {}

    /** Without an answer that can be read. */
    record Unheard(SendResult result) implements Answer {}

    /** Renews the tokens (OAuth v4 of official accounts); the refresh token is of no use afterwards. */
    Renewal renew(String refresh) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("refresh_token", refresh);
        form.add("app_id", settings.appId());
        form.add("grant_type", "refresh_token");
        try {
            JsonNode answer = client.post()
                    .uri(settings.oauth())
                    .header("secret_key", settings.appSecret())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchangeForRequiredValue((_, response) -> read(response));
            String access = answer.path("access_token").asString("");
            String next = answer.path("refresh_token").asString("");
            if (access.isEmpty() || next.isEmpty())
                return new NotRenewed(words(
                        answer.path("error").asString(""),
                        answer.path("error_name").asString("")));
            long seconds = answer.path("expires_in").asLong(ACCESS_SECONDS);
            return new Renewed(access, next, Duration.ofSeconds(seconds));
        } catch (ResourceAccessException | JacksonException e) {
            return new NotRenewed(e instanceof ResourceAccessException ? "no answer" : "no JSON");
        }
    }

    /**
     * Hands a template message over.
     *
     * @param phone {@code 84912345678}
     * @param tracking the same at every try; Zalo tells it again in what it says later
     */
    Answer send(String access, String phone, String template, Map<String, String> data, String tracking) {
        return post(
                settings.messages(),
                access,
                Map.of("phone", phone, "template_id", template, "template_data", data, "tracking_id", tracking));
    }

    /**
     * Hands an answer in a chat over. Zalo takes no id with it: of a lost answer nobody knows more.
     *
     * @param user Zalo's id of the person for this official account
     * @param message {@code text}, and what is pressed under it
     */
    Answer reply(String access, String user, Map<String, Object> message) {
        return post(settings.replies(), access, Map.of("recipient", Map.of("user_id", user), "message", message));
    }

    private Answer post(URI to, String access, Map<String, Object> body) {
        try {
            return client.post()
                    .uri(to)
                    .header("access_token", access)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(JSON.writeValueAsBytes(body))
                    .exchangeForRequiredValue((_, response) -> answered(response));
        } catch (ResourceAccessException e) {
            return new Unheard(FailedExchange.result(e));
        }
    }

    private static Answer answered(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (FailedExchange.later(status)) return new Unheard(FailedExchange.result(response));
        try {
            JsonNode answer = read(response);
            if (!answer.path("error").isNumber()) return new Unheard(new SendResult.Unknown("no error in the answer"));
            return new Said(
                    answer.path("error").asInt(),
                    words(
                            answer.path("error").asString(""),
                            answer.path("message").asString("")),
                    answer.path("data"));
        } catch (JacksonException e) {
            return new Unheard(
                    status == 200
                            ? new SendResult.Unknown("no JSON")
                            : new SendResult.Postponed("HTTP " + status, null));
        }
    }

    private static JsonNode read(ClientHttpResponse response) throws IOException {
        return JSON.readTree(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String words(String code, String message) {
        String words = (code + " " + message).strip().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
