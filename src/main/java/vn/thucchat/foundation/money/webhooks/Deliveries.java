package vn.thucchat.foundation.money.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/** Sends messages to webhooks, signed, and keeps what came of the last ones. */
@Component
record Deliveries(DeliveryStore store, WebhookPost post, Seal seal, InstantSource clock) {

    /** @param invented whether it tells of a demonstration's account or money */
    WebhookPost.Answer post(Recipient to, WebhookMessage message, boolean invented) {
        Instant now = clock.instant();
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        String id = message.id().toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignature.of(secrets(to, now), id, now, body));
        return post.send(URI.create(to.url()), headers, body, invented);
    }

    Delivery record(Recipient to, WebhookMessage message, WebhookPost.Answer answer) {
        var delivery = new Delivery(
                clock.instant(), message.id(), message.number(), answer.outcome(), answer.status(), answer.ms());
        store.record(to.account(), to.id(), delivery);
        return delivery;
    }

    /** The latest first. */
    List<Delivery> of(Webhook webhook) {
        return store.of(webhook.account(), webhook.id());
    }

    /** What signs: the present one, and for a while the one before. */
    private List<String> secrets(Recipient to, Instant now) {
        var secrets = new ArrayList<String>();
        secrets.add(seal.open(to.secret(), sealed(to.id())));
        if (to.formerSecret() != null && to.formerUntil() != null && now.isBefore(to.formerUntil()))
            secrets.add(seal.open(to.formerSecret(), sealed(to.id())));
        return secrets;
    }

    /** What a webhook's secrets are sealed for. */
    static String sealed(UUID webhook) {
        return "payments.webhook " + webhook;
    }
}
