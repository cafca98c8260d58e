package vn.thucchat.foundation.notify.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser that agreed to get notices, as the Push API describes it; kept, sealed, as the address of a contact.
 *
 * @param endpoint of the browser's push service; whoever knows it can try to reach the browser
 * @param p256dh the browser's public key, 65 bytes in base64url
 * @param auth 16 bytes in base64url
 * @param key the public key that the browser was given
 */
record PushSubscription(URI endpoint, String p256dh, String auth, String key) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 2000;
    private static final int SECRET_BYTES = 16;

    /** @param text {@code {"endpoint":"https://…","p256dh":"…","auth":"…","key":"…"}}; empty when it is none */
    static Optional<PushSubscription> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            JsonNode json = JSON.readTree(text);
            var endpoint = new URI(json.path("endpoint").asString(""));
            var found = new PushSubscription(
                    endpoint,
                    json.path("p256dh").asString(""),
                    json.path("auth").asString(""),
                    json.path("key").asString(""));
            EcKeys.publicKey(bytes(found.p256dh()));
            boolean whole = endpoint.getHost() != null
                    && endpoint.getRawUserInfo() == null
                    && endpoint.getRawFragment() == null
                    && String.valueOf(endpoint.getScheme()).matches("https?")
                    && bytes(found.auth()).length == SECRET_BYTES;
            return whole ? Optional.of(found) : Optional.empty();
        } catch (JacksonException | URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As a browser says it; empty when it is none. */
    static Optional<PushSubscription> of(String endpoint, String p256dh, String auth, String key) {
        try {
            return read(new PushSubscription(new URI(endpoint), p256dh, auth, key).written());
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** In the one form in which it is kept and compared. */
    String written() {
        var json = JSON.createObjectNode();
        json.put("endpoint", endpoint.toString());
        json.put("p256dh", p256dh);
        json.put("auth", auth);
        json.put("key", key);
        return JSON.writeValueAsString(json);
    }

    static byte[] bytes(String base64) {
        return Base64.getUrlDecoder()
                .decode(base64.replace('+', '-').replace('/', '_').replace("=", ""));
    }
}
