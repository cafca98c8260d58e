package vn.thucchat.foundation.notify.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Base64;

/**
 * A key that tells push services who sends (VAPID, RFC 8292). A browser takes messages only from the key that it was given
 * when it agreed.
 *
 * @param publicKey as browsers and headers have it: 65 bytes in base64url
 */
record PushKey(String publicKey, ECPrivateKey privateKey, Instant madeAt) {

    static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /**
     * The header {@code Authorization} for a push service.
     *
     * @param until a day after now at the latest, or push services refuse it
     * @param contact where the push service reaches who sends: {@code https://so.thainguyen.gov.vn}
     */
    String authorization(URI endpoint, Instant until, String contact) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        String signed = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "."
                + encoded("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                        .formatted(audience, until.getEpochSecond(), contact));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + ENCODER.encodeToString(signature.sign()) + ", k=" + publicKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the private key, which is no log's business. */
    @Override
    public String toString() {
        return publicKey;
    }
}
