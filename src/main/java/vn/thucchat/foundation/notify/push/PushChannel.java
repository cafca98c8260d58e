package vn.thucchat.foundation.notify.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.notify.channels.FailedExchange;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;

/**
 * Hands notices to browsers' push services. A message lives there until its deadline (TTL), and a further try replaces the
 * one before while the browser is off (Topic, from the message's id). Browsers name the push service, so that only addresses
 * of the public Internet are called.
 */
@Component
class PushChannel implements OutgoingChannel {

    private static final JsonMapper JSON = new JsonMapper();
    /** Push services refuse a signature that holds for more than a day. */
    private static final Duration SIGNED_FOR = Duration.ofHours(12);

    private static final int LONGEST_TEXT = 600;
    private static final int LONGEST_REFERENCE = 100;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;

    private final PushKeys keys;
    private final InstantSource clock;
    private final String site;
    private final boolean anywhere;
    private final RestClient client;

    @Autowired
    PushChannel(
            PushKeys keys,
            OutboundHttp http,
            InstantSource clock,
            @Value("${thucchat.base-url}") String site,
            @Value("${thucchat.webhooks.private-addresses}") boolean anywhere) {
        this(keys, http, clock, site, anywhere, Duration.ofSeconds(15));
    }

    PushChannel(
            PushKeys keys, OutboundHttp http, InstantSource clock, String site, boolean anywhere, Duration deadline) {
        this.keys = keys;
        this.clock = clock;
        this.site = site;
        this.anywhere = anywhere;
        client = http.client(anywhere ? InetAddressFilter.all() : OutboundHttp.INTERNET, deadline);
    }

    @Override
    public Medium medium() {
        return Medium.PUSH;
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public String host() {
        return "push";
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        Optional<PushSubscription> browser = PushSubscription.read(message.address());
        Optional<PushKey> key = browser.flatMap(it -> keys.find(it.key()));
        if (browser.isEmpty() || key.isEmpty()) return new SendResult.Refused("no key for this browser", true);
        if (!anywhere && !"https".equals(browser.get().endpoint().getScheme()))
            return new SendResult.Refused("not encrypted", true);
        try {
            return post(message, browser.get(), key.get());
        } catch (ResourceAccessException e) {
            return FailedExchange.result(e);
        }
    }

    private SendResult post(OutgoingMessage message, PushSubscription to, PushKey key) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, message.purpose().until());
        byte[] body = PushCipher.encrypt(
                payload(message),
                EcKeys.publicKey(PushSubscription.bytes(to.p256dh())),
                PushSubscription.bytes(to.auth()));
        return client.post()
                .uri(to.endpoint())
                .header("Authorization", key.authorization(to.endpoint(), now.plus(SIGNED_FOR), site))
                .header("Content-Encoding", "aes128gcm")
                .header("TTL", Long.toString(Math.max(0, left.toSeconds())))
                .header("Topic", topic(message.id()))
                .header("Urgency", urgency(message.purpose().importance()))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body)
                .exchangeForRequiredValue((_, response) -> answered(response));
    }

    private static byte[] payload(OutgoingMessage message) {
        OutgoingMessage.Wording words = message.wording();
        String text = words.text().substring(0, Math.min(words.text().length(), LONGEST_TEXT));
        return JSON.writeValueAsString(Map.of(
                        "id", message.id().toString(),
                        "title", words.subject(),
                        "body", text,
                        "url", words.act().url(),
                        "language", message.language()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** 22 signs of base64url, of the 32 that a topic may have. */
    static String topic(UUID id) {
        return PushKey.ENCODER.encodeToString(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static String urgency(NoticeKind.Importance importance) {
        return switch (importance) {
            case ORDINARY -> "normal";
            case IMPORTANT, EXTREME -> "high";
        };
    }

    private static SendResult answered(ClientHttpResponse response) throws java.io.IOException {
        int status = response.getStatusCode().value();
        if (FailedExchange.later(status)) return FailedExchange.result(response);
        if (response.getStatusCode().is2xxSuccessful()) {
            String place = String.valueOf(response.getHeaders().getFirst("Location"));
            return new SendResult.Accepted(place.substring(Math.max(0, place.length() - LONGEST_REFERENCE)));
        }
        return switch (status) {
            // the browser is there no more, or took its consent back
            case NOT_FOUND, GONE -> new SendResult.Refused("HTTP " + status, true);
            case TOO_LARGE -> new SendResult.Refused("HTTP " + status, false);
            default -> new SendResult.Postponed("HTTP " + status, null);
        };
    }
}
