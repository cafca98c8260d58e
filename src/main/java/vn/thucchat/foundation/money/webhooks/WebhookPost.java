package vn.thucchat.foundation.money.webhooks;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import vn.thucchat.foundation.http.OutboundException;
import vn.thucchat.foundation.http.OutboundHttp;

/** Posts one message to one webhook, and says what came of it. */
@Component
class WebhookPost {

    /**
     * Result of one post.
     *
     * @param after how long the receiver asks to be left alone, or null
     */
    record Answer(
            Delivery.Outcome outcome,
            @Nullable Integer status,
            @Nullable Duration after,
            int ms) {}

    /** Deadline of an exchange. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private final boolean anywhere;
    private final RestClient client;
    private final RestClient ownNetworks;

    @Autowired
    WebhookPost(OutboundHttp http, @Value("${thucchat.webhooks.private-addresses}") boolean anywhere) {
        this(http, anywhere, LONGEST);
    }

    WebhookPost(OutboundHttp http, boolean anywhere, Duration deadline) {
        this.anywhere = anywhere;
        client = http.client(anywhere ? InetAddressFilter.all() : OutboundHttp.INTERNET, deadline);
        ownNetworks = http.client(OutboundHttp.INTERNET.negate(), deadline);
    }

    /** Whether the installation sends into its own network too, without encryption if need be. */
    boolean anywhere() {
        return anywhere;
    }

    /**
     * Posts a JSON message.
     *
     * @param invented whether it tells of invented money: then it goes to the machine's own networks only, and nowhere
     *     where an installation does not send there
     */
    Answer send(URI to, Map<String, String> headers, byte[] body, boolean invented) {
        long began = System.nanoTime();
        // not even its name is looked up
        if (invented && !anywhere) return new Answer(Delivery.Outcome.INVENTED, null, null, 0);
        try {
            return (invented ? ownNetworks : client)
                    .post()
                    .uri(to)
                    .header(HttpHeaders.USER_AGENT, "ThucChat-Webhooks/1")
                    .headers(all -> headers.forEach(all::set))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchangeForRequiredValue((_, response) -> answered(response, began));
        } catch (ResourceAccessException e) {
            return new Answer(outcome(e, invented), null, null, ms(began));
        }
    }

    private static Answer answered(ClientHttpResponse response, long began) throws java.io.IOException {
        int status = response.getStatusCode().value();
        if (status > 599) return new Answer(Delivery.Outcome.UNREADABLE, null, null, ms(began));
        return new Answer(Delivery.Outcome.of(status), status, retryAfter(response.getHeaders()), ms(began));
    }

    private static Delivery.Outcome outcome(ResourceAccessException e, boolean invented) {
        if (!(e.getCause() instanceof OutboundException failure)) throw e;
        return switch (failure.reason()) {
            case FORBIDDEN_ADDRESS -> invented ? Delivery.Outcome.INVENTED : Delivery.Outcome.PRIVATE;
            case TIMEOUT -> Delivery.Outcome.SLOW;
            case UNREACHABLE -> Delivery.Outcome.UNREACHABLE;
            case UNTRUSTED_CERTIFICATE -> Delivery.Outcome.UNTRUSTED;
            case INVALID_RESPONSE -> Delivery.Outcome.UNREADABLE;
        };
    }

    /** In seconds; a date there is not heeded. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null || !value.strip().matches("[0-9]{1,15}")) return null;
        long seconds = Long.parseLong(value.strip());
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    private static int ms(long began) {
        return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
}
