package vn.thucchat.foundation.money.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How messages are signed: Standard Webhooks 1.0.0, symmetric (HMAC-SHA256, {@code v1}). */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    /** Between the 24 and 64 that the standard allows. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSignature() {}

    /** A fresh secret, as the receiver's library wants it. */
    static String secret() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The header's value: one signature for each secret, the receiver knows at least one of them. */
    static String of(List<String> secrets, String id, Instant at, byte[] body) {
        return secrets.stream().map(secret -> "v1," + of(secret, id, at, body)).collect(Collectors.joining(" "));
    }

    private static String of(String secret, String id, Instant at, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
